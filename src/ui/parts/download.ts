/** Hands a file to the reader, by the browser's own download. */
export function download(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has the file's address by the next turn; kept for ever, it would keep the file in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A text file in UTF-8. */
export const textFile = (text: string, type: string): Blob => new Blob([text], { type: `${type};charset=utf-8` });
