import { useMemo } from 'react';
import { type FigureSinceStart, figuresSinceStart, leftOpen, twentyCases } from '../../../analysis/endFindings.ts';
import { type DrawnPlace, figureAt } from '../../../analysis/figures.ts';
import type { Scenario } from '../../../domain/scenario.ts';
import { useParley } from '../../app/parley.ts';
import { findingsAlong, type Walk } from '../../app/useWalk.ts';
import type { BasisSubject } from '../../basis/BasisSheet.tsx';
import { CasesChart } from '../../charts/CasesChart.tsx';
import { principalsOf } from '../../charts/chartActors.ts';
import { toLeverageRows } from '../../charts/leverageRows.ts';
import { RangeRowsChart } from '../../charts/RangeRowsChart.tsx';
import { findingSentence } from '../../charts/words.ts';
import { useExplainWords } from '../../text/explainWords.ts';
import { formatNumber } from '../../text/format.ts';
import { useText } from '../../text/useText.ts';
import { Explained } from '../explain/Explained.tsx';
import { Afterwards } from './Afterwards.tsx';
import styles from './EndNumbers.module.css';
import { endBasis, endRow, indicatorsFinding, notSaid, payoffsFinding } from './endRows.ts';

/** Draws and values at both ends of the line. */
function useLineEnds({ line, positions }: Walk) {
  const { drawsAlong } = useParley();
  return useMemo(() => {
    const drawn = drawsAlong(line, positions);
    const side = (at: 0 | -1): DrawnPlace => {
      const [position, draws] = [positions.at(at), drawn.at(at)];
      if (position === undefined || draws === undefined) throw new RangeError('a line stands somewhere');
      return { values: position.values, drawn: draws };
    };
    return { start: side(0), here: side(-1) };
  }, [drawsAlong, line, positions]);
}

/** The opinion that is shown as twenty cases, where a scenario has one: an index from 0 to 100 called durability. */
function opinion({ indicators }: Scenario) {
  const { durability } = indicators;
  const [low, high] = durability?.range ?? [];
  return durability?.unit === 'index' && low === 0 && high === 100 ? durability : undefined;
}

/** An end in numbers: where things stand, what that is worth to each, how leverage got here, and what all this does not say. */
export function EndNumbers({
  walk,
  onBasis,
}: {
  readonly walk: Walk;
  readonly onBasis: (subject: BasisSubject) => void;
}) {
  const parley = useParley();
  const { scenario } = parley;
  const text = useText();
  const { end: words } = useExplainWords();
  const ends = useLineEnds(walk);
  const found = useMemo(() => {
    const of = (kind: 'indicator' | 'payoff' | 'leverage') => figuresSinceStart(scenario, kind, ends);
    return {
      indicators: of('indicator'),
      payoffs: of('payoff'),
      leverage: of('leverage'),
      open: leftOpen(scenario, ends),
    };
  }, [scenario, ends]);
  const leverageRows = toLeverageRows(findingsAlong(parley, walk.line, walk.positions), () => '');
  const durability = opinion(scenario);
  const cases = durability === undefined ? [] : twentyCases(figureAt(scenario, 'indicator/durability'), ends.here);
  const chart = (name: string, shown: readonly FigureSinceStart[], finding: string, rule: string) => (
    <RangeRowsChart
      name={name}
      rows={shown.map((each) => endRow(scenario, each, ends.here.values))}
      finding={finding}
      rule={rule}
      onPick={(id) => {
        const picked = shown.find(({ figure }) => figure.id === id);
        if (picked !== undefined) onBasis(endBasis(picked));
      }}
    />
  );
  return (
    <div className={styles.numbers}>
      <section>
        <h2>{words.indicators}</h2>
        {chart(
          'end-indicators',
          found.indicators,
          indicatorsFinding(scenario, words, found.indicators),
          words.indicatorsRule,
        )}
      </section>
      {durability === undefined ? null : (
        <section>
          <h2>{words.cases}</h2>
          <CasesChart
            name="end-durability"
            cases={cases}
            finding={words.casesFinding(durability.label, formatNumber(cases[cases.length / 2 - 1] ?? Number.NaN))}
            rule={words.casesRule(durability.note ?? '')}
          />
        </section>
      )}
      <section>
        <h2>{words.payoffs}</h2>
        {chart('end-payoffs', found.payoffs, payoffsFinding(scenario, words, found.payoffs), words.payoffsRule)}
      </section>
      <section>
        <h2>{words.leverage}</h2>
        {chart(
          'end-leverage',
          found.leverage,
          findingSentence(text.charts, leverageRows, principalsOf(scenario), walk.line.length),
          words.leverageRule,
        )}
        <Explained walk={walk} scope="line" onBasis={onBasis} />
      </section>
      <section>
        <h2>{words.notSaid}</h2>
        <ul className={styles.notSaid}>
          {notSaid(scenario, words, found.open).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </section>
      <Afterwards key={walk.state} />
    </div>
  );
}
