/** Anything but plain words with single blanks between. */
const UNTIDY = /^\s|\s$|\s\s|[^\S ]|\p{Cc}/u;

/** A label in one line: no control characters, no blanks around it and single ones inside, as Gambit 17 asks of every label. */
export const tidyLabel = (text: string): string =>
  UNTIDY.test(text)
    ? text
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/\p{Cc}/gu, '')
        .replaceAll(/ {2,}/g, ' ')
        .trim()
    : text;

/**
 * Labels made distinct and not empty as Gambit 17 does it: each that is repeated or empty gets the next free `_1`, `_2`, …; the others
 * stay. The same list where nothing had to change.
 */
export function distinctLabels(labels: readonly string[]): readonly string[] {
  const used = new Set(labels);
  if (used.size === labels.length && !used.has('')) return labels;
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const numbers = new Map<string, number>();
  return labels.map((label) => {
    if (label !== '' && counts.get(label) === 1) return label;
    for (let number = (numbers.get(label) ?? 0) + 1; ; number += 1) {
      const candidate = `${label}_${number}`;
      if (used.has(candidate)) continue;
      numbers.set(label, number);
      used.add(candidate);
      return candidate;
    }
  });
}
