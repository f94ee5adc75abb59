import { sameLine } from '../../../domain/line.ts';
import { formatAddress } from '../../app/address.ts';
import { useParley } from '../../app/parley.ts';
import { comparisonOf } from '../comparison.ts';
import { differenceSentence, lineName } from '../comparisonWords.ts';
import type { Console } from '../useDesk.ts';
import { usePresentWords, useStageWords } from '../words.ts';
import styles from './Console.module.css';

/** Which two of the room's lines stand side by side, and the way to Compare with both. */
export function CompareWork({ console: { view, send } }: { readonly console: Console }) {
  const parley = useParley();
  const { scenario, stamp } = parley;
  const words = usePresentWords();
  const stage = useStageWords();
  const { comparable, compared } = view;
  const [first, second] = compared;
  if (first === undefined || second === undefined) return <p className={styles.note}>{words.compare.none}</p>;
  const placeOf = (wanted: typeof first): number => comparable.findIndex(({ line }) => sameLine(line, wanted.line));
  const [left, right] = [placeOf(first), placeOf(second)];
  const found = comparisonOf(parley, first, second);
  const nearly = comparable.find(({ kind }) => kind === 'second');
  const pick = (label: string, value: number, other: number, choose: (next: number) => void) => (
    <label className={styles.field}>
      {label}
      <select value={value} onChange={({ target }) => choose(Number(target.value))}>
        {comparable.map((line, index) => (
          <option key={line.line.join()} value={index} disabled={index === other}>
            {lineName(scenario, stage, line, comparable.length === 2 ? nearly : undefined)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section className={styles.part}>
      <h2>{words.compare.title}</h2>
      {pick(words.compare.first, left, right, (next) => send({ type: 'compare.pick', first: next, second: right }))}
      {pick(words.compare.second, right, left, (next) => send({ type: 'compare.pick', first: left, second: next }))}
      <ul>
        {found?.figures.map((row) => (
          <li key={row.figure.id}>{differenceSentence(scenario, stage, row)}</li>
        ))}
      </ul>
      <p className={styles.note}>{stage.compare.rule}</p>
      <p className={styles.row}>
        <a
          className="button"
          href={`#${formatAddress({ screen: 'compare', lines: found === undefined ? [] : [...found.lines] }, stamp)}`}
        >
          {words.compare.open}
        </a>
      </p>
    </section>
  );
}
