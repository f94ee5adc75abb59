import { describe, expect, test } from 'vitest';
import { shockSweep } from '../../cli/shockSweep.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { unfold } from '../../machines/unfold.ts';
import { observeTree } from '../../src/analysis/audit/readings.ts';
import { type Audit, audit } from '../../src/analysis/audit.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { type Edit, templateWith } from '../support/template.ts';

const audited = (scenario: Scenario, limit = 1000): Audit =>
  audit(scenario, unfold(scenario, negotiation(scenario)), limit, shockSweep(scenario));

/** The line of an audit of the template with some passages changed. */
async function lineOf(id: string, ...edits: readonly Edit[]) {
  const line = audited(await templateWith(...edits)).lines.find((candidate) => candidate.id === id);
  if (line === undefined) throw new Error(`the audit has no line called ${id}`);
  return line;
}

describe('an audit', () => {
  test('finds nothing wrong with the template', async () => {
    const { ok, positions, lines } = audited(await templateWith());
    expect(lines.filter(({ verdict }) => verdict !== 'ok')).toEqual([]);
    expect({ ok, positions }).toEqual({ ok: true, positions: 14 });
    expect(lines.map(({ id }) => id)).toEqual([
      ...['unfolding', 'option-signs', 'rising-share', 'no-dominance', 'end-balance', 'swing-use'],
      ...['effective-weights', 'shock-choices', 'decisions-per-branch', 'told-lengths', 'terms', 'citations'],
    ]);
  });

  test('says so when the tree is larger than it may look', async () => {
    const { ok, lines } = audited(await templateWith(), 5);
    expect(lines[0]).toMatchObject({ id: 'unfolding', verdict: 'warning' });
    expect(lines[0]?.sentence).toContain('the first 5 positions');
    expect(ok).toBe(true);
  });

  test('fails as a whole when one line fails', async () => {
    expect(audited(await templateWith(['summary: A library', 'summary: A regime'])).ok).toBe(false);
  });
});

describe('options up and down', () => {
  test('are counted by the sign of all driver effects of an option together', async () => {
    const { figures } = await lineOf('option-signs');
    // By hand. Library: try, refuse, loud up; agree, calm down. Café: refuse, calm up; agree, try, loud down.
    expect(figures).toEqual([
      { actor: 'LIBRARY', up: 3, down: 2, level: 2 },
      { actor: 'CAFE', up: 2, down: 3, level: 2 },
    ]);
  });

  test('read `when` at the opening position', async () => {
    const given = 'CAFE.alternatives: "--" }\n          tendency: { low: 0.1, mode: 0.3';
    const when = (state: string) =>
      `CAFE.alternatives: { add: "--", when: { condition: summer, is: ${state} } } }\n          tendency: { low: 0.1, mode: 0.3`;
    expect((await lineOf('option-signs', [given, when('dry')])).figures[1]).toMatchObject({ down: 3 });
    expect((await lineOf('option-signs', [given, when('wet')])).figures[1]).toMatchObject({ down: 2 });
  });

  test('warn when one principal is helped far more often than the other', async () => {
    const line = await lineOf(
      'option-signs',
      ['LIBRARY.chip: "-", CAFE.alternatives: "--" }', 'LIBRARY.chip: "+", CAFE.alternatives: "--" }'],
      ['CAFE.chip: "+", LIBRARY.chip: "-" }', 'CAFE.chip: "-", LIBRARY.chip: "+" }'],
    );
    expect(line).toMatchObject({ verdict: 'warning' });
    expect(line.sentence).toContain('between the principals that is 80 % apart');
  });

  test('fail when an actor gains leverage on more than 70 % of them', async () => {
    const line = await lineOf(
      'rising-share',
      ['CAFE.chip: "-", CAFE.alternatives: "+", goodwill: "-" }', 'LIBRARY.chip: "+" }'],
      ['CAFE.chip: "+", CAFE.alternatives: "-", quiet', 'LIBRARY.chip: "+", quiet'],
      ['LIBRARY.chip: "-", CAFE.alternatives: "--" }', 'LIBRARY.chip: "+", CAFE.alternatives: "--" }'],
    );
    expect(line).toMatchObject({ verdict: 'failure' });
    expect(line.sentence).toContain('Library rises on more than 70 %');
    expect(line.figures[0]).toEqual({ actor: 'LIBRARY', rises: 6, share: '86 %' });
  });
});

