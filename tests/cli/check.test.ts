import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check as command } from '../../cli/check.ts';
import { tree } from '../../cli/tree.ts';
import { onDisk } from '../support/folderOnDisk.ts';
import { edit, edited, HARBOUR_LEASE } from '../support/harbourLease.ts';
import { inProcess } from '../support/inProcess.ts';
import { runParley } from '../support/runParley.ts';

const run = (...args: readonly string[]) => inProcess(command, ...args);

const check = async (path: string) => {
  const { status, stdout, stderr } = await run(path, '--json');
  expect(stderr).toBe('');
  return { status, ...(JSON.parse(stdout) as { ok: boolean; counts?: object; problems: Record<string, unknown>[] }) };
};

/** What is said of a folder: file and code of each problem. */
const said = async (path: string): Promise<readonly string[]> =>
  (await check(path)).problems.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);

describe('a sound scenario', () => {
  // By hand: table, reply, signed; waiting twice, as its limit allows, and each time dredged back to the reply or silted on to the
  // shared decision, from which it is signed or goes to court.
  const counts = { decisions: 4, moves: 7, outcomes: 3, facts: 3, estimates: 41, positions: 18 };

  test('exits with 0 and its size', async () => {
    expect(await check(onDisk(HARBOUR_LEASE))).toEqual({ status: 0, ok: true, counts, problems: [] });
  });

  test('says so to people', () => {
    const { status, stdout, stderr } = runParley('check', onDisk(HARBOUR_LEASE));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toBe(
      '4 decisions · 7 moves · 3 outcomes · 3 facts · 41 estimates · 18 positions\n0 errors, 0 warnings\n',
    );
  });

  test('may have warnings', async () => {
    const path = onDisk(HARBOUR_LEASE, 'lease-of-a-harbour');
    expect(await check(path)).toEqual({
      status: 0,
      ok: true,
      counts,
      problems: [
        {
          code: 'folder-name',
          severity: 'warning',
          file: 'scenario.yaml',
          line: 2,
          column: 5,
          path: 'id',
          message: 'the scenario calls itself `harbour-lease`, and its folder is `lease-of-a-harbour`',
          suggestion: 'give both the same name',
        },
      ],
    });
  });

  test('is warned of an end that no line at the opening conditions reaches', async () => {
    const onlyEarly = '- target: walkedAway\n          guard: { type: holds, params: { condition: storm, is: early } }';
    const path = onDisk(edited(HARBOUR_LEASE, edit('lease', '- target: walkedAway', onlyEarly)));
    const { ok, problems } = await check(path);
    expect(ok).toBe(true);
    expect(problems).toMatchObject([
      {
        code: 'not-reached',
        severity: 'warning',
        file: 'branches/lease.yaml',
        path: 'branches.lease.states.walkedAway',
      },
    ]);
  });

  test('that unfolds without end is cut at 200,000 positions, and that is said', async () => {
    const steps = Array.from({ length: 18 }, (_, n) => {
      const target = n === 17 ? 'ruled' : `step${n + 1}`;
      return `  step${n}:\n    meta: { decides: CITY, ask: "What now?" }\n    on:\n      left: { target: ${target}, meta: { label: Left } }\n      right: { target: ${target}, meta: { label: Right } }\n`;
    });
    const folder = edited(
      HARBOUR_LEASE,
      edit('courts', 'target: ruled', 'target: step0'),
      edit('courts', '  ruled:\n', `${steps.join('')}  ruled:\n`),
    );
    const { status, ok, counts: found, problems } = await check(onDisk(folder));
    expect({ status, ok }).toEqual({ status: 0, ok: true });
    expect(found).toMatchObject({ decisions: 22, positions: 200_000 });
    expect(problems).toMatchObject([
      {
        code: 'too-many-positions',
        severity: 'warning',
        message: 'unfolding stopped at 200,000 positions; the tree is larger',
      },
    ]);
  });
});

describe('a scenario whose texts claim something without a fact', () => {
  const uncited = edited(HARBOUR_LEASE, edit('lease', 'Proof of the other tenant.', 'What Mr Ray said in May 2024.'));

  test('is refused by the check, with its size, since it plays well', async () => {
    const { status, ok, counts, problems } = await check(onDisk(uncited));
    expect({ status, ok }).toEqual({ status: 1, ok: false });
    expect(counts).toMatchObject({ positions: 18 });
    expect(problems).toMatchObject([{ code: 'uncited-claim', file: 'branches/lease.yaml', line: 15, column: 20 }]);
  });

  test('can still be walked while it is written', async () => {
    expect((await inProcess(tree, onDisk(uncited))).status).toBe(0);
  });
});

