import { useEffect, useRef, useState } from 'react';
import { isEnd, labelOf, stateAt } from '../../domain/chart.ts';
import type { Line } from '../../domain/identifier.ts';
import { lineKey } from '../../domain/line.ts';
import { formatAddress } from '../app/address.ts';
import { useParley } from '../app/parley.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { placeLabel } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import styles from './Columns.module.css';
import { LineChoices, useLineChoices } from './LineChoices.tsx';
import { type ComparedLine, LETTERS } from './lines.ts';
import { useWords } from './words.ts';

/** Which button has the focus after the columns changed, by its id. */
const ids = {
  add: 'compare-add',
  of: (deed: 'earlier' | 'later' | 'replace' | 'remove', key: string) => `compare-${deed}-${key}`,
};

/** The lines that are compared, each with its letter, where it leads, and what can be done with its column. */
export function Columns({
  lines,
  leftOut,
  onChange,
}: {
  readonly lines: readonly ComparedLine[];
  /** Lines of the address that find no column. */
  readonly leftOut: number;
  readonly onChange: (lines: readonly Line[]) => void;
}) {
  const words = useWords();
  const [choosing, setChoosing] = useState<{ readonly at: number }>();
  const choices = useLineChoices();
  const focus = useRef<readonly string[]>(undefined);
  const asked = lines.map((line) => line.asked);
  useEffect(() => {
    if (focus.current === undefined) return;
    const wanted = focus.current.map((id) => document.getElementById(id));
    focus.current = undefined;
    // A button at the edge has nothing left to do: its neighbour, or “Add”, takes over.
    wanted.find((button) => button?.getAttribute('aria-disabled') === 'false')?.focus();
  });
  const change = (to: readonly Line[], ...focused: readonly string[]) => {
    focus.current = focused;
    onChange(to);
  };
  const move = (at: number, by: 1 | -1) => {
    const [here, there] = [asked[at], asked[at + by]];
    const key = lines[at]?.key ?? '';
    if (here === undefined || there === undefined) return;
    const deeds = by === 1 ? (['later', 'earlier'] as const) : (['earlier', 'later'] as const);
    change(asked.with(at, there).with(at + by, here), ...deeds.map((deed) => ids.of(deed, key)));
  };
  const remove = (at: number) => {
    const neighbour = lines[at + 1] ?? lines[at - 1];
    change(asked.toSpliced(at, 1), ids.of('remove', neighbour?.key ?? ''), ids.add);
  };
  const choose = (line: Line) => {
    const at = choosing?.at ?? lines.length;
    setChoosing(undefined);
    change(asked.toSpliced(at, 1, line), ids.of('replace', `${lineKey(line)} 0`));
  };
  const full = lines.length >= LETTERS.length;
  return (
    <section className={styles.columns} aria-labelledby="compare-lines">
      <h2 id="compare-lines" className="eyebrow">
        {words.columns.title}
      </h2>
      <ol className={styles.list} data-count={lines.length}>
        {lines.map((line, at) => (
          <li key={line.key} className={styles.column}>
            <Column line={line} />
            <div className={styles.tools}>
              <button
                type="button"
                className="button"
                id={ids.of('earlier', line.key)}
                aria-disabled={at === 0}
                aria-label={words.columns.earlier(line.letter, line.name)}
                onClick={() => move(at, -1)}
              >
                ←
              </button>
              <button
                type="button"
                className="button"
                id={ids.of('later', line.key)}
                aria-disabled={at === lines.length - 1}
                aria-label={words.columns.later(line.letter, line.name)}
                onClick={() => move(at, 1)}
              >
                →
              </button>
              <button
                type="button"
                className="button"
                id={ids.of('replace', line.key)}
                aria-disabled={false}
                aria-label={words.columns.replace(line.letter, line.name)}
                onClick={() => setChoosing({ at })}
              >
                {words.columns.replaceShort}
              </button>
              <button
                type="button"
                className="button"
                id={ids.of('remove', line.key)}
                aria-disabled={false}
                aria-label={words.columns.remove(line.letter, line.name)}
                onClick={() => remove(at)}
              >
                {words.columns.removeShort}
              </button>
            </div>
          </li>
        ))}
      </ol>
      <p>
        <button
          type="button"
          className="button"
          id={ids.add}
          aria-disabled={full}
          onClick={() => full || setChoosing({ at: lines.length })}
        >
          {full ? words.columns.full : words.columns.add}
        </button>
      </p>
      {leftOut === 0 ? null : <p role="alert">{words.columns.leftOut(leftOut)}</p>}
      <Refused lines={lines} />
      {choosing === undefined ? null : (
        <Sheet
          title={choosing.at < lines.length ? words.choose.replace(lines[choosing.at]?.letter ?? '') : words.choose.add}
          onClose={() => setChoosing(undefined)}
        >
          <LineChoices choices={choices} chosen={lines} onChoose={choose} />
        </Sheet>
      )}
    </section>
  );
}

/** A line's letter, its name as the way back to Walk, and where it leads. */
function Column({ line: { letter, name, reading } }: { readonly line: ComparedLine }) {
  const { scenario, stamp } = useParley();
  const { walk } = useText();
  const { columns } = useWords();
  const state = stateAt(scenario, reading.state)?.state;
  return (
    <div className={styles.line}>
      <span className={styles.letter} aria-hidden="true">
        {letter}
      </span>
      <div>
        <p className={styles.name}>
          <a
            href={`#${formatAddress({ screen: 'walk', line: reading.line }, stamp)}`}
            aria-label={columns.walk(letter, name)}
          >
            {name}
          </a>
        </p>
        <p className={styles.where}>
          {columns.stands(reading.line.length)} ·{' '}
          {state !== undefined && isEnd(state)
            ? `${state.meta.label} · ${state.meta.agreement ? walk.agreement : walk.noAgreement}`
            : `${columns.unfinished}: ${placeLabel(scenario, reading.state)}`}
        </p>
      </div>
    </div>
  );
}

/** Says which steps of a line the chart does not allow, which lines are the same, and that a link is of another state of the scenario. */
function Refused({ lines }: { readonly lines: readonly ComparedLine[] }) {
  const { scenario, openedWith } = useParley();
  const { walk } = useText();
  const { columns } = useWords();
  const dropped = lines.filter(({ reading }) => reading.dropped.length > 0);
  const same = lines
    .map(({ reading }) => lines.filter((other) => lineKey(other.reading.line) === lineKey(reading.line)))
    .filter((twins, at) => twins.length > 1 && twins[0] === lines[at]);
  if (dropped.length === 0 && same.length === 0 && openedWith === undefined) return null;
  return (
    <div className={styles.refused} role="alert">
      {openedWith === undefined ? null : <p>{walk.otherVersion(openedWith)}</p>}
      {dropped.map(({ letter, key, reading }) => (
        <p key={key}>
          {columns.dropped(
            letter,
            reading.dropped.map((move) => labelOf(scenario, move)),
          )}
        </p>
      ))}
      {same.map((twins) => (
        <p key={twins[0]?.key}>{columns.same(twins.map(({ letter }) => letter))}</p>
      ))}
    </div>
  );
}
