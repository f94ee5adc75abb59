import { directionOf, type FigureComparison, outOfTwenty, type Pair, TWENTIETHS } from '../../analysis/compare.ts';
import { labelOf } from '../../domain/chart.ts';
import { useParley } from '../app/parley.ts';
import { Sheet } from '../parts/Sheet.tsx';
import { formatChange, formatChangeRange, formatDay } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import styles from './DifferenceSheet.module.css';
import { lettersOf } from './Finding.tsx';
import { figureLabel, figureSuffix } from './figureWords.ts';
import { differenceText } from './findings.ts';
import type { ComparedLine } from './lines.ts';
import { addressOf, isPartOf, movedAfterParting } from './movedBy.ts';
import { useWords } from './words.ts';

/** Where a difference comes from: how many redraws go which way, its parts or the steps that moved it, and the basis in either line. */
export function DifferenceSheet({
  row,
  rows,
  lines,
  pair,
  onBasis,
  onClose,
}: {
  readonly row: FigureComparison;
  readonly rows: readonly FigureComparison[];
  readonly lines: readonly ComparedLine[];
  readonly pair: Pair;
  /** Opens the basis of the number in one line. */
  readonly onBasis: (line: number) => void;
  readonly onClose: () => void;
}) {
  const { scenario } = useParley();
  const { basis } = useText();
  const words = useWords();
  const { first, second } = lettersOf(lines, pair);
  const { figure, difference } = row;
  const [inSecond, inFirst] = [difference.higher, difference.lower].map((count) =>
    outOfTwenty(count, difference.draws),
  );
  const parts = rows.filter((other) => isPartOf(other.figure.subject, figure.subject));
  const suffix = figureSuffix(scenario, figure.subject);
  return (
    <Sheet
      title={words.difference.title(
        figureLabel(scenario, words, figure.subject),
        words.table.difference(first, second),
      )}
      onClose={onClose}
    >
      <p className={styles.lead}>
        {words.difference.lead(
          second,
          first,
          `${formatChange(difference.central)}${suffix}`,
          formatChangeRange(difference.range),
        )}
        {directionOf(difference) === 'open' ? ` ${words.table.open}.` : ''}
      </p>
      <p>{words.difference.counts(second, inSecond ?? 0, first, inFirst ?? 0, TWENTIETHS)}</p>
      {parts.length === 0 ? <Moved row={row} lines={lines} pair={pair} /> : null}
      {parts.length === 0 ? null : (
        <section className={styles.part}>
          <h3>{words.difference.parts}</h3>
          <p>{words.difference.partsRule}</p>
          <table className={styles.table}>
            <tbody>
              {[...parts]
                .sort((a, b) => Math.abs(b.difference.central) - Math.abs(a.difference.central))
                .map((part) => (
                  <tr key={part.figure.id}>
                    <th scope="row">{figureLabel(scenario, words, part.figure.subject, true)}</th>
                    <td>{differenceText(part.difference)}</td>
                  </tr>
                ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{figureLabel(scenario, words, figure.subject)}</th>
                <td>{differenceText(difference)}</td>
              </tr>
            </tfoot>
          </table>
        </section>
      )}
      <div className={styles.buttons}>
        {pair.map((line) => (
          <button key={line} type="button" className="button" onClick={() => onBasis(line)}>
            {words.difference.basisIn(lines[line]?.letter ?? '')}
          </button>
        ))}
      </div>
      <p className={styles.standing}>
        {basis.standing(scenario.author.name, formatDay(scenario.readingDate), scenario.version)}
      </p>
    </Sheet>
  );
}

/** The steps after the parting that moved a number, in either line. */
function Moved({
  row,
  lines,
  pair: [first, second],
}: {
  readonly row: FigureComparison;
  readonly lines: readonly ComparedLine[];
  readonly pair: Pair;
}) {
  const { scenario } = useParley();
  const { difference } = useWords();
  const address = addressOf(row.figure.subject);
  if (address === undefined) return null;
  return (
    [
      [first, second],
      [second, first],
    ] as const
  ).map(([of, from]) => {
    const [line, other] = [lines[of], lines[from]];
    if (line === undefined || other === undefined) return null;
    const steps = movedAfterParting(scenario, address, line.reading, other.reading);
    return (
      <section key={line.key} className={styles.part}>
        <h3>{difference.steps(line.letter)}</h3>
        {steps.length === 0 ? (
          <p>{difference.noSteps(line.letter)}</p>
        ) : (
          <ol className={styles.steps}>
            {steps.map(({ step, move, change }) => (
              <li key={step}>
                <span>{step}</span>
                <span>{labelOf(scenario, move)}</span>
                <b>{formatChange(change)}</b>
              </li>
            ))}
          </ol>
        )}
      </section>
    );
  });
}
