import { type FigureComparison, jointPayoffs, sortBySize } from '../../analysis/compare.ts';
import { principals } from '../../domain/actors.ts';
import { isEnd, stateAt } from '../../domain/chart.ts';
import type { SplitScenario } from '../../domain/prose.ts';
import type { Brief, BriefBlock } from '../../formats/brief.ts';
import type { Messages } from '../text/en.ts';
import { formatNumber, formatRange } from '../text/format.ts';
import { placeLabel } from '../text/sentences.ts';
import { type BriefReading, type Cited, figureBasis, type StepRef, stepReason, stepsThatMoved } from './briefBasis.ts';
import { conditionSentences } from './conditions.ts';
import { figureLabel, figureSuffix } from './figureWords.ts';
import { bothSentence, differenceText, findingSentence, redrawSentences } from './findings.ts';
import type { ComparedLine } from './lines.ts';
import { isPart } from './movedBy.ts';
import type { PartedStep, Parting } from './parting.ts';
import { partingSentences } from './partingWords.ts';

/**
 * Figures that a brief shows at most and at least, the principals' payoffs and leverage among them; one less for every so many steps
 * after the parting, so that two lines keep to one page.
 */
const FIGURES = { most: 7, least: 5, stepsForOne: 4 } as const;

/** Everything that a brief is made from. */
export interface BriefSource extends BriefReading {
  readonly text: Messages;
  readonly ledger: SplitScenario['ledger'];
  readonly parting: Parting;
  /** The sentences that say what the figures were made with. */
  readonly provenance: readonly string[];
  /** The address that rebuilds the comparison. */
  readonly link: string;
}

/** The figures of a brief, and how many more differ. */
export function figuresOfBrief({ scenario, rows, parting }: Pick<BriefSource, 'scenario' | 'rows' | 'parting'>): {
  readonly shown: readonly FigureComparison[];
  readonly others: number;
} {
  const sides = principals(scenario);
  const always = ['payoff', 'leverage'].flatMap((kind) =>
    sides.flatMap((actor) => rows.filter(({ figure }) => figure.id === `${kind}/${actor}`)),
  );
  // Stakes and drivers are told with the total that they are part of.
  const { differing } = sortBySize(rows.filter(({ figure }) => !isPart(figure.subject)));
  const rest = differing.filter((row) => !always.includes(row));
  const steps = Math.max(0, ...parting.own.map(({ length }) => length));
  const room = Math.max(FIGURES.least, FIGURES.most - Math.floor(steps / FIGURES.stepsForOne));
  const largest = rest.slice(0, Math.max(0, room - always.length));
  return { shown: [...always, ...largest], others: rest.length - largest.length };
}

const paragraph = (text: string): BriefBlock => ({ kind: 'paragraph', text });
const list = (items: readonly string[]): BriefBlock => ({ kind: 'list', items });

/** A comparison as a brief: what is printed and what is copied are both made from this. */
export function buildBrief(source: BriefSource): Brief {
  const { scenario, words, text, lines, pair, parting, provenance, link } = source;
  const { brief } = words;
  const places = lines.map(({ place }) => place);
  const letters = { first: lines[pair[0]]?.letter ?? '', second: lines[pair[1]]?.letter ?? '' };
  const joint = jointPayoffs(scenario, principals(scenario), places, pair);
  const { shown, others } = figuresOfBrief(source);
  const bases = shown.map((row) => figureBasis(source, row));
  const reasons = stepRefs(source, shown).map((ref) => stepReason(source, ref));
  const conditions = conditionSentences(scenario, words, lines);
  const facts = citedFacts(source, [...bases, ...reasons]);
  const [made = '', ...settings] = provenance;
  return {
    title: findingSentence(scenario, words, letters, joint),
    lead: [
      paragraph(made),
      list(lines.map((line) => lineSentence(source, line))),
      paragraph(
        [...redrawSentences(scenario, words, letters, joint), bothSentence(scenario, words, letters, joint)].join(' '),
      ),
    ],
    sections: [
      {
        heading: brief.parting,
        notes: false,
        blocks: [
          paragraph(
            [
              ...partingSentences(
                scenario,
                words,
                parting,
                lines.map(({ letter }) => letter),
              ),
              ...conditions,
            ].join(' '),
          ),
          stepTable(source),
        ],
      },
      {
        heading: words.table.title(letters.first, letters.second),
        notes: false,
        blocks: [
          figureTable(source, shown, words.table.difference(letters.first, letters.second)),
          paragraph([brief.differencesRule, ...(others === 0 ? [] : [brief.more(others)])].join(' ')),
        ],
      },
      {
        heading: brief.basis,
        notes: true,
        blocks: [
          list(bases.map((basis) => basis.text)),
          ...(reasons.length === 0 ? [] : [paragraph(`${brief.reasons}:`), list(reasons.map((reason) => reason.text))]),
        ],
      },
      ...(facts.length === 0 ? [] : [{ heading: brief.facts, notes: true, blocks: [list(facts)] }]),
      {
        heading: brief.says,
        notes: false,
        blocks: [
          paragraph([text.standing, ...brief.notSaid].join(' ')),
          paragraph(settings.filter((sentence) => sentence !== text.standing).join(' ')),
          { kind: 'link', label: brief.link, href: link },
        ],
      },
    ],
  };
}

