import { CST, Lexer, LineCounter, Parser } from 'yaml';

/** Lists and mappings may stand inside each other this often: a scenario needs about ten levels. */
export const MAX_DEPTH = 64;

/** A YAML text taken apart, before any of it is put together. */
export interface YamlTokens {
  readonly tokens: readonly CST.Token[];
  readonly lines: LineCounter;
  /** Where the nesting first goes too deep, as an offset into the text; reading has stopped there. */
  readonly tooDeepAt: number | undefined;
}

/**
 * Splits a text into YAML's tokens. It stops where lists and mappings nest too deep: a deep file exhausts whoever puts the tokens
 * together, and by then it is too late to refuse it in words.
 */
export function yamlTokens(text: string): YamlTokens {
  const lines = new LineCounter();
  // Counted here: the parser tells of no line that ends inside a text which it cannot make sense of.
  for (let start = 0; start >= 0; start = text.indexOf('\n', start) + 1 || -1) lines.addNewLine(start);
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length <= MAX_DEPTH) continue;
    // The stack holds what is being built: the document, the collections inside each other, perhaps a scalar.
    const tooDeep = parser.stack.filter(CST.isCollection)[MAX_DEPTH];
    if (tooDeep !== undefined) return { tokens: [], lines, tooDeepAt: tooDeep.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, lines, tooDeepAt: undefined };
}
