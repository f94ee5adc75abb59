/** A line on the error stream that says how far something is; only where a person watches. */
export interface ProgressLine {
  readonly say: (text: string) => void;
  readonly clear: () => void;
}

/** A progress line, written over by the next. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): ProgressLine {
  const write = (text: string) => {
    if (stream.isTTY) stream.write(`\r\u001b[K${text}`);
  };
  return { say: write, clear: () => write('') };
}
