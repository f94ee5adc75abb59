import { useId, useState } from 'react';
import { actorName } from '../../domain/actors.ts';
import { quantityAt } from '../../domain/indicators.ts';
import { stakeholders } from '../../domain/stakes.ts';
import { useParley } from '../app/parley.ts';
import { provenance } from '../app/provenance.ts';
import { ActorShape } from '../parts/ActorShape.tsx';
import { download, textFile } from '../parts/download.ts';
import { formatNumber } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import type { OutcomeRow } from './outcomeRows.ts';
import styles from './StakeFigure.module.css';
import { type StakeCell, StakeTable } from './StakeTable.tsx';
import { byPhrase, widestStake } from './sentences.ts';
import { stakeTableRows } from './stakeRows.ts';
import type { Representative } from './tradeoffsView.ts';
import { useWords } from './useWords.ts';

/** The stake table with its finding, whose stakes it shows, and what can be taken away. */
export function StakeFigure({
  rows,
  actor,
  by,
  onActor,
  onAsk,
}: {
  readonly rows: readonly OutcomeRow[];
  readonly actor: string;
  readonly by: Representative;
  readonly onActor: (actor: string) => void;
  readonly onAsk: (cell: StakeCell) => void;
}) {
  const parley = useParley();
  const { scenario } = parley;
  const text = useText();
  const words = useWords();
  const titleId = useId();
  const [said, setSaid] = useState('');
  const { stakes } = words;
  const name = actorName(scenario, actor);
  const read = rows.every(({ values }) => values !== undefined);
  const widest = widestStake(scenario, actor, rows);
  const finding = !read
    ? stakes.waiting
    : widest === undefined
      ? stakes.same(name)
      : stakes.finding(
          name,
          quantityAt(scenario, widest.address).label,
          formatNumber(widest.low),
          formatNumber(widest.high),
          formatNumber(100 * widest.weight),
        );
  const rule = stakes.rule(name, byPhrase(scenario, words, by));
  const takeAway = async () => {
    const { toCsv } = await import('../../formats/csv.ts');
    const remarks = [finding, rule, ...provenance(parley, text)];
    download(
      `${scenario.id}-stakes-${actor}.csv`,
      textFile(toCsv(stakeTableRows(scenario, words, rows, actor), remarks), 'text/csv'),
    );
  };
  return (
    <section className={styles.figure} aria-labelledby={titleId}>
      <div className={styles.caption}>
        <h2 id={titleId}>{finding}</h2>
        <p>{rule}</p>
      </div>
      <div className={styles.tools}>
        <fieldset className={styles.actors}>
          <legend className="visually-hidden">{stakes.whose}</legend>
          {stakeholders(scenario).map((id) => (
            <button key={id} type="button" className="button" aria-pressed={id === actor} onClick={() => onActor(id)}>
              <ActorShape actor={scenario.actors[id]} /> {actorName(scenario, id)}
            </button>
          ))}
        </fieldset>
        <button
          type="button"
          className="button"
          onClick={() => {
            setSaid('');
            takeAway().catch(() => setSaid(text.takeAway.failed));
          }}
        >
          {text.takeAway.csv}
        </button>
        <span role="status">{said || (read ? '' : stakes.unread)}</span>
      </div>
      {read ? (
        <StakeTable key={actor} rows={rows} actor={actor} onAsk={onAsk} />
      ) : (
        <div className={styles.placeholder} />
      )}
    </section>
  );
}
