/** Signs that a terminal obeys rather than shows, that turn the direction of a line, or that are not seen at all. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\uFEFF]/gu;

/** A piece of somebody's file as a message may quote it: signs that would work on a terminal stand as escapes (\x1b, \u202e). */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
