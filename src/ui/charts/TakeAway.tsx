import { useState } from 'react';
import type { Table } from '../../formats/csv.ts';
import { useParley } from '../app/parley.ts';
import { provenance } from '../app/provenance.ts';
import { download, textFile } from '../parts/download.ts';
import { useText } from '../text/useText.ts';
import styles from './TakeAway.module.css';

/** What a chart gives to whoever wants to take it away. */
export interface Takeable {
  readonly name: string;
  readonly finding: string;
  readonly rule: string | undefined;
  readonly rows: () => Table;
  /** The picture as it stands on the page; undefined while there is none. */
  readonly picture: () => SVGSVGElement | undefined;
}

/** Takes a chart away: as a picture or as its rows, each with its caption and where it comes from. */
export function TakeAway(chart: Takeable) {
  const parley = useParley();
  const text = useText();
  const [said, setSaid] = useState('');
  const csv = async () => {
    const { toCsv } = await import('../../formats/csv.ts');
    const remarks = [chart.finding, ...provenance(parley, text)];
    download(`${chart.name}.csv`, textFile(toCsv(chart.rows(), remarks), 'text/csv'));
  };
  const attempt = (deed: () => Promise<void>) => () => {
    setSaid('');
    deed().catch(() => setSaid(text.takeAway.failed));
  };
  return (
    <div className={styles.takeAway}>
      <button type="button" className="button" onClick={attempt(csv)}>
        {text.takeAway.csv}
      </button>
      <span role="status">{said}</span>
    </div>
  );
}
