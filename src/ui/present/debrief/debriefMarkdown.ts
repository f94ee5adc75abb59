import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import type { Parley } from '../../app/parley.ts';
import { type Debrief, debriefOf, type RoundTold } from './debriefOf.ts';
import type { DebriefWords } from './useDebriefWords.ts';

/** What somebody typed, so that it stays text: marks of Markdown and HTML lose their meaning. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>#|]/g, '\\$&');

const list = (items: readonly string[]): readonly string[] => items.map((item) => `- ${item}`);
const paragraphs = (text: string): string => plain(text).split(/\n+/).join('\n\n');

function roundLines(round: RoundTold, { debrief }: DebriefWords): readonly string[] {
  const decisions = round.decisions.flatMap((decision) => [
    `#### ${decision.question}`,
    '',
    ...list(decision.votes),
    `- **${decision.played}** (${decision.how})${decision.predicted === undefined ? '' : `; ${decision.predicted}`}`,
    ...(decision.reason === undefined ? [] : [`- ${plain(decision.reason)}`]),
    '',
  ]);
  return [
    `## ${round.title}`,
    '',
    round.sat,
    '',
    `**${debrief.line}:** ${round.steps.join(' → ')}`,
    '',
    round.end,
    '',
    ...list([...round.leverage, ...round.cards, ...round.left]),
    ...(round.leverage.length + round.cards.length + round.left.length > 0 ? [''] : []),
    `### ${debrief.decisions}`,
    '',
    ...(decisions.length === 0 ? [debrief.none, ''] : decisions),
  ];
}

function timingTable(timing: Debrief['timing'], { debrief }: DebriefWords): readonly string[] {
  return [
    `| ${debrief.part} | ${debrief.planned} | ${debrief.actual} |`,
    '| --- | ---: | ---: |',
    ...timing.map(({ part, planned, actual }) => `| ${part} | ${planned} | ${actual} |`),
  ];
}

/** The debrief as Markdown, with its basis; private notes only where they are asked for. */
export function debriefMarkdown(
  parley: Parley,
  view: FacilitatorView,
  words: DebriefWords,
  withNotes: boolean,
  now = Date.now(),
): string {
  const { debrief } = words;
  const told = debriefOf(parley, view, words, now);
  const said = told.said.flatMap(({ prompt, text }) => [
    `### ${prompt}`,
    '',
    text === '' ? debrief.nothing : paragraphs(text),
    '',
  ]);
  const compared =
    told.comparison === undefined
      ? []
      : [`## ${told.comparison.title}`, '', ...list(told.comparison.rows), '', words.stage.compare.rule, ''];
  return [
    `# ${told.title}`,
    '',
    told.intro.join(' '),
    '',
    ...told.rounds.flatMap((round) => roundLines(round, words)),
    ...compared,
    `## ${debrief.discussed}`,
    '',
    ...said,
    `## ${debrief.timing}`,
    '',
    ...timingTable(told.timing, words),
    '',
    ...(withNotes && told.notes !== '' ? [`## ${debrief.notes}`, '', paragraphs(told.notes), ''] : []),
    `## ${debrief.basis}`,
    '',
    ...list(told.basis),
    '',
  ].join('\n');
}
