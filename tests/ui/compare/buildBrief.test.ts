import { describe, expect, test } from 'vitest';
import { splitScenario } from '../../../src/domain/prose.ts';
import { type BriefBlock, toMarkdown } from '../../../src/formats/brief.ts';
import { provenance } from '../../../src/ui/app/provenance.ts';
import { buildBrief, figuresOfBrief } from '../../../src/ui/compare/buildBrief.ts';
import { en } from '../../../src/ui/text/en.ts';
import { comparison, FROZEN, HOLD, LEAVE } from './comparison.ts';

const STAMP = 'kursk-2025@1.0.0.abcd';

async function briefOf(lines: Parameters<typeof comparison>[0], pair?: Parameters<typeof comparison>[1]) {
  const compared = await comparison(lines, pair);
  const { scenario } = compared;
  const { prose, ledger } = splitScenario(scenario);
  const source = {
    ...compared,
    text: en,
    ledger,
    prose: Object.assign({}, ...Object.values(prose)),
    provenance: provenance({ scenario, stamp: STAMP }, en),
    link: 'https://example.org/#/compare/a;b',
  };
  return { brief: buildBrief(source), source, compared };
}

const textOf = (block: BriefBlock): string =>
  block.kind === 'paragraph'
    ? block.text
    : block.kind === 'list'
      ? block.items.join('\n')
      : block.kind === 'link'
        ? block.href
        : [block.columns, ...block.rows].map((row) => row.join(' | ')).join('\n');

describe('a brief of two lines', () => {
  test('names the scenario with its stamp and date, the lines with their ends, and what it does not say', async () => {
    const { brief } = await briefOf([HOLD, LEAVE]);
    const whole = [...brief.lead, ...brief.sections.flatMap(({ blocks }) => blocks)].map(textOf).join('\n');
    expect(whole).toContain(`Kursk, March 2025, as of 14 March 2025 (${STAMP}).`);
    expect(whole).toMatch(/A: Discuss them with Washington\. Ends at “.+” \(no agreement\)\./);
    expect(whole).toContain(en.standing);
    expect(whole).toContain('redraws are not probabilities');
    expect(whole).toContain('10th to 90th percentile of 200 draws (seed 1,');
    expect(whole).toContain('https://example.org/#/compare/a;b');
  });

  test('gives each number that it shows a line that says where it comes from', async () => {
    const { brief, source } = await briefOf([HOLD, LEAVE]);
    const { shown } = figuresOfBrief(source);
    expect(shown.map(({ figure }) => figure.id).slice(0, 4)).toEqual([
      'payoff/UKR',
      'payoff/RUS',
      'leverage/UKR',
      'leverage/RUS',
    ]);
    expect(shown.length).toBeGreaterThan(4);
    const table = brief.sections[1]?.blocks[0];
    const [bases] = brief.sections[2]?.blocks ?? [];
    if (table?.kind !== 'table' || bases?.kind !== 'list') throw new Error('the brief has lost a part');
    expect(table.rows).toHaveLength(shown.length);
    expect(bases.items).toHaveLength(shown.length);
    for (const [index, [figure]] of table.rows.entries()) {
      expect(bases.items[index]?.startsWith(`${figure?.replace(/, (days|km²)$/, '')}. `)).toBe(true);
      expect(bases.items[index]).toMatch(/\((judgement|facts|formula)\)/);
    }
  });

  test('names the reason of every step that it says moved a number', async () => {
    const { brief } = await briefOf([HOLD, LEAVE]);
    const blocks = brief.sections[2]?.blocks ?? [];
    const [bases, , reasons] = blocks.map(textOf);
    const named = new Set([...(bases ?? '').matchAll(/\b([AB]\d+) [+−]\d/g)].map(([, step]) => step));
    const given = (reasons ?? '').split('\n').map((line) => line.split(' ')[0]);
    expect(named.size).toBeGreaterThan(0);
    expect(given).toEqual(expect.arrayContaining([...named]));
    expect(reasons).not.toContain('No reason is written');
  });

  test('lists every fact that it cites once, with status, claim and source, and no other', async () => {
    const { brief, compared } = await briefOf([HOLD, FROZEN]);
    const cited = brief.sections[2]?.blocks.map(textOf).join('\n') ?? '';
    const ids = new Set([...cited.matchAll(/\[([^\]]+)\]/g)].flatMap(([, list]) => (list ?? '').split(/,\s*/)));
    const facts = brief.sections.find(({ heading }) => heading === 'Facts cited here')?.blocks[0];
    if (facts?.kind !== 'list') throw new Error('the brief cites no fact');
    expect(facts.items.map((item) => item.split(' ')[0]).sort()).toEqual(expect.arrayContaining([...ids].sort()));
    expect(new Set(facts.items).size).toBe(facts.items.length);
    for (const item of facts.items) {
      const id = item.split(' ')[0] ?? '';
      expect(cited).toContain(id);
      const fact = compared.scenario.facts[id];
      expect(item).toContain(`(${fact?.status})`);
      expect(item).toMatch(/Source: .+\.$|No source settles this\.$/);
    }
  });

  test('is the same numbers in Markdown', async () => {
    const { brief } = await briefOf([HOLD, LEAVE]);
    const markdown = toMarkdown(brief);
    const table = brief.sections[1]?.blocks[0];
    if (table?.kind !== 'table') throw new Error('the brief has lost its table');
    for (const row of table.rows) expect(markdown).toContain(`| ${row.join(' | ')} |`);
    expect(markdown.startsWith(`# ${brief.title}`)).toBe(true);
  });
});

test('a brief of four lines has a column for each and speaks of the chosen pair', async () => {
  const { brief } = await briefOf([HOLD, LEAVE, FROZEN, HOLD.slice(0, 4)], [1, 2]);
  const table = brief.sections[1]?.blocks[0];
  if (table?.kind !== 'table') throw new Error('the brief has lost its table');
  expect(table.columns).toEqual(['Figure', 'A', 'B', 'C', 'D', 'C − B']);
  expect(brief.title).toMatch(/\bC\b.*\bB\b/);
});

test('a brief of the same line twice says so and cites nothing that moved', async () => {
  const { brief } = await briefOf([HOLD, HOLD]);
  expect(brief.title).toBe('A and B leave Ukraine’s and Russia’s payoffs about level.');
  expect(brief.sections[2]?.blocks).toHaveLength(1);
});
