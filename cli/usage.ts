/** Says what is wrong with a command line and how it is used; the exit code is 2. */
function refuse(usageLine: string, problem: string): 2 {
  console.error(`parley: ${problem}\nusage: ${usageLine}`);
  return 2;
}

/** Reads a command line, or says how it is used and gives undefined. */
export function usage<Parsed>(usageLine: string, read: () => Parsed): Parsed | undefined {
  try {
    return read();
  } catch (cause) {
    // Node's own words: `main` has looked at the options already, so only who calls a command past it reads them.
    refuse(usageLine, cause instanceof Error ? cause.message : String(cause));
    return undefined;
  }
}
usage.refuse = refuse;
