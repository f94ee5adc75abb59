import { negotiation } from '../machines/negotiation.ts';
import { openingSnapshot, play } from '../machines/stepping.ts';
import { POSITION_LIMIT, type TreePosition, unfold } from '../machines/unfold.ts';
import { solve } from '../src/analysis/rollback/solve.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { contentHash } from '../src/formats/contentHash.ts';
import { hasJointDecisions, writeEfg } from '../src/formats/efg/writeEfg.ts';
import { branchDiagram } from '../src/formats/mermaid.ts';
import { outcomesCsv } from '../src/formats/outcomesCsv.ts';
import { writeXstateJson } from '../src/formats/xstateJson.ts';
import { entriesOf, scenarioGame } from './scenarioGame.ts';
import type { OutFile } from './writeOut.ts';

/** The formats that a scenario leaves Parley in. */
export const FORMATS = ['efg', 'xstate', 'csv', 'mermaid'] as const;
export type Format = (typeof FORMATS)[number];

/** Says that a tree is larger than what is handed on. */
export class TooLarge extends Error {}

const lines = function* (all: Iterable<string>): Generator<string> {
  for (const line of all) yield `${line}\n`;
};

/** Where an export of a scenario comes from: what every one of them carries, a sentence a line. */
export function stampLines(scenario: Scenario): readonly string[] {
  const { author, id, readingDate, title, version } = scenario;
  return [
    `${title}, as of ${readingDate} (${id}@${version}.${contentHash(scenario)}).`,
    `Numbers in force: central values of ${author.name}’s judgements (${author.licence}), at the default conditions.`,
    'Numbers are judgements, never forecasts. Points of different actors are not comparable.',
  ];
}

/** A text as a label that every reader of .efg takes: OpenSpiel’s knows no quote inside one. */
const withoutQuotes = (text: string): string => text.replaceAll('"', "'");

function efgPieces(scenario: Scenario, branch: string | undefined): Iterable<string> {
  const game = scenarioGame(scenario, branch);
  if (game === undefined) throw new TooLarge();
  const { tree, labels } = game;
  const solved = solve(tree, { name: 'rational' });
  const shares = solved.ok ? solved.value.columns.share : undefined;
  const how =
    shares === undefined
      ? 'an even mix over its moves'
      : 'the choice of rational play at probability 1 (an even mix of moves that are equally good)';
  const comment = [
    ...stampLines(scenario),
    'Ends pay the points of each actor, 0 to 100. Information sets are named after the places of the chart.',
    ...(branch === undefined
      ? ['The first node is the table, where a reader chooses a branch: a move of chance with even odds.']
      : []),
    ...(hasJointDecisions(tree)
      ? [`A joint decision is written as a move of chance with ${how}: the format knows only single players.`]
      : []),
  ];
  const options = shares === undefined ? { comment } : { comment, jointShares: shares };
  const named = {
    title: withoutQuotes(labels.title),
    branch: (at: number) => withoutQuotes(labels.branch(at)),
    outcome: (node: number) => withoutQuotes(labels.outcome(node)),
    node: (node: number) => withoutQuotes(labels.node(node)),
  };
  return lines(writeEfg({ ...tree, actors: tree.actors.map(withoutQuotes) }, named, options));
}

/** The positions of a scenario's tree, or of what follows from entering one branch; throws TooLarge after as many as are unfolded. */
function* positions(scenario: Scenario, branch: string | undefined): Generator<TreePosition> {
  const machine = negotiation(scenario);
  const opening = openingSnapshot(machine);
  const entries = branch === undefined ? [] : entriesOf(scenario, branch);
  const starts =
    branch === undefined
      ? [{ from: opening, before: [] as string[] }]
      : entries.map(({ id }) => ({ from: play(machine, opening, id), before: [id] }));
  let count = 0;
  for (const { from, before } of starts) {
    for (const position of unfold(scenario, machine, from === undefined ? {} : { from })) {
      count += 1;
      if (count > POSITION_LIMIT) throw new TooLarge();
      if (position.end) yield { ...position, line: [...before, ...position.line] };
    }
  }
}

/** What a scenario, or one branch of it, comes to in a format: one text, or one per branch. */
export function exportScenario(scenario: Scenario, format: Format, branch: string | undefined): readonly OutFile[] {
  const remarks = stampLines(scenario);
  const branches = branch === undefined ? Object.keys(scenario.branches) : [branch];
  switch (format) {
    case 'efg':
      return [{ name: `${scenario.id}.efg`, pieces: efgPieces(scenario, branch) }];
    case 'csv':
      return [{ name: `${scenario.id}.csv`, pieces: outcomesCsv(scenario, positions(scenario, branch), remarks) }];
    case 'xstate':
      return branches.flatMap((id) => {
        const config = scenario.branches[id];
        return config === undefined ? [] : [{ name: `${id}.json`, pieces: [writeXstateJson(config, remarks)] }];
      });
    case 'mermaid':
      return branches.map((id) => ({ name: `${id}.mmd`, pieces: lines(branchDiagram(scenario, id, remarks)) }));
  }
}

/** Several texts as one, for a pipe: diagrams one after the other, configs as one mapping by branch. */
export function* together(format: Format, files: readonly OutFile[]): Generator<string> {
  if (format !== 'xstate' || files.length === 1) {
    for (const [index, { pieces }] of files.entries()) {
      if (index > 0) yield '\n';
      yield* pieces;
    }
    return;
  }
  const configs = files.map(({ name, pieces }) => [name.replace(/\.json$/, ''), JSON.parse([...pieces].join(''))]);
  yield `${JSON.stringify(Object.fromEntries(configs), null, 2)}\n`;
}
