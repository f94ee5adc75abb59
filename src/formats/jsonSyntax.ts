/** Where JSON breaks its own grammar (RFC 8259), and what was expected there. */
export interface JsonFault {
  readonly at: number;
  readonly expected: string;
}

const BLANK = /[ \t\n\r]*/y;
/** After a backslash in a text. */
const ESCAPE = /["\\/bfnrt]|u[0-9a-fA-F]{4}/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** The first place where a text is no JSON; undefined where it is. By a stack, so that nothing is nested too deeply for it. */
export function jsonFault(text: string): JsonFault | undefined {
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  /** A text, sign by sign: the longest one is no burden. */
  const takeText = (): boolean => {
    if (text[at] !== '"') return false;
    const begin = at;
    for (at += 1; at < text.length && text.charCodeAt(at) >= 0x20; ) {
      const one = text[at++];
      if (one === '"') return true;
      if (one === '\\' && !take(ESCAPE)) break;
    }
    at = begin;
    return false;
  };
  const sign = (one: string): boolean => {
    take(BLANK);
    if (text[at] !== one) return false;
    at += 1;
    return true;
  };
  const fault = (expected: string): JsonFault => ({ at, expected });
  const open: ('{' | '[')[] = [];
  /** Takes a key and its colon. */
  const key = (): JsonFault | undefined => {
    take(BLANK);
    if (!takeText()) return fault('a key in double quotes');
    return sign(':') ? undefined : fault('a colon after the key');
  };
  for (;;) {
    take(BLANK);
    if (sign('{')) {
      open.push('{');
      if (!sign('}')) {
        const wrong = key();
        if (wrong !== undefined) return wrong;
        continue;
      }
      open.pop();
    } else if (sign('[')) {
      open.push('[');
      if (!sign(']')) continue;
      open.pop();
    } else if (!takeText() && !take(SCALAR))
      return fault('a value: { }, [ ], a text in double quotes, a number, true, false or null');
    for (;;) {
      const inside = open.at(-1);
      if (inside === undefined) {
        take(BLANK);
        return at === text.length ? undefined : fault('the end of the text');
      }
      if (sign(',')) {
        const wrong = inside === '{' ? key() : undefined;
        if (wrong !== undefined) return wrong;
        break;
      }
      if (!sign(inside === '{' ? '}' : ']')) return fault(inside === '{' ? 'a comma or }' : 'a comma or ]');
      open.pop();
    }
  }
}
