import { standing } from '../../../../machines/stepping.ts';
import { figureIn, figures } from '../../../analysis/figures.ts';
import { actorName, principals } from '../../../domain/actors.ts';
import { isEnd, labelOf, stateAt } from '../../../domain/chart.ts';
import { type Line, readShock } from '../../../domain/identifier.ts';
import { lineKey } from '../../../domain/line.ts';
import { agendaOf } from '../../../workshop/agenda.ts';
import { planOf } from '../../../workshop/plans.ts';
import { PROMPTS } from '../../../workshop/prompts.ts';
import type { Round, TakenDecision, Vote } from '../../../workshop/room.ts';
import { tallyOf } from '../../../workshop/tally.ts';
import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import type { Parley } from '../../app/parley.ts';
import { provenance } from '../../app/provenance.ts';
import { formatNumber, formatRange } from '../../text/format.ts';
import { placeLabel } from '../../text/sentences.ts';
import { comparisonOf, endOf } from '../comparison.ts';
import { differenceSentence, lineName } from '../comparisonWords.ts';
import { PRIVATE } from '../console/ids.ts';
import { shareText } from '../shareText.ts';
import type { DebriefWords } from './useDebriefWords.ts';

/** A decision as a debrief tells it. */
export interface DecisionTold {
  readonly question: string;
  readonly played: string;
  readonly how: string;
  /** A sentence per vote: hands and shares per option, marked as counted in. */
  readonly votes: readonly string[];
  readonly predicted: string | undefined;
  readonly reason: string | undefined;
}

/** A round as a debrief tells it. */
export interface RoundTold {
  readonly title: string;
  readonly sat: string;
  readonly steps: readonly string[];
  readonly end: string;
  /** Both principals' leverage where the line leads, each with its range of judgement. */
  readonly leverage: readonly string[];
  readonly cards: readonly string[];
  readonly left: readonly string[];
  readonly decisions: readonly DecisionTold[];
}

/** A workshop in sentences: what the Markdown, the printed sheet and nobody's memory hold. No names and no clock times. */
export interface Debrief {
  readonly title: string;
  readonly intro: readonly string[];
  readonly rounds: readonly RoundTold[];
  readonly comparison: { readonly title: string; readonly rows: readonly string[] } | undefined;
  readonly said: readonly { readonly prompt: string; readonly text: string }[];
  readonly timing: readonly { readonly part: string; readonly planned: number; readonly actual: number }[];
  readonly notes: string;
  readonly basis: readonly string[];
}

/** Every line that a room walked, those that it left included; each once. */
export function linesOfRoom({ rounds }: Pick<FacilitatorView, 'rounds'>): readonly Line[] {
  const all = rounds.flatMap(({ line, forks }) => [...forks.map((fork) => fork.line), line]);
  return all.filter((line, index) => all.findIndex((other) => lineKey(other) === lineKey(line)) === index);
}

const labels = ({ scenario }: Parley, line: Line): readonly string[] => line.map((move) => labelOf(scenario, move));

function voteTold(parley: Parley, vote: Vote, { debrief }: DebriefWords): string {
  const tally = tallyOf(vote);
  const name = debrief.votes[vote.kind];
  if (tally === undefined) return `${name}: ${debrief.waived}.`;
  const raised = tally.rows.filter(({ hands }) => hands > 0);
  const none = tally.rows.length - raised.length;
  const rows = [
    ...raised.map(({ move, hands, share }) => debrief.hands(labelOf(parley.scenario, move), hands, shareText(share))),
    ...(none > 0 ? [debrief.noHands(none)] : []),
  ];
  const silent = tally.cannotSay > 0 ? [debrief.cannotSay(tally.cannotSay)] : [];
  return `${name}: ${[...rows, ...silent].join('; ')} (${debrief.countedIn}).`;
}

/** Who had said beforehand what was then played. */
function foreseen({ votes, move }: Pick<TakenDecision, 'votes' | 'move'>) {
  const asked = votes.map(tallyOf).findLast((tally) => (tally?.predictions ?? 0) > 0);
  const right = asked?.rows.find((row) => row.move === move)?.predicted;
  return asked?.predictions === undefined || right === undefined ? undefined : { right, all: asked.predictions };
}

function decisionTold(parley: Parley, decision: TakenDecision, words: DebriefWords): DecisionTold {
  const snapshot = parley.read(decision.line);
  const known = foreseen(decision);
  return {
    question: placeLabel(parley.scenario, snapshot === undefined ? '' : standing(snapshot)),
    played: words.debrief.played(labelOf(parley.scenario, decision.move)),
    how: words.stage.consequence.by[decision.by],
    votes: decision.votes.filter(({ revealed }) => revealed).map((vote) => voteTold(parley, vote, words)),
    predicted: known === undefined ? undefined : words.debrief.predicted(known.right, known.all),
    reason: decision.reason === undefined ? undefined : words.debrief.reason(decision.reason),
  };
}

