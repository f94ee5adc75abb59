import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../cli/loadScenario.ts';
import { readMcda } from '../../src/formats/mcdaTable.ts';
import { describe as described } from '../../src/formats/schemaIssues.ts';
import { visible } from '../../src/formats/visible.ts';
import { readXstateJson } from '../../src/formats/xstateJson.ts';

const WORKING = /[\p{Cc}\p{Bidi_Control}]/u;

describe('what a file says', () => {
  test.each([
    ['\x1b[31m', '\\x1b[31m'],
    ['a\x07\x7f\x9b', 'a\\x07\\x7f\\x9b'],
    ['\u202eb\u2028\uFEFF', '\\u202eb\\u2028\\ufeff'],
    ['Ü “é” 漢 🙂', 'Ü “é” 漢 🙂'],
  ])('%j is quoted as %s', (text, shown) => expect(visible(text)).toBe(shown));

  test('is quoted so by every reader that quotes it', () => {
    expect(described('\x9b2J')).toBe('the text "\\x9b2J"');
    expect(readXstateJson('\x1b[2J', 'b.json').problems[0]?.message).toMatch(/found `\\x1b\[2J`$/);
    expect(readMcda('"\x9b2J"', 't.json').problems[0]?.message).toContain('found "\\x9b2J"');
  });

  test('is quoted so on a terminal, keys and names of files too', () => {
    const problem = { code: 'c', severity: 'error', file: 'a\x1b', line: 1, column: 1, path: 'b\x1b' } as const;
    const told = formatProblem({ ...problem, message: 'c\x1b', suggestion: 'd\x1b' });
    expect(told.split('\n').some((line) => WORKING.test(line))).toBe(false);
    expect(told.match(/\\x1b/g)).toHaveLength(4);
  });
});
