/** Letters of a reason in short. */
const LONGEST = 95;

/** A reason in short: its first sentence, cut between words where that is long. */
export function shorten(text: string, longest: number = LONGEST): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  const sentence = /^.*?[.!?](?=\s|$)/.exec(plain)?.[0] ?? plain;
  // A citation that stands after the full stop belongs to its sentence.
  const cited = /^(?:\s*\[[^\]]*\])+/.exec(plain.slice(sentence.length))?.[0] ?? '';
  const whole = `${sentence}${cited}`;
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest);
  const words = cut.slice(0, Math.max(cut.lastIndexOf(' '), 1));
  // Half a citation would cite nothing.
  return `${words.replace(/\[[^\]]*$/, '').replace(/[\s,;:]+$/, '')}…`;
}
