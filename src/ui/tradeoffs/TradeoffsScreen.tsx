import { useEffect, useMemo, useRef, useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Line } from '../../domain/identifier.ts';
import { stakeholders } from '../../domain/stakes.ts';
import { formatAddress } from '../app/address.ts';
import { readLine } from '../app/lineReading.ts';
import { useParley } from '../app/parley.ts';
import { BasisSheet, type BasisSubject } from '../basis/BasisSheet.tsx';
import { formatDay } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import { prepareOutcomes } from './connectOutcomes.ts';
import { Filters } from './Filters.tsx';
import { OutcomeFigure } from './OutcomeFigure.tsx';
import { ReadingStatus } from './ReadingStatus.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';
import { StakeFigure } from './StakeFigure.tsx';
import { byNote } from './sentences.ts';
import styles from './TradeoffsScreen.module.css';
import { formatView, parseView, type TradeoffsView } from './tradeoffsView.ts';
import { useTradeoffs } from './useTradeoffs.ts';
import { useWords } from './useWords.ts';

// With the screen's own code, which a page fetches before somebody comes here.
prepareOutcomes();

/** A number that was asked about, at the end of a line. */
interface Asked {
  readonly subject: BasisSubject;
  readonly line: Line;
}

/** Tradeoffs: what one side pays for the other's gain, over every reachable end. `view` is what is chosen, as the address has it. */
export function TradeoffsScreen({ view: address }: { readonly view: string }) {
  const parley = useParley();
  const { scenario, stamp } = parley;
  const text = useText();
  const words = useWords();
  const [, navigate] = useHashLocation();
  const view = useMemo(() => parseView(scenario, address), [scenario, address]);
  const reading = useTradeoffs(view);
  const [asked, setAsked] = useState<Asked>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    // A key that opened this screen leaves the focus nowhere; a tab that was pressed keeps it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const change = (changed: Partial<TradeoffsView>) =>
    navigate(formatAddress({ screen: 'tradeoffs', view: formatView({ ...view, ...changed }) }, stamp));
  const { explored, rows, chosen } = reading;
  const actor = view.actor ?? stakeholders(scenario)[0];
  const nothing = explored.phase === 'done' && rows.length === 0;
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      <header className={styles.head}>
        <p className="eyebrow">
          {text.stamp(formatDay(scenario.readingDate))} · {scenario.title}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {text.screens.tradeoffs}
        </h1>
        <p className={styles.lead}>{words.lead}</p>
      </header>
      <Filters view={view} from={explored.from} onView={change} />
      <ReadingStatus explored={explored} />
      {nothing ? (
        <div className={styles.none}>
          <p>{words.reading.empty}</p>
          <p>{words.reading.emptyHint}</p>
        </div>
      ) : rows.length === 0 ? (
        <div className={styles.placeholder} />
      ) : (
        <>
          <OutcomeFigure
            reading={reading}
            onSelect={(selected) => change({ selected })}
            panel={
              chosen !== undefined ? (
                <SelectionPanel
                  {...chosen}
                  onBasis={(of) => setAsked({ subject: { kind: 'payoff', actor: of }, line: chosen.outcome.line })}
                  onClose={() => change({ selected: undefined })}
                />
              ) : (
                <p className={styles.hint}>
                  {view.selected !== undefined && explored.phase === 'done' ? words.selected.gone : words.key.hint}
                </p>
              )
            }
          />
          <details className={styles.reading}>
            <summary>{words.howToRead}</summary>
            <p>{byNote(scenario, words, view.by)}</p>
            {Object.values(words.reading_).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </details>
          {actor === undefined ? null : (
            <StakeFigure
              rows={rows}
              actor={actor}
              by={view.by}
              onActor={(chosenActor) => change({ actor: chosenActor })}
              onAsk={({ row, column }) =>
                setAsked({
                  subject:
                    column.kind === 'payoff'
                      ? { kind: 'payoff', actor: column.actor }
                      : { kind: 'quantity', address: column.address },
                  line: row.outcome.line,
                })
              }
            />
          )}
        </>
      )}
      {asked === undefined ? null : (
        <BasisSheet subject={asked.subject} place={readLine(parley, asked.line)} onClose={() => setAsked(undefined)} />
      )}
    </main>
  );
}
