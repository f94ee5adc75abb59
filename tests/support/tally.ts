/** What counts in a run of tests: how many checks passed and failed, and a sentence on each failure not yet told. */
export type Tally = {
  readonly passed: number;
  readonly failed: number;
  readonly remarks: readonly string[];
};

/** The part of Vitest's json report that is read here. */
export type VitestReport = {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
};

/** How a run of Vitest ended, and whether a name filter left tests out on purpose. */
export type VitestRun = {
  readonly exitCode: number | null;
  /** Undefined when Vitest ended without one. */
  readonly report: VitestReport | undefined;
  readonly namesFiltered: boolean;
};

/** The tally of nothing. */
export const NOTHING: Tally = { passed: 0, failed: 0, remarks: [] };

/** Two tallies as one. */
export function add(one: Tally, other: Tally): Tally {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    remarks: [...one.remarks, ...other.remarks],
  };
}

/** The tally of a check that is passed or failed as a whole, such as the types. */
export function tallyCheck(passed: boolean): Tally {
  return passed ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/**
 * The tally of one run of Vitest. A test that was skipped or is yet to be written counts as failed, and so does a file
 * without a test, a file whose set-up broke, and a run that ended badly although every test in it passed.
 */
export function tallyVitest({ exitCode, report, namesFiltered }: VitestRun): Tally {
  if (report === undefined) return failure('Vitest ended without a report of its tests.');
  const tally = report.testResults.map((file) => tallyFile(file, namesFiltered)).reduce(add, NOTHING);
  if (exitCode !== 0 && tally.failed === 0) {
    return add(tally, failure(`Vitest ended with ${exitCode ?? 'a signal'} although no test failed; see above.`));
  }
  return tally;
}

/** The last line of a run, which other programs read. */
export function countLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

function tallyFile(file: VitestReport['testResults'][number], namesFiltered: boolean): Tally {
  const tally = file.assertionResults
    .map(({ fullName, status }) => {
      if (status === 'passed' || status === 'failed') return tallyCheck(status === 'passed');
      if (namesFiltered) return NOTHING;
      return failure(`Not run (${status}), which counts as failed: ${fullName} in ${file.name}`);
    })
    .reduce(add, NOTHING);
  if (file.status === 'failed' && tally.failed === 0) {
    return add(tally, failure(`Failed outside its tests, see above: ${file.name}`));
  }
  return tally;
}

function failure(remark: string): Tally {
  return { passed: 0, failed: 1, remarks: [remark] };
}
