import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateExpression, readExpression } from '../../src/domain/expression.ts';

const NAMES = ['x', 'y', 'largeName_2'];
const NUMBERS = [3, -2, 0.5];

/** The value of a text, or what is wrong with it. */
function result(text: string): number | string {
  const read = readExpression(text, NAMES);
  if (!read.ok) return [read.error.message, read.error.suggestion].filter((part) => part !== undefined).join('; ');
  const value = evaluateExpression(read.value, NUMBERS);
  return value.ok ? value.value : value.error;
}

describe('an expression', () => {
  test.each([
    ['1+2*3', 7],
    ['(1+2)*3', 9],
    ['10-4-3', 3],
    ['24/4/2', 3],
    ['2*-3', -6],
    ['--x', 3],
    ['-x*2+1', -5],
    ['+x - +y', 5],
    ['1e3 + .5 + 2. + 1.5E-1', 1002.65],
    [' x\t* ( y\n+ largeName_2 ) ', -4.5],
    ['1-x/4*2', -0.5],
    ['0*-1', 0],
  ])('%s is %d', (text, value) => {
    expect(result(text)).toBeCloseTo(value, 12);
    expect(Object.is(result('0*-1'), 0)).toBe(true);
  });

  test.each([
    ['', 'expected a number, a name or `(`, found the end'],
    ['1+', 'expected a number, a name or `(`, found the end'],
    ['(1+2', 'a parenthesis is not closed: expected `)`, found the end'],
    ['1 2', 'expected an operator, found `2`'],
    ['1)', 'expected an operator, found `)`'],
    ['2x', 'expected an operator, found `x`'],
    ['z', 'no parameter is called `z`; use one of: x, y, largeName_2'],
    ['largeNam_2', 'no parameter is called `largeNam_2`; did you mean `largeName_2`?'],
    ['x^2', '`^` has no meaning in an expression; use numbers, names of parameters, + - * / and parentheses'],
    ['x**2', 'expected a number, a name or `(`, found `*`'],
    ['max(x)', 'no parameter is called `max`; use one of: x, y, largeName_2'],
    ['1;2', '`;` has no meaning in an expression; use numbers, names of parameters, + - * / and parentheses'],
    ['1/(x-3)', '`1/(x-3)` divides by 0'],
    ['1e308*10', '`1e308*10` is too large to compute with'],
    ['1e999', '`1e999` is too large to compute with'],
    ['constructor', 'no parameter is called `constructor`; use one of: x, y, largeName_2'],
    ['x'.repeat(1001), 'an expression has at most 1000 signs'],
  ])('%.20s is refused: %s', (text, message) => expect(result(text)).toBe(message));

  test('parentheses nest as deep as the text is long', () => {
    expect(result(`${'('.repeat(499)}1${')'.repeat(499)}`)).toBe(1);
    expect(result('('.repeat(1000))).toContain('expected a number');
    expect(result(`${'-'.repeat(999)}x`)).toBe(-3);
  });

  test('any text is read or refused in words, and never throws', () => {
    const signs = fc.constantFrom(...'xy0123.e+-*/() _^,'.split(''));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(signs, { maxLength: 30 }).map((all) => all.join('')),
        ),
        (text) => {
          const value = result(text);
          expect(typeof value === 'number' ? Number.isFinite(value) : value.length > 0).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('agrees with plain arithmetic on what is written out from it', () => {
    const leaf = fc.integer({ min: 0, max: 9 }).map((value) => ({ text: String(value), value }));
    const tree = fc.letrec<{ node: { text: string; value: number } }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'medium' },
        leaf,
        fc.tuple(tie('node'), fc.constantFrom('+', '-', '*'), tie('node')).map(([a, sign, b]) => ({
          text: `(${a.text}${sign}${b.text})`,
          value: sign === '+' ? a.value + b.value : sign === '-' ? a.value - b.value : a.value * b.value,
        })),
        tie('node').map((a) => ({ text: `-${a.text}`, value: -a.value })),
      ),
    })).node;
    fc.assert(
      fc.property(tree, ({ text, value }) => {
        fc.pre(text.length <= 1000 && Math.abs(value) < 1e15);
        expect(result(text)).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});
