/** Letters of a name on one line beside the end of its line. */
const LINE_LETTERS = 14;

/** A name broken between words into lines short enough to stand beside a chart. A longer word stays whole. */
export function labelLines(name: string): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE_LETTERS)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A label beside a line's end: the height it would like to be centred at, and its own height, in pixels. */
export interface EndLabel {
  readonly at: number;
  readonly height: number;
}

/** Centres of labels, in the order given: as near to where they belong as they can stand without overlap, between top and bottom. */
export function spreadLabels(labels: readonly EndLabel[], top: number, bottom: number): readonly number[] {
  const order = labels.map((_, index) => index).sort((a, b) => (labels[a]?.at ?? 0) - (labels[b]?.at ?? 0));
  const centres = labels.map(({ at }) => at);
  const place = (from: number, indices: readonly number[], direction: 1 | -1): void => {
    let edge = from;
    for (const index of indices) {
      const half = (labels[index]?.height ?? 0) / 2;
      const nearest = edge + direction * half;
      const wanted = centres[index] ?? nearest;
      const centre = direction === 1 ? Math.max(wanted, nearest) : Math.min(wanted, nearest);
      centres[index] = centre;
      edge = centre + direction * half;
    }
  };
  // Down from the top, then up from the bottom: the second pass moves only what the first pushed out.
  place(top, order, 1);
  place(bottom, order.toReversed(), -1);
  return centres;
}
