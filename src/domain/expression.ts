import { didYouMean } from './problem.ts';
import { fail, type Result, succeed } from './result.ts';

/** One step of an expression in postfix order: a number, the value of a name by its place among the names, or an operator. */
type Step =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly index: number }
  | { readonly kind: 'negate' }
  | { readonly kind: '+' | '-' | '*' | '/' };

/** An arithmetic expression over named numbers, in postfix order: read once, computed as often as the numbers change. */
export interface Expression {
  readonly steps: readonly Step[];
  /** As it was written, for messages. */
  readonly written: string;
}

/** What is wrong with an expression, and what to do about it. */
export interface ExpressionFault {
  readonly message: string;
  readonly suggestion?: string;
}

/** Signs that an expression may have: nobody writes a longer one by hand, and its parentheses then nest no deeper than the stack. */
const LONGEST = 1000;

const TOKEN = /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([\p{L}_][\p{L}\p{N}_]*)|([-+*/()]))/uy;

/** A name that an expression can use: letters, digits and underscores, no digit first. */
export const isExpressionName = (name: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);

interface Token {
  readonly number?: string | undefined;
  readonly name?: string | undefined;
  readonly sign?: string | undefined;
}

function tokensOf(text: string): Result<readonly Token[], ExpressionFault> {
  const tokens: Token[] = [];
  for (let at = 0; text.slice(at).trim() !== ''; ) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (found === null) {
      const [sign = ''] = text.slice(at).trim();
      return fail({
        message: `\`${sign}\` has no meaning in an expression`,
        suggestion: 'use numbers, names of parameters, + - * / and parentheses',
      });
    }
    const [, number, name, operator] = found;
    tokens.push({ number, name, sign: operator });
    at = TOKEN.lastIndex;
  }
  return succeed(tokens);
}

/** Reads an expression of numbers, the given names, + - * / and parentheses, with the usual precedence and from left to right. */
export function readExpression(text: string, names: readonly string[]): Result<Expression, ExpressionFault> {
  if (text.length > LONGEST) return fail({ message: `an expression has at most ${LONGEST} signs` });
  const read = tokensOf(text);
  if (!read.ok) return read;
  const tokens = read.value;
  const steps: Step[] = [];
  let at = 0;
  let fault: ExpressionFault | undefined;
  const refuse = (problem: ExpressionFault): void => {
    fault ??= problem;
  };
  const missing = (): string => {
    const token = tokens[at];
    return token === undefined ? 'the end' : `\`${token.number ?? token.name ?? token.sign}\``;
  };

  function factor(): void {
    const token = tokens[at];
    if (fault !== undefined) return;
    if (token?.sign === '-' || token?.sign === '+') {
      at += 1;
      factor();
      if (token.sign === '-') steps.push({ kind: 'negate' });
    } else if (token?.sign === '(') {
      at += 1;
      sum();
      if (tokens[at]?.sign === ')') at += 1;
      else refuse({ message: `a parenthesis is not closed: expected \`)\`, found ${missing()}` });
    } else if (token?.number !== undefined) {
      at += 1;
      steps.push({ kind: 'number', value: Number(token.number) });
    } else if (token?.name !== undefined) {
      at += 1;
      const index = names.indexOf(token.name);
      const hint = didYouMean(token.name, names);
      if (index >= 0) steps.push({ kind: 'name', index });
      else
        refuse({
          message: `no parameter is called \`${token.name}\``,
          ...(hint === undefined ? {} : { suggestion: hint }),
        });
    } else refuse({ message: `expected a number, a name or \`(\`, found ${missing()}` });
  }

  function chain(next: () => void, signs: readonly string[]): void {
    next();
    for (let sign = tokens[at]?.sign; fault === undefined && sign !== undefined && signs.includes(sign); ) {
      at += 1;
      next();
      steps.push({ kind: sign as '+' | '-' | '*' | '/' });
      sign = tokens[at]?.sign;
    }
  }

  const product = (): void => chain(factor, ['*', '/']);
  const sum = (): void => chain(product, ['+', '-']);
  sum();
  if (fault === undefined && at < tokens.length) refuse({ message: `expected an operator, found ${missing()}` });
  return fault === undefined ? succeed({ steps, written: text.trim() }) : fail(fault);
}

/** A number as an expression. */
export const constantExpression = (value: number): Expression => ({
  steps: [{ kind: 'number', value }],
  written: String(value),
});

/** The value of an expression where its names have some values; in words, why it has none. */
export function evaluateExpression({ steps, written }: Expression, values: ArrayLike<number>): Result<number, string> {
  const stack: number[] = [];
  const pop = (): number => stack.pop() ?? Number.NaN;
  for (const step of steps) {
    if (step.kind === 'number') stack.push(step.value);
    else if (step.kind === 'name') stack.push(values[step.index] ?? Number.NaN);
    else if (step.kind === 'negate') stack.push(-pop());
    else {
      const [right, left] = [pop(), pop()];
      if (step.kind === '/' && right === 0) return fail(`\`${written}\` divides by 0`);
      if (step.kind === '+') stack.push(left + right);
      else if (step.kind === '-') stack.push(left - right);
      else stack.push(step.kind === '*' ? left * right : left / right);
    }
  }
  const value = pop();
  // No number of a double's range: an overflow, or a number that was too large as it was written.
  return Number.isFinite(value)
    ? succeed(value === 0 ? 0 : value)
    : fail(`\`${written}\` is too large to compute with`);
}
