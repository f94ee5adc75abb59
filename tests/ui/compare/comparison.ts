import { requireScenario } from '../../../cli/loadScenario.ts';
import { negotiation } from '../../../machines/negotiation.ts';
import { lineReader, standing } from '../../../machines/stepping.ts';
import { compareFigures, type Pair } from '../../../src/analysis/compare.ts';
import { figures } from '../../../src/analysis/figures.ts';
import { heldDraws } from '../../../src/analysis/heldDraws.ts';
import { lineDraws } from '../../../src/analysis/lineDraws.ts';
import type { Line } from '../../../src/domain/identifier.ts';
import { emptyStudy, foldStudy, type Study } from '../../../src/domain/study.ts';
import type { StudyDeed } from '../../../src/domain/studyEntry.ts';
import { comparedLines } from '../../../src/ui/compare/lines.ts';
import { partingOf } from '../../../src/ui/compare/parting.ts';
import { compare as words } from '../../../src/ui/text/en/compare.ts';

/** Three lines that part at the same decision, and one that stops there. */
export const HOLD: Line = [
  'table.ceasefire',
  'ceasefire.reply.conditional',
  'ceasefire.terms.discuss',
  'ceasefire.package.none',
  'ceasefire.mediation.pressUkraine',
  'ceasefire.pressed.hold',
];
export const LEAVE: Line = [
  'table.ceasefire',
  'ceasefire.reply.conditional',
  'ceasefire.terms.refuse',
  'ceasefire.mediation.leave',
];
export const FROZEN: Line = [
  'table.ceasefire',
  'ceasefire.reply.conditional',
  'shock.usAid.frozen',
  'ceasefire.terms.refuse',
];
export const START: Line = ['table.ceasefire', 'ceasefire.reply.conditional'];

/** A study in which a reader did these things, in this order. */
export const studyOf = (...deeds: readonly StudyDeed[]): Study =>
  foldStudy(
    emptyStudy,
    deeds.map((deed, at) => ({ ...deed, stamp: { at: at + 1, by: 'test' } })),
  );

/** The deeds of a reader who walks a line from the start. */
export const walking = (line: Line): readonly StudyDeed[] =>
  line.map((_, index) => ({ type: 'added', line: line.slice(0, index + 1) }));

async function open() {
  const scenario = await requireScenario(new URL('../../../scenarios/kursk-2025', import.meta.url).pathname);
  const machine = negotiation(scenario);
  return { scenario, read: lineReader(machine), drawsAlong: lineDraws(heldDraws(scenario)) };
}

let opened: ReturnType<typeof open> | undefined;

/** What the screens read, without a page; read once for all tests of a file. */
export function openScenario(): ReturnType<typeof open> {
  opened ??= open();
  return opened;
}

/** Lines set side by side, as the screen has them. */
export async function comparison(lines: readonly Line[], pair: Pair = [0, 1], study: Study = emptyStudy) {
  const parley = await openScenario();
  const { scenario, read } = parley;
  const columns = comparedLines(parley, study, words.columns.opening, lines);
  const stateAfter = (line: Line) => {
    const snapshot = read(line);
    return snapshot === undefined ? 'table' : standing(snapshot);
  };
  return {
    ...parley,
    words,
    lines: columns,
    pair,
    letters: { first: columns[pair[0]]?.letter ?? '', second: columns[pair[1]]?.letter ?? '' },
    rows: compareFigures(
      figures(scenario),
      columns.map(({ place }) => place),
      pair,
    ),
    parting: partingOf(
      scenario,
      columns.map(({ reading }) => reading.line),
      stateAfter,
    ),
  };
}
