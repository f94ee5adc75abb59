/** Whether a label is plain words of ASCII with single blanks between: most are, and are looked at sign by sign. */
function isPlain(text: string): boolean {
  let before = 0x20;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code > 0x7e || (code === 0x20 && before === 0x20)) return false;
    before = code;
  }
  return before !== 0x20 || text.length === 0;
}

/** A label in one line: no control characters, no blanks around it and single ones inside, as Gambit 17 asks of every label. */
export const tidyLabel = (text: string): string =>
  isPlain(text)
    ? text
    : text
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/\p{Cc}/gu, '')
        .replaceAll(/ {2,}/g, ' ')
        .trim();

/** So few labels are compared one by one, which is quicker than to make a set of them. */
const FEW = 8;

const areDistinct = (labels: readonly string[]): boolean =>
  labels.length <= FEW
    ? labels.every((label, index) => label !== '' && labels.indexOf(label) === index)
    : new Set(labels).size === labels.length && !labels.includes('');

/**
 * Labels made distinct and not empty as Gambit 17 does it: each that is repeated or empty gets the next free `_1`, `_2`, …; the others
 * stay. The same list where nothing had to change.
 */
export function distinctLabels(labels: readonly string[]): readonly string[] {
  if (areDistinct(labels)) return labels;
  const used = new Set(labels);
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