function endTold({ scenario, read }: Parley, line: Line, { text, debrief }: DebriefWords): string {
  const snapshot = read(line);
  const state = snapshot === undefined ? '' : standing(snapshot);
  const placed = stateAt(scenario, state)?.state;
  if (placed !== undefined && isEnd(placed)) {
    const { label, agreement } = placed.meta;
    return debrief.end(label, agreement ? text.walk.agreement : text.walk.noAgreement);
  }
  return debrief.stands(placeLabel(scenario, state));
}

function leverageTold(parley: Parley, line: Line, { debrief, stage }: DebriefWords): readonly string[] {
  const { scenario } = parley;
  const end = endOf(parley, line);
  if (end === undefined) return [];
  const all = figures(scenario);
  return principals(scenario).flatMap((actor) =>
    all
      .filter(({ subject }) => subject.kind === 'leverage' && subject.actor === actor)
      .map((figure) => {
        const { central, range } = figureIn(figure, end);
        return debrief.leverage(
          stage.compare.leverage(actorName(scenario, actor)),
          formatNumber(central),
          formatRange(range),
        );
      }),
  );
}

function roundTold(parley: Parley, view: FacilitatorView, round: Round, words: DebriefWords): RoundTold {
  const { debrief, stage } = words;
  const [one, other] = round.sides.map((actor) => actorName(parley.scenario, actor));
  const { seating } = view.setup;
  const how = seating === 'together' ? debrief.seating.together : debrief.seating[seating](one ?? '', other ?? '');
  const put = (decisions: readonly TakenDecision[]) => decisions.filter(({ votes }) => votes.length > 0);
  const all = [...round.forks.flatMap((fork) => fork.decisions), ...round.decisions];
  return {
    title: stage.round(round.number),
    sat: debrief.sat(how),
    steps: labels(parley, round.line),
    end: endTold(parley, round.line, words),
    leverage: leverageTold(parley, round.line, words),
    cards: round.injects.map(({ shock, line }) => {
      const following = round.line[line.length + 1];
      const label = labelOf(parley.scenario, shock);
      return following === undefined
        ? debrief.injectLast(label)
        : debrief.inject(label, labelOf(parley.scenario, following));
    }),
    left: round.forks.map((fork) => debrief.left(labels(parley, fork.line).join(' → '))),
    decisions: put(all).map((decision) => decisionTold(parley, decision, words)),
  };
}

/** A room as a debrief tells it, at a moment of the clock that is handed in. */
export function debriefOf(parley: Parley, view: FacilitatorView, words: DebriefWords, now: number): Debrief {
  const { scenario } = parley;
  const { debrief, stage, text } = words;
  const overrides = view.rounds
    .flatMap(({ decisions, forks }) => [...decisions, ...forks.flatMap((fork) => fork.decisions)])
    .filter(({ by }) => by === 'override').length;
  const conditions = view.conditions.flatMap((shock) => {
    const read = readShock(shock);
    return read === undefined ? [] : [labelOf(scenario, shock)];
  });
  const [first, second] = view.compared;
  const compared = first === undefined || second === undefined ? undefined : comparisonOf(parley, first, second);
  return {
    title: debrief.title(scenario.title),
    intro: [
      debrief.intro(planOf(view.setup.plan).minutes, view.people),
      conditions.length === 0 ? debrief.conditionsAsRead : debrief.conditions(conditions),
      ...(overrides === 0 ? [] : [debrief.overrides(overrides)]),
      debrief.standing,
    ],
    rounds: view.rounds.map((round) => roundTold(parley, view, round, words)),
    comparison:
      compared === undefined
        ? undefined
        : {
            title: debrief.compared(
              lineName(scenario, stage, compared.first, compared.second),
              lineName(scenario, stage, compared.second, compared.first),
            ),
            rows: compared.figures.map((row) => differenceSentence(scenario, stage, row)),
          },
    said: PROMPTS.map((prompt) => ({ prompt: stage.prompts[prompt], text: view.notes[prompt]?.trim() ?? '' })),
    timing: agendaOf(view.agenda, now).items.map(({ kind, number, planned, spent }) => ({
      part: stage.part(kind, number),
      planned,
      actual: Math.round(spent),
    })),
    notes: view.notes[PRIVATE]?.trim() ?? '',
    basis: provenance(parley, text),
  };
}
