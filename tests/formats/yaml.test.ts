import { describe, expect, test } from 'vitest';
import { MAX_BYTES, readYaml } from '../../src/formats/yaml.ts';
import { MAX_ALIASES } from '../../src/formats/yamlAliases.ts';
import { MAX_DEPTH } from '../../src/formats/yamlTokens.ts';

/** What a text is refused for, a line each: `line:column code: sentence`. */
const said = (text: string): readonly string[] =>
  readYaml(text).problems.map(({ line, column, code, message }) => `${line}:${column} ${code}: ${message}`);

const DEEP = `the file nests more than ${MAX_DEPTH} levels deep`;

/** The classic: each list holds the one before it nine times. */
const BOMB = ['a: &a [lol, lol, lol, lol, lol, lol, lol, lol, lol]']
  .concat(
    [...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
  )
  .join('\n');

describe('plain YAML', () => {
  test.each([
    ['a mapping', 'a: 1\nb: [x, { c: null }]\n', { a: 1, b: ['x', { c: null }] }],
    ['a byte order mark', '\uFEFFa: 1', { a: 1 }],
    ['line ends of another system', 'a: 1\r\nb:\r\n  c: 2\r\n', { a: 1, b: { c: 2 } }],
    ['a document marker', '---\na: 1\n...\n', { a: 1 }],
    ['words that YAML 1.1 took for truths and times', 'a: yes\nb: 12:30\nc: 012', { a: 'yes', b: '12:30', c: 12 }],
    ['the same under a directive of 1.1', '%YAML 1.1\n---\na: yes\n', { a: 'yes' }],
    ['dates, which stay texts', 'a: 2025-03-14', { a: '2025-03-14' }],
    ['keys that are numbers', '{ 0: low, 50: middle }', { 0: 'low', 50: 'middle' }],
    ['an anchor used again', 'a: &x { low: 1 }\nb: *x\nc: [*x]', { a: { low: 1 }, b: { low: 1 }, c: [{ low: 1 }] }],
    ['an anchor given again', 'a: &x 1\nb: *x\nc: &x 2\nd: *x', { a: 1, b: 1, c: 2, d: 2 }],
    ['a text as deep as may be', '['.repeat(MAX_DEPTH) + ']'.repeat(MAX_DEPTH), undefined],
    ['brackets in texts, which do not nest', `a: "${'['.repeat(500)}"\n# ${'{'.repeat(500)}`, { a: '['.repeat(500) }],
    ['nothing', '', null],
    ['remarks alone', '# to be written\n', null],
  ])('reads %s', (_name, text, value) => {
    const read = readYaml(text);
    expect(read.problems).toEqual([]);
    if (value !== undefined) expect(read.value).toEqual(value);
  });
});

describe('what is no YAML', () => {
  test.each([
    ['a quote that does not end', 'a: 1\nb: "x', ['2:6 yaml-syntax: Missing closing "quote']],
    ['a colon in a text', 'a: Note: this', ['1:4 yaml-syntax: Nested mappings are not allowed in compact mappings']],
    ['a tab as indent', 'a:\n\tb: 1', ['2:1 yaml-syntax: Tabs are not allowed as indentation']],
    ['a line out of line', 'a:\n   b: 1\n  c: 2', ['3:1 yaml-syntax: All mapping items must start at the same column']],
    ['a sign that YAML keeps', 'a: @x', ['1:4 yaml-syntax: Plain value cannot start with reserved character @']],
    ['two documents', 'a: 1\n---\nb: 2', ['2:1 yaml-syntax: a second document begins here']],
    ['an alias of nothing', 'a: *b', ['1:4 unknown-alias: nothing before this is marked `&b`']],
    ['an alias before its anchor', 'a: *b\nb: &b 1', ['1:4 unknown-alias: nothing before this is marked `&b`']],
    ['a tag of a program', 'a: !!js/function "x"', ['1:4 unknown-tag: the tag `!!js/function` is not read here']],
    ['a tag of one’s own', 'a: !point [1, 2]', ['1:4 unknown-tag: the tag `!point` is not read here']],
    ['a tag of YAML 1.1', 'a: !!binary aGVsbG8=', ['1:4 unknown-tag: the tag `!!binary` is not read here']],
    ['a number with letters', 'a: !!int abc', ['1:4 unknown-tag: the tag `!!int` is not read here']],
    ['signs that are no text', 'a: 1\nb: x\0y', ['2:5 not-text: the file holds signs that are no text']],
    ['bytes that are no text', '\uFFFDPNG\r\n', ['1:1 not-text: the file holds signs that are no text']],
  ])('says where %s stands', (_name, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('the later mistakes of a broken file are not told one by one', () => {
    expect(said('- ]\n'.repeat(1000)).length).toBeLessThanOrEqual(10);
  });
});

describe('keys', () => {
  test.each([
    ['twice', 'a:\n  b: 1\n  b: 2\n', '3:3 duplicate-id: `b` stands here twice'],
    ['twice, as a number and as a text', '{ 0: a, "0": b }', '1:9 duplicate-id: `0` stands here twice'],
    ['a list', '? [a, b]\n: x', '1:3 key-not-text: a key must be a word or a number'],
    ['nothing', ': x', '1:1 key-not-text: a key must be a word or a number'],
    ['true', 'true: x', '1:1 key-not-text: a key must be a word or a number'],
    ['an alias', 'a: &x b\n*x : c', '2:1 key-not-text: a key must be a word or a number'],
    [
      'inherited',
      '[{ valueOf: 1 }]',
      '1:4 prototype-key: `valueOf` cannot be a key: it is a name that the program itself uses',
    ],
  ])('%s', (_name, text, expected) => {
    expect(said(text)).toEqual([expected]);
  });

  test('the first of two stays, and a bad key takes nothing else away', () => {
    expect(readYaml('a: 1\na: 2\n__proto__: { b: 3 }\nc: 4').value).toEqual({ a: 1, c: 4 });
  });

  test('a path leads to where it stands in the whole', () => {
    const [problem] = readYaml('a:\n  - b: { constructor: 1 }\n').problems;
    expect(problem?.path).toEqual(['a', 0, 'b', 'constructor']);
  });
});

describe('hostile files are refused in words, and soon', () => {
  test.each([
    ['brackets', `${'['.repeat(100_000)}`, `1:65 nesting-too-deep: ${DEEP}`],
    ['brackets that close', '['.repeat(MAX_DEPTH + 1) + ']'.repeat(MAX_DEPTH + 1), `1:65 nesting-too-deep: ${DEEP}`],
    ['brackets that only seem to close', '["]",'.repeat(100_000), `1:321 nesting-too-deep: ${DEEP}`],
    ['braces', '{a: '.repeat(100_000), `1:257 nesting-too-deep: ${DEEP}`],
    ['dashes on a line', `${'- '.repeat(100_000)}x`, `1:129 nesting-too-deep: ${DEEP}`],
    ['question marks on a line', `${'? '.repeat(100_000)}x`, `1:129 nesting-too-deep: ${DEEP}`],
    ['colons on a line', `${': '.repeat(100_000)}x`, `1:129 nesting-too-deep: ${DEEP}`],
    [
      'indents',
      Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      `65:65 nesting-too-deep: ${DEEP}`,
    ],
    [
      'aliases, each one list deeper',
      ['a: &a0 []', ...Array.from({ length: 70 }, (_, n) => `b${n}: &a${n + 1} [*a${n}]`)].join('\n'),
      `64:12 nesting-too-deep: with its aliases (*name) written out, the file nests more than ${MAX_DEPTH} levels deep`,
    ],
    [
      'a bomb of aliases',
      BOMB,
      '6:36 alias-bomb: with its aliases (*name) written out, the file would be larger than what is read',
    ],
    [
      'a bomb of one long text',
      `a: &a ${'x'.repeat(1_000_000)}\nb: [*a, *a]`,
      '2:5 alias-bomb: with its aliases (*name) written out, the file would be larger than what is read',
    ],
    ['an alias of itself', 'a: &a [*a]', '1:8 alias-bomb: the alias *a contains itself'],
    ['an alias of what it stands in', 'a: &a { b: { c: *a } }', '1:17 alias-bomb: the alias *a contains itself'],
    [
      'more aliases than anybody needs',
      `a: &a x\nb: [${Array(MAX_ALIASES + 1)
        .fill('*a')
        .join(', ')}]`,
      '2:4005 alias-bomb: the file has more than 1,000 aliases (*name)',
    ],
    [
      'size',
      `a: ${'é'.repeat(MAX_BYTES / 2)}`,
      '1:1 file-too-large: the file has 2,000,003 bytes; at most 2,000,000 are read',
    ],
  ])('%s', (_name, text, expected) => {
    const start = performance.now();
    expect(said(text)).toEqual([expected]);
    expect(readYaml(text).value).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('and a large file that is sound is read', () => {
    const entries = Array.from({ length: 9000 }, (_, n) => `  F${n}: { claim: "${'word '.repeat(36)}", kind: event }`);
    const text = `facts:\n${entries.join('\n')}\n`;
    expect(text.length).toBeGreaterThan(1_900_000);
    const read = readYaml(text);
    expect(read.problems).toEqual([]);
    expect(Object.keys((read.value as { facts: object }).facts)).toHaveLength(9000);
    expect(read.locate(['facts', 'F8999', 'kind'])).toEqual({
      line: 9001,
      column: (text.split('\n')[9000]?.indexOf('event') as number) + 1,
    });
  });
});

describe('the place of a path', () => {
  const text = 'a:\n  b: { c: 1, d: [x, { e: null }] }\n  f:\n    - g: 2\n  h:\n';
  const { locate } = readYaml(text);

  test.each([
    ['a value', ['a', 'b', 'c'], false, 2, 11],
    ['its key', ['a', 'b', 'c'], true, 2, 8],
    ['a mapping, by its key', ['a', 'b'], false, 2, 3],
    ['a list, by its key', ['a', 'b', 'd'], false, 2, 14],
    ['a part of a list', ['a', 'b', 'd', 0], false, 2, 18],
    ['a part of a list that is a mapping', ['a', 'f', 0], false, 4, 7],
    ['nothing, by its key', ['a', 'h'], false, 5, 3],
    ['what is missing, by what should hold it', ['a', 'b', 'z'], false, 2, 3],
    ['what is missing far down', ['a', 'f', 7, 'z'], false, 3, 3],
    ['the whole', [], false, 1, 1],
    ['what is missing at the top', ['z'], false, 1, 1],
  ])('%s', (_name, path, atKey, line, column) => {
    expect(locate(path, { atKey })).toEqual({ line, column });
  });

  test('of a word in a text is where it stands there, however the text is written', () => {
    const folded = readYaml('a: >-\n  One [F12], then\n  another [F1].\nb: "two [F2]"\n').locate;
    expect(folded(['a'], { word: 'F1' })).toEqual({ line: 3, column: 12 });
    expect(folded(['b'], { word: 'F2' })).toEqual({ line: 4, column: 10 });
    expect(folded(['b'], { word: 'F3' })).toEqual({ line: 4, column: 4 });
  });

  test('inside what an alias repeats, it is where the part was written', () => {
    expect(readYaml('a: &x { b: 1 }\nc: *x').locate(['c', 'b'])).toEqual({ line: 1, column: 12 });
  });
});