describe('a scenario with faults', () => {
  const faulty = edited(
    HARBOUR_LEASE,
    edit('lease', '        target: signed\n', '        target: singed\n'),
    edit('scenario', 'initial: 80', 'initial: 800'),
  );

  test('exits with 1 and its problems, each with its place, and no size', async () => {
    expect(await check(onDisk(faulty))).toEqual({
      status: 1,
      ok: false,
      problems: [
        {
          code: 'unknown-target',
          severity: 'error',
          file: 'branches/lease.yaml',
          line: 19,
          column: 17,
          path: 'branches.lease.states.reply.on.accept.target',
          message: 'no state is called `singed`',
          suggestion: 'did you mean `signed`?',
        },
        {
          code: 'out-of-range',
          severity: 'error',
          file: 'scenario.yaml',
          line: 20,
          column: 14,
          path: 'indicators.days.initial',
          message: '800 lies outside the range 0 to 120',
          suggestion: 'write a value from 0 to 120',
        },
      ],
    });
  });

  test('says so to people, where an editor can jump to', () => {
    const { status, stdout } = runParley('check', onDisk(faulty));
    expect(status).toBe(1);
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'branches/lease.yaml:19:17  error  no state is called `singed`  [unknown-target]',
      '    at branches.lease.states.reply.on.accept.target',
      '    did you mean `signed`?',
    ]);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('2 errors, 0 warnings');
  });

  test('of a branch that does not refine its instrument says that beside the others', async () => {
    const path = onDisk(edited(faulty, edit('courts', 'meta:\n  noDeal', 'meta:\n  instrument: withdrawal\n  noDeal')));
    expect(await said(path)).toEqual([
      'branches/courts.yaml:7:3 stage-count',
      'branches/courts.yaml:11:3 stage-count',
      'branches/lease.yaml:19:17 unknown-target',
      'scenario.yaml:20:14 out-of-range',
    ]);
  });

  test('lists even thousands of problems whole', async () => {
    const many = Array.from({ length: 5000 }, (_, n) => `key${n}: { a: 1 }`).join('\n');
    const path = onDisk({ ...HARBOUR_LEASE, 'scenario.yaml': `${HARBOUR_LEASE['scenario.yaml']}${many}\n` });
    expect((await check(path)).problems).toHaveLength(5000);
  });
});

describe('a folder that is none', () => {
  const USAGE = 'usage: parley check PATH [--json]   PATH is a scenario folder\n';

  test.each([
    [[], 'name one scenario folder'],
    [['a', 'b'], 'name one scenario folder'],
    [['/nowhere/at/all'], 'there is no scenario folder at /nowhere/at/all'],
    [['/dev/null'], 'there is no scenario folder at /dev/null'],
    [[''], 'there is no scenario folder at '],
  ])('%j is wrong usage', async (args, sentence) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `parley: ${sentence}\n${USAGE}` });
  });

  test('so is a flag that there is not', async () => {
    const { status, stderr } = await run('somewhere', '--jsn');
    expect(status).toBe(2);
    expect(stderr).toContain("Unknown option '--jsn'");
  });

  test('so is a file, though it be a scenario’s own', async () => {
    const path = join(onDisk(HARBOUR_LEASE), 'scenario.yaml');
    expect(await run(path)).toMatchObject({ status: 2, stdout: '' });
  });

  test('an empty folder has a problem', async () => {
    expect(await said(onDisk({}))).toEqual(['scenario.yaml:1:1 file-missing']);
  });
});

describe('files that cannot be read', () => {
  const lease = (change: (path: string) => void): Promise<readonly string[]> => {
    const folder = onDisk(HARBOUR_LEASE);
    const path = join(folder, 'branches', 'lease.yaml');
    rmSync(path);
    change(path);
    return said(folder);
  };

  test.each<[string, (path: string) => void, string]>([
    ['a link to nothing', (path) => symlinkSync('/nowhere/at/all', path), 'file-unreadable'],
    ['a link to itself', (path) => symlinkSync(path, path), 'file-unreadable'],
    ['a folder of that name', (path) => mkdirSync(path), 'file-unreadable'],
    ['a device, which never ends', (path) => symlinkSync('/dev/zero', path), 'file-unreadable'],
    ['a pipe, which nobody writes to', (path) => spawnSync('mkfifo', [path]), 'file-unreadable'],
    ['a file that is too large', (path) => writeFileSync(path, 'a: 1\n'.repeat(500_000)), 'file-too-large'],
    ['a picture', (path) => writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0, 1])), 'not-text'],
    [
      'a text in another encoding',
      (path) => writeFileSync(path, Buffer.from('\uFEFFid: lease', 'utf16le')),
      'not-text',
    ],
  ])('%s', async (_name, change, code) => {
    expect(await lease(change)).toEqual([`branches/lease.yaml:1:1 ${code}`]);
  });

  test('a file where the folder of branches should be', async () => {
    const { 'scenario.yaml': scenario = '', 'facts.yaml': facts = '' } = HARBOUR_LEASE;
    expect(await said(onDisk({ 'scenario.yaml': scenario, 'facts.yaml': facts, branches: 'none' }))).toEqual([
      'scenario.yaml:1:1 missing-key',
    ]);
  });
});
