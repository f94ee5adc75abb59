/** What the system says about a file, in words; the error itself where it is none of the common ones. */
export function systemFault(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'access is refused',
    ERR_FS_FILE_TOO_LARGE: 'it is too large',
  };
  const known = words[code];
  if (known !== undefined) return known;
  if (cause instanceof Error && code !== '') return cause.message;
  throw cause;
}
