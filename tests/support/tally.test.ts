import { describe, expect, test } from 'vitest';
import { add, countLine, NOTHING, tallyCheck, tallyVitest, type VitestReport } from './tally.ts';

/** A report of one file with the given tests. */
function report(statuses: readonly string[], status = statuses.includes('failed') ? 'failed' : 'passed'): VitestReport {
  const assertionResults = statuses.map((each, index) => ({ fullName: `test ${index}`, status: each }));
  return { testResults: [{ name: 'tests/a.test.ts', status, assertionResults }] };
}

function tallied(found: VitestReport | undefined, exitCode: number | null = 0, namesFiltered = false) {
  return tallyVitest({ report: found, exitCode, namesFiltered });
}

describe('the count at the end of npm test', () => {
  test('adds up checks and tests', () => {
    const all = [tallyCheck(true), tallyCheck(false), tallied(report(['passed', 'passed', 'failed']), 1)];
    expect(countLine(all.reduce(add, NOTHING))).toBe('3 passed, 2 failed');
  });

  test.each(['skipped', 'pending', 'todo', 'disabled'])('takes a %s test for a failed one, and names it', (status) => {
    const tally = tallied(report(['passed', status]));
    expect(tally).toMatchObject({ passed: 1, failed: 1 });
    expect(tally.remarks).toEqual([expect.stringContaining('test 1 in tests/a.test.ts')]);
  });

  test('leaves out what a filter on names left out', () => {
    expect(tallied(report(['passed', 'skipped']), 0, true)).toEqual({ passed: 1, failed: 0, remarks: [] });
  });

  test('takes a file that could not be loaded for a failure', () => {
    expect(tallied(report([], 'failed'), 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  test('takes a set-up that broke after its tests passed for a failure', () => {
    expect(tallied(report(['passed'], 'failed'), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  test('does not count a failed file twice', () => {
    expect(tallied(report(['failed', 'passed'], 'failed'), 1)).toEqual({ passed: 1, failed: 1, remarks: [] });
  });

  test('takes a bad end for a failure, though every test passed', () => {
    expect(tallied(report(['passed']), 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(tallied(report(['passed']), null)).toMatchObject({ passed: 1, failed: 1 });
  });

  test('takes a missing report for a failure', () => {
    expect(tallied(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});