describe('an option that is best on everything', () => {
  const best: Edit = [
    'goodwill: { add: "--", when: { played: evenings.request.sweep } }',
    'LIBRARY.alternatives: "++", goodwill: "++"',
  ];

  test('is found', async () => {
    const line = await lineOf('no-dominance', best);
    expect(line).toMatchObject({ verdict: 'failure' });
    expect(line.sentence).toContain('evenings.answer.refuse');
    expect(line.figures).toEqual([{ option: 'evenings.answer.refuse', best: 2, of: 2, share: '100 %' }]);
  });

  test('is a choice again when it costs its decider something', async () => {
    const costly: Edit = [best[0], 'LIBRARY.alternatives: "--", goodwill: "++"'];
    expect(await lineOf('no-dominance', costly)).toMatchObject({ verdict: 'ok', figures: [] });
  });

  test('or when the other side would have to agree and does not gain', async () => {
    const joint: Edit = [
      'decides: LIBRARY\n      ask: How does the library answer?',
      'decides: [LIBRARY, CAFE]\n      noAgreement: refuse\n      ask: How do they settle it?',
    ];
    expect(await lineOf('no-dominance', best, joint)).toMatchObject({ verdict: 'ok' });
  });

  test('is not looked for where the shared protections are none, without saying so', async () => {
    const line = await lineOf('no-dominance', [
      'goodwill: { weight: 0.4, worst: 35, best: 65 }',
      'goodwill: { weight: 0.4, worst: 65, best: 35 }',
    ]);
    expect(line.sentence).not.toContain('shared protections');
    expect((await lineOf('no-dominance')).sentence).toContain('the shared protections (Goodwill in the house)');
  });
});

describe('ends', () => {
  test('fail where a principal only gains', async () => {
    const line = await lineOf('end-balance', [
      ', CAFE.alternatives: "--" }\n          tendency: { low: 0.1, mode: 0.3',
      ' }\n          tendency: { low: 0.1, mode: 0.3',
    ]);
    expect(line).toMatchObject({ verdict: 'failure' });
    expect(line.sentence).toBe('One-sided ends: Café never loses at evenings.shared.');
  });

  test('are named when no line reaches them', async () => {
    const line = await lineOf(
      'end-balance',
      [
        'agree:\n        target: shared',
        'agree:\n        target: shared\n        guard: { type: holds, params: { condition: summer, is: wet } }',
      ],
      ['calm:\n        target: shared', 'calm:\n        target: asBefore'],
    );
    expect(line.verdict).not.toBe('ok');
    expect(line.sentence).toContain('Not reached at the opening conditions: evenings.shared.');
  });
});

