import { describe } from '../schemaIssues.ts';
import { visible } from '../visible.ts';
import { type EfgCode, Unreadable } from './efgProblems.ts';
import { EfgTokens, type TokenKind } from './efgTokens.ts';

const KIND_WORDS: Readonly<Record<TokenKind, string>> = {
  number: 'a number',
  text: 'a text in quotes',
  symbol: 'a word',
  '{': '`{`',
  '}': '`}`',
  ',': 'a comma',
  end: 'the end of the file',
  bad: 'something else',
};

const WHOLE = /^-?\d+$/;

/** What to do about something that looks like a number and is none. */
function numberHelp(written: string): string | undefined {
  if (/^\+/.test(written)) return 'write it without the leading +';
  if (/[eE]\+/.test(written)) return 'write the exponent without +, as in 1e5';
  if (/^-?\.\d+[eE]/.test(written)) return 'write a digit before the point, as in 0.5e3';
  if (/^-?0[xX]/.test(written)) return 'write it with decimal digits';
  return written.includes('/') ? 'write a fraction as two whole numbers, as in 22/7 or -22/7' : undefined;
}

/** The shortest telling form of what stands somewhere. */
const shown = (written: string): string => `\`${visible(written.length > 40 ? `${written.slice(0, 39)}…` : written)}\``;

/** Walks the pieces of an .efg text and says what was expected where something else stands. */
export class EfgCursor {
  readonly tokens: EfgTokens;
  /** The node that is being read; undefined in the head of the file. */
  node: number | undefined;

  constructor(text: string) {
    this.tokens = new EfgTokens(text);
  }

  /** Whether a piece of this kind stands here. */
  is(kind: TokenKind): boolean {
    return this.tokens.kind === kind;
  }

  /** Whether a text stands here, where one may be left out. Refuses one whose closing quote is missing: nothing else begins so. */
  isText(what: string): boolean {
    if (this.#isUnclosed) this.refuse(what);
    return this.is('text');
  }

  get #isUnclosed(): boolean {
    const { kind, value } = this.tokens;
    return kind === 'bad' && value.startsWith('"');
  }

  get at(): number {
    return this.tokens.at;
  }

  /** What stands here, in words. */
  get found(): string {
    const { kind, value } = this.tokens;
    if (kind === 'text') return describe(value);
    if (this.#isUnclosed) return 'a text whose closing quote is missing';
    return kind === 'number' || kind === 'symbol' || kind === 'bad' ? shown(value) : KIND_WORDS[kind];
  }

  /** Ends the reading: what was expected does not stand here. */
  refuse(expected: string, suggestion?: string): never {
    const { kind, value } = this.tokens;
    const help = this.#isUnclosed ? 'close the text with "' : kind === 'bad' ? numberHelp(value) : undefined;
    this.fail('syntax', `expected ${expected}, found ${this.found}`, suggestion ?? help);
  }

  /** Ends the reading for a reason of its own. */
  fail(code: EfgCode, message: string, suggestion?: string, at = this.at): never {
    throw new Unreadable({ code, at, node: this.node, message, suggestion });
  }

  /** Takes a piece of this kind and gives what it says. */
  take(kind: TokenKind, what = KIND_WORDS[kind], suggestion?: string): string {
    const { tokens } = this;
    if (tokens.kind !== kind) this.refuse(what, suggestion);
    const { value } = tokens;
    tokens.advance();
    return value;
  }

  /** Takes a whole number; leading zeros and a minus before 0 are dropped, so that one number has one form. */
  takeId(what: string): string {
    const { kind, value, isPlainWhole } = this.tokens;
    if (!isPlainWhole && (kind !== 'number' || !WHOLE.test(value))) this.refuse(`${what}, a whole number`);
    this.tokens.advance();
    return isPlainWhole ? value : value.replace(/^(-?)0+(?=\d)/, '$1').replace('-0', '0');
  }
}
