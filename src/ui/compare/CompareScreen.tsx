import {
  lazy,
  memo,
  type ReactNode,
  type RefObject,
  Suspense,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { compareFigures, type Pair } from '../../analysis/compare.ts';
import { figures } from '../../analysis/figures.ts';
import type { Line } from '../../domain/identifier.ts';
import { formatAddress } from '../app/address.ts';
import { useParley } from '../app/parley.ts';
import { BasisSheet } from '../basis/BasisSheet.tsx';
import { Boundary } from '../parts/Failure.tsx';
import { formatDay } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import { BriefSection } from './BriefSection.tsx';
import { Columns } from './Columns.tsx';
import styles from './CompareScreen.module.css';
import { DifferenceSheet } from './DifferenceSheet.tsx';
import { type Asked, DifferenceTable } from './DifferenceTable.tsx';
import { Finding } from './Finding.tsx';
import { basisOfFigure } from './figureWords.ts';
import { LineChoices, useLineChoices } from './LineChoices.tsx';
import { type ComparedLine, LETTERS, useComparedLines } from './lines.ts';
import { PartingView } from './PartingView.tsx';
import { useLater } from './useLater.ts';
import { useWords } from './words.ts';

// Each is drawn again only for other lines or another pair, however often the screen is.
const Parting = memo(PartingView);
const Table = memo(DifferenceTable);
const Charts = memo(lazy(async () => ({ default: (await import('./Charts.tsx')).Charts })));
const Brief = memo(BriefSection);

/** Compare: lines or ends side by side. The address holds them all, and alone rebuilds the comparison. */
export function CompareScreen({ lines: addressed }: { readonly lines: readonly Line[] }) {
  const { stamp } = useParley();
  const [, navigate] = useHashLocation();
  const lines = useComparedLines(addressed);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo({ top: 0 });
    // A key that opened this screen leaves the focus nowhere; a tab that was pressed keeps it.
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  const change = (to: readonly Line[]) => navigate(formatAddress({ screen: 'compare', lines: to }, stamp));
  const columns = <Columns lines={lines} leftOut={Math.max(0, addressed.length - LETTERS.length)} onChange={change} />;
  return (
    <main className={styles.page} id="main" tabIndex={-1}>
      {lines.length < 2 ? (
        <TooFew lines={lines} heading={heading} onChange={change}>
          {lines.length === 0 ? null : columns}
        </TooFew>
      ) : (
        <Comparison lines={lines} heading={heading}>
          {columns}
        </Comparison>
      )}
    </main>
  );
}

/** What Compare is for, while fewer than two lines are chosen, and the lines that the reader can choose from. */
function TooFew({
  lines,
  heading,
  onChange,
  children,
}: {
  readonly lines: readonly ComparedLine[];
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onChange: (lines: readonly Line[]) => void;
  readonly children: ReactNode;
}) {
  const { scenario, stamp } = useParley();
  const text = useText();
  const words = useWords();
  const choices = useLineChoices();
  const [one] = lines;
  const alone = choices.length < 2;
  return (
    <>
      <header className={styles.head}>
        <p className="eyebrow">
          {words.title} · {text.stamp(formatDay(scenario.readingDate))} · {scenario.title}
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {words.empty.title}
        </h1>
        <p className={styles.lead}>{words.empty.lead}</p>
      </header>
      {children}
      <section className={styles.choose} aria-label={words.choose.add}>
        {one === undefined ? null : <p>{words.empty.oneChosen(one.name)}</p>}
        {choices.length === 0 ? <p>{words.empty.noStudy}</p> : null}
        {choices.length === 1 ? <p>{words.empty.oneLine}</p> : null}
        {choices.length === 0 ? null : (
          <LineChoices
            choices={choices}
            chosen={lines}
            onChoose={(line) => onChange([...lines.map(({ asked }) => asked), line])}
          />
        )}
        {alone ? (
          <p>
            <a
              className="button primary"
              href={`#${formatAddress({ screen: 'walk', line: one?.reading.line ?? [] }, stamp)}`}
            >
              {words.empty.toWalk}
            </a>
          </p>
        ) : null}
      </section>
    </>
  );
}

/** Two to four lines compared. What is heavy follows the columns, a part at a time, so that changing them never waits. */
function Comparison({
  lines: present,
  heading,
  children,
}: {
  readonly lines: readonly ComparedLine[];
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly children: ReactNode;
}) {
  const { scenario } = useParley();
  const { failed } = useText();
  const words = useWords();
  const lines = useDeferredValue(present);
  const [chosen, setChosen] = useState<Pair>([0, 1]);
  const compared = useMemo(() => {
    const pair: Pair = Math.max(...chosen) < lines.length ? chosen : [0, 1];
    const places = lines.map(({ place }) => place);
    return { lines, pair, rows: compareFigures(figures(scenario), places, pair) };
  }, [scenario, lines, chosen]);
  const { pair, rows } = compared;
  const table = useLater(compared);
  const charts = useLater(table);
  const brief = useLater(charts);
  const [asked, setAsked] = useState<Asked>();
  const basisLine = asked?.kind === 'value' ? lines[asked.line] : undefined;
  return (
    <div className={styles.comparison} aria-busy={lines !== present || brief !== compared}>
      <div className={styles.onScreen}>
        <Finding lines={lines} pair={pair} onPair={setChosen} heading={heading} />
        {children}
        <Parting lines={lines} />
        {table === undefined ? (
          <p className={styles.loading}>{words.loading}</p>
        ) : (
          <Table {...table} onAsk={setAsked} />
        )}
        {charts === undefined ? null : (
          <Boundary fallback={<p>{failed.title}</p>}>
            <Suspense fallback={<p className={styles.loading}>{words.loading}</p>}>
              <Charts {...charts} />
            </Suspense>
          </Boundary>
        )}
      </div>
      {brief === undefined ? null : <Brief {...brief} />}
      {asked?.kind !== 'difference' ? null : (
        <DifferenceSheet
          row={asked.row}
          rows={rows}
          lines={lines}
          pair={pair}
          onBasis={(line) => setAsked({ kind: 'value', row: asked.row, line })}
          onClose={() => setAsked((now) => (now === asked ? undefined : now))}
        />
      )}
      {asked?.kind !== 'value' || basisLine === undefined ? null : (
        <BasisSheet
          subject={basisOfFigure(asked.row.figure.subject)}
          place={basisLine.reading}
          onClose={() => setAsked((now) => (now === asked ? undefined : now))}
        />
      )}
    </div>
  );
}
