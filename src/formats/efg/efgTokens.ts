/** What a piece of an .efg text is. `bad` is none of the others; `end` is the end of the file. */
export type TokenKind = 'number' | 'text' | 'symbol' | '{' | '}' | ',' | 'end' | 'bad';

/** What separates two pieces: the blanks of C, as Gambit reads them. */
const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const NUMBER = /-?(?:\d+\/\d+|\d+(?:\.\d*)?(?:[eE]-?\d+)?|\.\d+)/y;
/** A run of signs up to a blank, a brace, a comma or a quote. */
const RUN = /[^\s{},"]+/y;
/** A word ends only at a blank: `p""` is one word, and none that is known. */
const WORD = /[^ \t\n\v\f\r]+/y;
const BEGINS_NUMBER = /[-+.\d]/;
const ENDS_NUMBER = /[\s{},"]/;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Reads an .efg text piece by piece, in one pass. What is no piece of the format becomes a `bad` one, and is said where it is met. */
export class EfgTokens {
  readonly #text: string;
  #next = 0;
  /** The current piece. */
  kind: TokenKind = 'end';
  /** A text without its quotes; a number, word or bad piece as it is written. */
  value = '';
  /** Where the current piece begins. */
  at = 0;

  constructor(text: string) {
    this.#text = text;
    this.advance();
  }

  advance(): void {
    const text = this.#text;
    let at = this.#next;
    while (isBlank(text.charCodeAt(at))) at += 1;
    this.at = at;
    const sign = text[this.at];
    if (sign === undefined) this.#take('end', '', this.at);
    else if (sign === '{' || sign === '}' || sign === ',') this.#take(sign, sign, this.at + 1);
    else if (sign === '"') this.#takeText();
    else if (BEGINS_NUMBER.test(sign)) this.#takeNumber();
    else this.#takeRun('symbol', WORD);
  }

  #take(kind: TokenKind, value: string, next: number): void {
    this.kind = kind;
    this.value = value;
    this.#next = next;
  }

  #takeRun(kind: TokenKind, run: RegExp): void {
    run.lastIndex = this.at;
    run.test(this.#text);
    this.#take(kind, this.#text.slice(this.at, run.lastIndex), run.lastIndex);
  }

  #takeNumber(): void {
    const text = this.#text;
    NUMBER.lastIndex = this.at;
    const end = NUMBER.test(text) ? NUMBER.lastIndex : this.at;
    const after = text[end];
    const isWhole = end > this.at && (after === undefined || ENDS_NUMBER.test(after));
    if (isWhole) this.#take('number', text.slice(this.at, end), end);
    else this.#takeRun('bad', RUN);
  }

  /** `\"` is a quote and `\\` one backslash; before any other sign a backslash stays. */
  #takeText(): void {
    const text = this.#text;
    const begin = this.at + 1;
    let end = begin;
    let escaped = false;
    for (let code = text.charCodeAt(end); code !== QUOTE; code = text.charCodeAt(end)) {
      if (Number.isNaN(code)) {
        this.#take('bad', text.slice(this.at), text.length);
        return;
      }
      if (code === BACKSLASH) {
        escaped = true;
        const follows = text.charCodeAt(end + 1);
        if (follows === QUOTE || follows === BACKSLASH) end += 1;
      }
      end += 1;
    }
    const written = text.slice(begin, end);
    this.#take('text', escaped ? written.replaceAll(/\\(["\\])/g, '$1') : written, end + 1);
  }
}
