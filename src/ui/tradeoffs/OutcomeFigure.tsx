import { useMemo } from 'react';
import { principals } from '../../domain/actors.ts';
import type { Line } from '../../domain/identifier.ts';
import { lineKey } from '../../domain/line.ts';
import { useParley } from '../app/parley.ts';
import { ChartFigure } from '../charts/ChartFigure.tsx';
import { usePlotTheme } from '../charts/plotTheme.ts';
import { branchLabel } from './branchLabel.ts';
import { EndKey } from './EndKey.tsx';
import { BADGE } from './EndMark.tsx';
import { FrontierList } from './FrontierList.tsx';
import { MarkButtons } from './MarkButtons.tsx';
import styles from './OutcomeFigure.module.css';
import { OutcomeLegend } from './OutcomeLegend.tsx';
import { OutcomePlot, type PlotContent } from './OutcomePlot.tsx';
import { OutcomeTable, outcomeTableRows } from './OutcomeTable.tsx';
import { type OutcomeRow, unreachedEnds } from './outcomeRows.ts';
import { payoffPlane, spotOf } from './payoffPlane.ts';
import { placeBadges } from './placeBadges.ts';
import { byPhrase, frontierFinding, payoffWords } from './sentences.ts';
import type { Selection } from './tradeoffsView.ts';
import type { TradeoffsReading } from './useTradeoffs.ts';
import { useWidth } from './useWidth.ts';
import { useWords } from './useWords.ts';

/** Letters of the crosses, one per branch. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The scatter of outcomes with its key: computed finding, picture, a button per mark, lists to read and to choose from. */
export function OutcomeFigure({
  reading,
  onSelect,
  panel,
}: {
  readonly reading: TradeoffsReading;
  readonly onSelect: (selection: Selection) => void;
  readonly panel: React.ReactNode;
}) {
  const { scenario } = useParley();
  const words = useWords();
  const theme = usePlotTheme();
  const [frame, width] = useWidth<HTMLDivElement>();
  const { rows, view, explored, chosen } = reading;
  const { outcomes, walkAways, phase } = explored;
  const plane = useMemo(() => payoffPlane(width, theme.text), [width, theme.text]);
  const selectedEnd = view.selected?.kind === 'end' ? view.selected.end : undefined;
  const corners = walkAways.map(({ payoffs }) => spotOf(plane, payoffs));
  const badges = placeBadges(
    [...rows.map(({ outcome }) => spotOf(plane, outcome.payoffs)), ...corners],
    2 * BADGE * theme.text + 4,
    plane,
    corners,
  );
  const crosses = walkAways.map(({ payoffs, branch }, index) => ({
    letter: LETTERS[index] ?? '',
    payoffs,
    badge: badges[rows.length + index] ?? spotOf(plane, payoffs),
    label: words.plot.legend.walkAway(LETTERS[index] ?? '', branchLabel(scenario, branch)),
  }));
  const [only] = walkAways;
  const content: PlotContent = {
    marks: rows.map(({ number, end, agreement, outcome, values }, index) => {
      const [one, other] = principals(scenario).map((actor) => values?.payoffs[actor]?.range);
      return {
        number,
        agreement,
        payoffs: outcome.payoffs,
        ranges: one === undefined || other === undefined ? undefined : [one, other],
        badge: badges[index] ?? spotOf(plane, outcome.payoffs),
        selected: end === selectedEnd,
      };
    }),
    crosses,
    frontier: outcomes.frontier.map(({ payoffs }) => payoffs),
    cells: rows.flatMap(({ cells }) => cells),
    footprint: rows.find(({ end }) => end === chosen?.outcome.end)?.cells ?? [],
    chosen: chosen?.onFrontier === true ? chosen.outcome.payoffs : undefined,
    zone: walkAways.length === 1 && only !== undefined ? { from: only.payoffs, label: words.plot.zone } : undefined,
    key: [
      ...rows.map(({ number, label, agreement }) => ({
        sign: String(number),
        label: `${label} (${agreement ? words.plot.agreement : words.plot.noAgreement})`,
      })),
      ...crosses.map(({ letter, label }) => ({ sign: `✚ ${letter}`, label: label.replace(/^.: /, '') })),
    ],
  };
  const payoffs = ({ outcome, values }: Pick<OutcomeRow, 'outcome' | 'values'>): readonly string[] =>
    principals(scenario).map((actor, at) =>
      payoffWords(scenario, words, actor, outcome.payoffs[at === 0 ? 0 : 1], values?.payoffs[actor]?.range),
    );
  const name = (row: OutcomeRow) =>
    words.plot.mark(
      String(row.number),
      row.label,
      row.agreement ? words.plot.agreement : words.plot.noAgreement,
      payoffs(row),
    );
  const selectEnd = (end: string) => onSelect({ kind: 'end', end });
  const selectLine = (line: Line) => onSelect({ kind: 'line', line });
  const by = byPhrase(scenario, words, view.by);
  const finding =
    phase === 'done'
      ? frontierFinding(scenario, words, { ...reading, outcomes, walkAway: reading.onlyWalkAway, by: view.by })
      : words.finding.reading(rows.length);
  const actors = principals(scenario).flatMap((id) => scenario.actors[id] ?? []);
  const [first, second] = actors;
  if (first === undefined || second === undefined) throw new RangeError('a scenario has two principals');
  return (
    <ChartFigure
      name="tradeoffs"
      finding={finding}
      rule={words.rule(by)}
      table={<OutcomeTable rows={rows} walkAways={walkAways} />}
      rows={() => outcomeTableRows(scenario, words, { rows, walkAways })}
    >
      <div className={styles.stage}>
        <div className={styles.picture}>
          <div ref={frame} className={styles.frame}>
            {width === 0 ? null : (
              <>
                <OutcomePlot
                  content={content}
                  plane={plane}
                  theme={theme}
                  actors={[first, second]}
                  title={words.plot.title(first.name, second.name)}
                  description={[finding, ...rows.map((row) => `${name(row)}.`)].join(' ')}
                />
                <MarkButtons
                  marks={rows.map((row, index) => ({
                    id: row.end,
                    name: name(row),
                    at: badges[index] ?? { x: 0, y: 0 },
                    selected: row.end === selectedEnd,
                    choose: () => selectEnd(row.end),
                  }))}
                  dots={outcomes.frontier.map((outcome) => ({
                    id: `${outcome.end} ${lineKey(outcome.line)}`,
                    name: words.plot.frontierPoint(
                      rows.find(({ end }) => end === outcome.end)?.label ?? '',
                      payoffs({ outcome, values: undefined }),
                    ),
                    at: spotOf(plane, outcome.payoffs),
                    choose: () => selectLine(outcome.line),
                  }))}
                />
              </>
            )}
          </div>
          <OutcomeLegend
            theme={theme}
            crosses={crosses}
            footprint={rows.find(({ end }) => end === chosen?.outcome.end)?.label}
          />
        </div>
        <div className={styles.side}>
          {panel}
          <EndKey
            rows={rows}
            unreached={phase === 'done' ? unreachedEnds(scenario, outcomes) : []}
            selected={selectedEnd}
            onSelect={selectEnd}
          />
          <FrontierList
            outcomes={outcomes.frontier}
            payoffs={(outcome) => payoffs({ outcome, values: explored.explorer.values(outcome.line) })}
            selected={view.selected?.kind === 'line' ? view.selected.line : undefined}
            onSelect={selectLine}
          />
        </div>
      </div>
    </ChartFigure>
  );
}
