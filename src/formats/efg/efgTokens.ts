/** What a piece of an .efg text is. `bad` is none of the others; `end` is the end of the file. */
export type TokenKind = 'number' | 'text' | 'symbol' | '{' | '}' | ',' | 'end' | 'bad';

/** What separates two pieces: the blanks of C, as Gambit reads them. */
const isBlank = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const NUMBER = /-?(?:\d+\/\d+|\d+(?:\.\d*)?(?:[eE]-?\d+)?|\.\d+)/y;
/** A run of signs up to a blank, a brace, a comma or a quote. */
const RUN = /[^\s{},"]+/y;
/** A word ends only at a blank: `p""` is one word, and none that is known. */
const WORD = /[^ \t\n\v\f\r]+/y;
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const beginsNumber = (code: number): boolean => isDigit(code) || code === 0x2b || code === 0x2d || code === 0x2e;
const ENDS_NUMBER = /[\s{},"]/;
const [OPEN, CLOSE, COMMA, MINUS, ZERO] = [0x7b, 0x7d, 0x2c, 0x2d, 0x30];
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
  /** The current piece is a whole number in its shortest form: no leading zero, no −0. */
  isPlainWhole = false;
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
    this.isPlainWhole = false;
    const code = text.charCodeAt(at);
    if (Number.isNaN(code)) this.#take('end', '', at);
    else if (code === QUOTE) this.#takeText();
    else if (isDigit(code) || code === MINUS) this.#takeWhole(code);
    else if (code === OPEN) this.#take('{', '{', at + 1);
    else if (code === CLOSE) this.#take('}', '}', at + 1);
    else if (code === COMMA) this.#take(',', ',', at + 1);
    else if (beginsNumber(code)) this.#takeNumber();
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

  /** Most numbers are whole: those are read without a pattern. */
  #takeWhole(first: number): void {
    const text = this.#text;
    const begin = first === MINUS ? this.at + 1 : this.at;
    let end = begin;
    let code = text.charCodeAt(end);
    while (isDigit(code)) {
      end += 1;
      code = text.charCodeAt(end);
    }
    const ends =
      isBlank(code) || code === QUOTE || code === OPEN || code === CLOSE || code === COMMA || Number.isNaN(code);
    if (end === begin || !ends) {
      this.#takeNumber();
      return;
    }
    this.isPlainWhole = text.charCodeAt(begin) !== ZERO || (end === begin + 1 && first !== MINUS);
    this.#take('number', text.slice(this.at, end), end);
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