describe('other lines', () => {
  test('warn about a stake whose swing is hardly used', async () => {
    const line = await lineOf('swing-use', [
      'quiet: { weight: 0.6, worst: 35, best: 75 }',
      'quiet: { weight: 0.6, worst: 0, best: 100 }',
    ]);
    expect(line).toMatchObject({ verdict: 'warning' });
    expect(line.sentence).toContain("the swing of Library's “Quiet for readers”");
  });

  test('give what each stake weighs at reachable ends: weight times swing used there, over their sum', async () => {
    const line = await lineOf('effective-weights');
    const of = (name: string) => line.figures.filter(({ actor }) => actor === 'LIBRARY').map((row) => row[name]);
    expect(of('stake')).toEqual(['quiet', 'evenings', 'goodwill']);
    expect(of('swing used at ends')).toEqual(['58 %', '50 %', '86 %']);
    // 0.6 · 0.575, 0.1 · 0.5 and 0.3 · 0.861 over their sum 0.653.
    expect(of('effective weight')).toEqual(['53 %', '8 %', '39 %']);
    expect(line.sentence).toContain("Library's on “Quiet for readers” (53 %, by its weight 60 %)");
    const level = await lineOf('effective-weights', [
      'quiet: { weight: 0.6, worst: 35, best: 75 }',
      'quiet: { weight: 0.6, worst: 99, best: 100 }',
    ]);
    expect(level.figures[0]).toMatchObject({ 'swing used at ends': '0 %', 'effective weight': '0 %' });
  });

  test('fail where a principal decides nothing in a branch', async () => {
    const line = await lineOf('decisions-per-branch', ['decides: LIBRARY', 'decides: CAFE']);
    expect(line).toMatchObject({ verdict: 'failure', sentence: 'Nothing to decide: Library in evenings.' });
  });

  test('fail where one account is much longer, or one principal is not heard', async () => {
    const said = 'CAFE: The café has asked for more evenings in summer, when its guests like to sit outside. [F2]';
    const long = await lineOf('told-lengths', [said, 'CAFE: The café says that it would like more.']);
    expect(long).toMatchObject({ verdict: 'failure', sentence: 'Accounts of uneven length: evenings.request.' });
    const unheard = await lineOf('told-lengths', [said, '']);
    expect(unheard).toMatchObject({ verdict: 'failure', sentence: 'A principal is not heard: evenings.request.' });
  });

  test('fail where a term takes a side, and say what to write instead', async () => {
    const line = await lineOf('terms', ['reason: The house stays friendly.', 'reason: The regime stays friendly.']);
    expect(line.figures).toEqual([
      expect.objectContaining({
        at: 'branches.evenings.states.answer.on.agree.meta.reason',
        word: 'regime',
        instead: 'government',
      }),
    ]);
  });

  test('say that a language without a list of terms was not looked at', async () => {
    expect(await lineOf('terms', ['language: en', 'language: uk'])).toMatchObject({ verdict: 'warning' });
    expect(await lineOf('citations', ['language: en', 'language: uk'])).toMatchObject({ verdict: 'warning' });
  });

  test('count the sentences that cite a fact, and those that claim nothing by how they do', async () => {
    const line = await lineOf('citations');
    expect(line.verdict).toBe('ok');
    expect(line.figures).toContainEqual({ kind: 'context', cite: 2 });
    expect(line.figures).toContainEqual({ kind: 'told', readings: 1, cite: 1 });
    const uncited = await lineOf('citations', [
      'three evenings a week. [F1] It has asked for more. [F2]',
      'three evenings a week. [F1] In this line it asks. Could it? It might. You choose. It wants more.',
    ]);
    expect(uncited).toMatchObject({
      verdict: 'failure',
      sentence: '1 sentence should cite a fact and does not; `parley check` says which.',
    });
    expect(uncited.figures).toContainEqual({
      kind: 'context',
      cite: 1,
      'in this line': 1,
      questions: 1,
      conditional: 1,
      'to the reader': 1,
      uncited: 1,
    });
  });
});

describe('the one pass over the tree', () => {
  test('enters every position once, and leaves it knowing what each of its moves leads to', async () => {
    const scenario = await templateWith();
    const positions = [...unfold(scenario, negotiation(scenario))];
    const entered: string[] = [];
    const left: string[] = [];
    const seen = observeTree(scenario, positions, 1000, [
      {
        enter: ({ position }) => entered.push(position.line.join()),
        leave: ({ position, after }) => {
          left.push(position.line.join());
          expect([...after.keys()].sort()).toEqual([...position.moves].sort());
        },
      },
    ]);
    expect(seen).toEqual({ positions: positions.length, whole: true });
    expect(entered).toEqual(positions.map(({ line }) => line.join()));
    expect([...left].sort()).toEqual([...entered].sort());
    expect(left.at(-1)).toBe('');
  });
});
