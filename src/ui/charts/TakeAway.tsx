import { useId, useRef, useState } from 'react';
import { useParley } from '../app/parley.ts';
import { provenance } from '../app/provenance.ts';
import { useText } from '../text/useText.ts';
import styles from './TakeAway.module.css';
import type { TakeawayKind, TakenChart } from './takeaways.ts';

/** What a chart gives to whoever wants to take it away. */
export interface Takeable extends Omit<TakenChart, 'fileName' | 'provenance'> {
  /** What its files are called after the scenario. */
  readonly name: string;
}

const KINDS = ['png', 'svg', 'csv', 'copy'] as const satisfies readonly TakeawayKind[];
const loadTakeaways = () => import('./takeaways.ts');

/** Takes a chart away: as a picture, as a file of its rows or as a table to paste, each with its caption and where it comes from. */
export function TakeAway({ name, ...chart }: Takeable) {
  const parley = useParley();
  const text = useText();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState('');
  const fileName = `${parley.scenario.id}-${name}`;
  const take = async (kind: TakeawayKind) => {
    setSaid('');
    menu.current?.hidePopover();
    try {
      const { takeaways } = await loadTakeaways();
      await takeaways[kind]({ ...chart, fileName, provenance: provenance(parley, text) });
      setSaid(kind === 'copy' ? text.takeAway.copied : text.takeAway.saved(`${fileName}.${kind}`));
    } catch {
      setSaid(text.takeAway.failed);
    }
  };
  // Fetched while somebody chooses; a failure is told once they have chosen.
  const prepare = () => void loadTakeaways().catch(() => undefined);
  return (
    <div className={styles.takeAway}>
      <button
        type="button"
        className={`button ${styles.open}`}
        popoverTarget={id}
        aria-label={text.takeAway.title(chart.finding)}
      >
        {text.takeAway.open}
      </button>
      <div ref={menu} id={id} popover="auto" className={styles.menu} onToggle={prepare}>
        {KINDS.map((kind) => (
          <button key={kind} type="button" onClick={() => void take(kind)}>
            {text.takeAway[kind]}
          </button>
        ))}
      </div>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
}
