import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { audit } from '../../cli/audit.ts';
import { tree } from '../../cli/tree.ts';
import { inProcess } from '../support/inProcess.ts';
import { PARLEY, runParley } from '../support/runParley.ts';
import { TEMPLATE } from '../support/template.ts';

const run = (...args: readonly string[]) => inProcess(tree, ...args);

describe('parley tree', () => {
  test('prints the what-if tree as an outline, three moves deep unless asked otherwise', () => {
    const { status, stdout, stderr } = runParley('tree', TEMPLATE);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      'table (you)',
      '  evenings: The café asks for more evenings → evenings.request (Café)',
      '    two: Ask for two more evenings → evenings.answer (Library)',
      '      agree: Agree → evenings.shared ■ agreement · The courtyard is shared',
      '      try: Agree to a month on trial → evenings.trial (chance) … 2 moves',
      '      refuse: Refuse → evenings.asBefore □ no agreement · Three evenings, as before',
      '    sweep: Offer to close the shutters at ten, and ask for two → evenings.answer (Library)',
      '      agree: Agree → evenings.shared ■ agreement · The courtyard is shared',
      '      try: Agree to a month on trial → evenings.trial (chance) … 2 moves',
      '      refuse: Refuse → evenings.asBefore □ no agreement · Three evenings, as before',
      '',
    ]);
  });

  test('goes as deep as it is told', async () => {
    expect((await run(TEMPLATE, '--depth', '0')).stdout).toBe('table (you) … 1 move\n');
    const whole = (await run(TEMPLATE, '--depth', '9')).stdout;
    expect(whole.trimEnd().split('\n')).toHaveLength(14);
    expect(whole).not.toContain('…');
  });

  test('gives a program every position with its line, place, mover, label, end and open moves', async () => {
    const { status, stdout } = await run(TEMPLATE, '--depth', '9', '--json');
    const positions = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(positions).toHaveLength(14);
    expect(positions[0]).toEqual({
      line: [],
      state: 'table',
      decides: 'user',
      label: null,
      end: null,
      moves: ['table.evenings'],
    });
    expect(positions[5]).toEqual({
      line: ['table.evenings', 'evenings.request.two', 'evenings.answer.try', 'evenings.trial.calm'],
      state: 'evenings.shared',
      decides: null,
      label: 'The evenings are calm',
      end: { label: 'The courtyard is shared', agreement: true },
      moves: [],
    });
  });

  test('ends quietly when the reader has seen enough, as `| head` has', async () => {
    const kursk = join(TEMPLATE, '..', 'kursk-2025');
    const child = spawn(process.execPath, [PARLEY, 'tree', kursk, '--depth', '8']);
    const errors: string[] = [];
    child.stderr.on('data', (data) => errors.push(String(data)));
    // The outline is longer than a pipe holds, so the command is still writing when its reader leaves.
    child.stdout.once('data', () => child.stdout.destroy());
    const [status] = await once(child, 'close');
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
  });

  test.each([
    [[], 'name one scenario folder'],
    [['/nowhere/at/all'], 'there is no scenario folder at /nowhere/at/all'],
    [[TEMPLATE, '--depth', 'deep'], '--depth is a whole number of moves, not `deep`'],
    [[TEMPLATE, '--depth=-1'], '--depth is a whole number of moves, not `-1`'],
    [[TEMPLATE, TEMPLATE], 'name one scenario folder'],
    [[TEMPLATE, '--dept', '2'], "Unknown option '--dept'"],
  ])('refuses %j with its usage', async (args, sentence) => {
    const { status, stdout, stderr } = await run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('usage: parley tree PATH');
  });
});

describe('a scenario with an error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-'));
  const broken = join(folder, 'template');
  cpSync(TEMPLATE, broken, { recursive: true });
  writeFileSync(join(broken, 'facts.yaml'), 'facts: {}\n');
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['tree', tree],
    ['audit', audit],
  ])('has its problems listed by `parley %s`, which then exits 1', async (name, command) => {
    const { status, stdout, stderr } = runParley(name, broken);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(/scenario\.yaml:\d+:\d+ {2}error {2}no fact is called `F1`/);
    const json = await inProcess(command, broken, '--json');
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ code: 'unknown-fact' })]),
    });
  });
});
