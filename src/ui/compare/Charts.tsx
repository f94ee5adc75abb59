import { principals } from '../../domain/actors.ts';
import { useParley } from '../app/parley.ts';
import styles from './charts.module.css';
import type { Compared } from './compared.ts';
import { DotsChart } from './DotsChart.tsx';
import { lettersOf } from './Finding.tsx';
import { PathsChart } from './PathsChart.tsx';
import { useWords } from './words.ts';

/** The pictures of a comparison: leverage along the lines, an actor at a time, and the largest differences of the pair. */
export function Charts({ lines, pair, rows }: Compared) {
  const { scenario } = useParley();
  const { paths } = useWords();
  const letters = lettersOf(lines, pair);
  return (
    <div className={styles.charts}>
      <section className={styles.charts} aria-labelledby="compare-paths">
        <div>
          <h2 id="compare-paths">{paths.heading}</h2>
          <p className={styles.rule}>{paths.rule}</p>
        </div>
        <div className={styles.multiples}>
          {principals(scenario).map((id) => {
            const actor = scenario.actors[id];
            const row = rows.find(({ figure }) => figure.id === `leverage/${id}`);
            return actor === undefined || row === undefined ? null : (
              <PathsChart key={id} actorId={id} actor={actor} lines={lines} row={row} pair={letters} />
            );
          })}
        </div>
      </section>
      <DotsChart rows={rows} letters={letters} all={lines.map(({ letter }) => letter)} />
    </div>
  );
}
