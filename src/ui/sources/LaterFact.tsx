import { useEffect, useState } from 'react';
import type { SplitScenario } from '../../domain/prose.ts';
import { useParley } from '../app/parley.ts';
import { formatDay } from '../text/format.ts';
import { entryId, FactEntry } from './FactEntry.tsx';
import styles from './Facts.module.css';
import { goToPart } from './goToPart.ts';
import type { FoundReliances } from './loadReliances.ts';
import { useSourcesText } from './words.ts';

/** A fact that is later than the reading date: kept apart until the reader who asked for it asks again. */
export function LaterFact({
  id,
  ledger,
  reliances,
}: {
  readonly id: string;
  readonly ledger: SplitScenario['ledger'];
  readonly reliances: FoundReliances;
}) {
  const { scenario } = useParley();
  const { sources } = useSourcesText();
  const [shown, setShown] = useState(false);
  const fact = ledger.facts[id];
  useEffect(() => {
    if (shown) goToPart(entryId(id));
  }, [shown, id]);
  const notice = sources.laterAsked(id, formatDay(scenario.readingDate));
  if (!shown || fact === undefined) {
    return (
      <div className={styles.notice} id={entryId(id)} tabIndex={-1}>
        <p>{notice}</p>
        {fact === undefined ? null : (
          <button type="button" className="button" onClick={() => setShown(true)}>
            {sources.showLater}
          </button>
        )}
      </div>
    );
  }
  return (
    <>
      <p className={styles.notice}>{notice}</p>
      <FactEntry row={{ id, fact, searched: '' }} ledger={ledger} problems={[]} reliances={reliances} named />
    </>
  );
}