function lineSentence({ scenario, words, text }: BriefSource, { letter, name, reading }: ComparedLine): string {
  const { brief } = words;
  const state = stateAt(scenario, reading.state)?.state;
  const where =
    state !== undefined && isEnd(state)
      ? brief.end(state.meta.label, state.meta.agreement ? text.walk.agreement : text.walk.noAgreement)
      : brief.stands(placeLabel(scenario, reading.state));
  return brief.line(letter, name, where);
}

/** Each line's own steps side by side, with who made them. */
function stepTable({ words, parting, lines }: BriefSource): BriefBlock {
  const { brief } = words;
  const count = Math.max(0, ...parting.own.map((steps) => steps.length));
  const said = (step: PartedStep | undefined): string => {
    if (step === undefined) return '';
    const by = step.shock ? words.parting.shock : step.movers.map(({ name }) => name).join(', ');
    return by === '' ? step.label : `${by}: ${step.label}`;
  };
  return {
    kind: 'table',
    columns: [brief.step, ...lines.map(({ letter }) => letter)],
    rows: Array.from({ length: count }, (_, index) => [
      formatNumber(parting.shared.length + index + 1),
      ...parting.own.map((steps) => said(steps[index])),
    ]),
    numeric: [],
  };
}

function figureTable(
  { scenario, words, lines }: BriefSource,
  shown: readonly FigureComparison[],
  pair: string,
): BriefBlock {
  return {
    kind: 'table',
    columns: [words.table.figure, ...lines.map(({ letter }) => letter), pair],
    rows: shown.map(({ figure, values, difference }) => [
      `${figureLabel(scenario, words, figure.subject)}${suffixOf(figureSuffix(scenario, figure.subject))}`,
      ...values.map(({ central, range }) => `${formatNumber(central)} (${formatRange(range)})`),
      differenceText(difference),
    ]),
    numeric: Array.from({ length: lines.length + 1 }, (_, at) => at + 1),
  };
}

const suffixOf = (suffix: string): string => (suffix === '' ? '' : `,${suffix}`);

/** The steps that moved a shown figure, each once, in the order of the lines. */
function stepRefs(source: BriefSource, shown: readonly FigureComparison[]): readonly StepRef[] {
  const refs = new Map<string, StepRef>();
  for (const row of shown) {
    for (const { line, step, move } of stepsThatMoved(source, row)) {
      refs.set(`${line.letter} ${step}`, { line, step, move });
    }
  }
  return [...refs.values()].sort((a, b) => a.line.letter.localeCompare(b.line.letter) || a.step - b.step);
}

/** The facts that the brief cites, each with its status, a source, and its claim whole: cut short it could tell one side only. */
function citedFacts({ words: { brief }, text, ledger }: BriefSource, cited: readonly Cited[]): readonly string[] {
  const ids = [...new Set(cited.flatMap(({ facts }) => facts))];
  return ids.flatMap((id) => {
    const fact = ledger.facts[id];
    if (fact === undefined) return [];
    const [source, ...others] = (fact.sources ?? []).flatMap((each) => ledger.sources[each]?.title ?? []);
    const said = source === undefined ? brief.noSource : brief.source(source, others.length);
    return [brief.fact(id, text.fact.status[fact.status], fact.claim, said)];
  });
}
