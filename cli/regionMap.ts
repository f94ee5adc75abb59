const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** A grid of choices as letters, with what each stands for: rows from the top, as a reader's eye goes. */
export function regionMap(cells: readonly (readonly (string | undefined)[])[]): {
  readonly rows: readonly string[];
  readonly legend: readonly string[];
} {
  const choices = [...new Set(cells.flat())].filter((choice) => choice !== undefined);
  const letterOf = (choice: string | undefined): string =>
    choice === undefined ? '·' : (LETTERS[choices.indexOf(choice)] ?? '?');
  return {
    rows: cells.map((row) => row.map(letterOf).join(' ')),
    legend: choices.map((choice) => {
      const count = cells.flat().filter((each) => each === choice).length;
      return `${letterOf(choice)}  ${choice} (${count} of ${cells.flat().length} cells)`;
    }),
  };
}
