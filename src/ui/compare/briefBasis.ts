import type { FigureComparison, Pair } from '../../analysis/compare.ts';
import { stateLeft } from '../../analysis/trace.ts';
import { labelOf, moveAt } from '../../domain/chart.ts';
import { factsInProse } from '../../domain/citations.ts';
import { readShock } from '../../domain/identifier.ts';
import { quantityAt } from '../../domain/indicators.ts';
import type { Prose } from '../../domain/prose.ts';
import type { Scenario } from '../../domain/scenario.ts';
import type { Basis } from '../../domain/schema/parts.ts';
import { formatChange } from '../text/format.ts';
import { figureLabel, figureSuffix } from './figureWords.ts';
import type { ComparedLine } from './lines.ts';
import { addressOf, isPartOf, movedAfterParting } from './movedBy.ts';
import { shorten } from './shorten.ts';
import type { Words } from './words.ts';

/** What a brief reads from besides the comparison itself. */
export interface BriefReading {
  readonly scenario: Scenario;
  readonly words: Words;
  readonly lines: readonly ComparedLine[];
  readonly pair: Pair;
  readonly rows: readonly FigureComparison[];
  /** The long texts of the branches that the lines run through. */
  readonly prose: Prose;
}

/** A sentence of a brief, with the facts that it cites. */
export interface Cited {
  readonly text: string;
  readonly facts: readonly string[];
}

/** A basis in short: facts, a formula, or a judgement with its first reason. */
function basisInShort({ brief }: Words, basis: Basis | undefined): (Cited & { readonly sort: string }) | undefined {
  if (basis === undefined) return undefined;
  if ('source' in basis) return { sort: brief.sorts.source, text: brief.cited(basis.source), facts: basis.source };
  const text = shorten('derived' in basis ? basis.derived : basis.judgement);
  return { sort: 'derived' in basis ? brief.sorts.derived : brief.sorts.judgement, text, facts: factsInProse(text) };
}

/** A step of one of the pair's lines, as a brief names it: B4. */
export interface StepRef {
  readonly line: ComparedLine;
  readonly step: number;
  readonly move: string;
}

/** Parts of a total that a brief names. */
const NAMED_PARTS = 3;

const rounds = (change: number): boolean => Math.round(Math.abs(change)) >= 1;

/** The steps after the parting that moved a number by a whole point, in either line of the pair. */
export function stepsThatMoved(
  { scenario, lines, pair: [first, second] }: BriefReading,
  { figure }: FigureComparison,
): readonly (StepRef & { readonly change: number })[] {
  const address = addressOf(figure.subject);
  const [one, other] = [lines[first], lines[second]];
  if (address === undefined || one === undefined || other === undefined) return [];
  return [
    { line: one, from: other },
    { line: other, from: one },
  ].flatMap(({ line, from }) =>
    movedAfterParting(scenario, address, line.reading, from.reading)
      .filter(({ change }) => rounds(change))
      .map(({ step, move, change }) => ({ line, step, move, change })),
  );
}

/** Where a figure of the brief comes from: what it starts from, what it is made of, and which steps moved it. */
export function figureBasis(reading: BriefReading, row: FigureComparison): Cited {
  const { scenario, words, rows } = reading;
  const { brief } = words;
  const { subject } = row.figure;
  const said: Cited[] = [];
  const add = (text: string, facts: readonly string[] = []) => said.push({ text, facts });
  if (subject.kind === 'payoff' || subject.kind === 'leverage') {
    const parts = rows
      .filter(({ figure, difference }) => isPartOf(figure.subject, subject) && rounds(difference.central))
      .sort((a, b) => Math.abs(b.difference.central) - Math.abs(a.difference.central))
      .slice(0, NAMED_PARTS)
      .map(({ figure, difference }) =>
        brief.part(partLabel(scenario, figure.subject), formatChange(difference.central)),
      );
    if (parts.length > 0) add(brief.rests(parts));
  }
  const moved = stepsThatMoved(reading, row);
  if (addressOf(subject) !== undefined) {
    const steps = moved.map(({ line, step, change }) => brief.movedBy(line.letter, step, formatChange(change)));
    add(steps.length === 0 ? brief.noMoves : `${brief.moves(steps)}${figureSuffix(scenario, subject)}`);
  }
  const start = basisInShort(words, startBasis(scenario, row));
  if (start !== undefined) {
    add(
      (subject.kind === 'payoff' || subject.kind === 'stake' ? brief.weights : brief.start)(start.sort, start.text),
      start.facts,
    );
  }
  return {
    text: brief.basisOf(
      figureLabel(scenario, words, subject),
      said.map(({ text }) => text.replace(/[.…]*$/, (end) => (end.startsWith('…') ? '… ' : '.')).trim()).join(' '),
    ),
    facts: said.flatMap(({ facts }) => facts),
  };
}

const partLabel = (scenario: Scenario, subject: FigureComparison['figure']['subject']): string =>
  'address' in subject ? quantityAt(scenario, subject.address).label : '';

function startBasis(scenario: Scenario, { figure: { subject } }: FigureComparison): Basis | undefined {
  if (subject.kind === 'payoff' || subject.kind === 'stake') return scenario.stakes[subject.actor]?.basis;
  if (subject.kind === 'leverage') return scenario.drivers.basis[subject.actor];
  return quantityAt(scenario, subject.address).basis;
}

/** Why a step has the size that it has, in short, with its own facts. */
export function stepReason({ scenario, words, prose }: BriefReading, { line, step, move }: StepRef): Cited {
  const label = labelOf(scenario, move);
  const said = basisInShort(words, stepBasis(scenario, prose, { line, step, move }));
  const { brief } = words;
  const text = brief.stepReason(
    line.letter,
    step,
    label,
    said?.sort ?? brief.sorts.judgement,
    said?.text ?? brief.noReason,
  );
  return { text, facts: said?.facts ?? [] };
}

function stepBasis(scenario: Scenario, prose: Prose, { line, step, move }: StepRef): Basis | undefined {
  const shock = readShock(move);
  if (shock === undefined) {
    const judgement = prose[`${move}.basis`];
    return judgement === undefined ? moveAt(scenario, move)?.meta.basis : { judgement };
  }
  const states = scenario.conditions[shock.condition]?.states;
  const before = line.reading.positions[step - 1];
  // A switch back has no numbers of its own: it takes back those of the state that it leaves.
  const left = before === undefined ? undefined : stateLeft(move, before);
  return states?.[shock.state]?.basis ?? states?.[left ?? '']?.basis;
}
