import { memo, Suspense } from 'react';
import type { SplitScenario } from '../../domain/prose.ts';
import type { Source } from '../../domain/schema/ledger.ts';
import { useParley } from '../app/parley.ts';
import { ActorShape } from '../parts/ActorShape.tsx';
import { factAddress } from '../parts/FactChip.tsx';
import { Boundary } from '../parts/Failure.tsx';
import parts from '../parts/parts.module.css';
import { formatDay } from '../text/format.ts';
import styles from './FactEntry.module.css';
import { goToPart } from './goToPart.ts';
import { LedgerText } from './LedgerText.tsx';
import { type LedgerRow, statedBy } from './ledgerRows.ts';
import type { FoundReliances } from './loadReliances.ts';
import { problemId } from './Problems.tsx';
import { RestsOn } from './RestsOn.tsx';
import { useSourcesText } from './words.ts';

/** The element of a fact is named as its address is, so that the browser finds it again when a link to it is followed twice. */
export const entryId = (fact: string): string => factAddress(fact).slice(1);

/** One fact: the claim, its standing, what was checked, its sources, and what rests on it. */
export const FactEntry = memo(function FactEntry({
  row: { id, fact },
  ledger,
  problems,
  reliances,
  named,
}: {
  readonly row: LedgerRow;
  readonly ledger: SplitScenario['ledger'];
  /** Ids of the source's own problems that concern it. */
  readonly problems: readonly string[];
  readonly reliances: FoundReliances;
  /** The address names this fact. */
  readonly named: boolean;
}) {
  const { scenario } = useParley();
  const text = useSourcesText();
  const speakers = statedBy(fact);
  const when = fact.printed ?? (fact.date === undefined ? undefined : formatDay(fact.date));
  return (
    <article id={entryId(id)} tabIndex={-1} className={styles.entry} data-named={named} aria-labelledby={`claim-${id}`}>
      <h4 id={`claim-${id}`}>
        <span className={styles.id}>{id}</span> {fact.claim}
      </h4>
      <ul className={styles.standing}>
        <li>
          <span className={parts.chip} data-status={fact.status}>
            {text.fact.status[fact.status]}
          </span>
        </li>
        <li>{text.fact.kind[fact.kind]}</li>
        {when === undefined ? null : <li>{when}</li>}
        {speakers.map((actor) => (
          <li key={actor}>
            <span className="visually-hidden">{text.fact.by}: </span>
            <ActorShape actor={scenario.actors[actor]} /> {scenario.actors[actor]?.name ?? actor}
          </li>
        ))}
      </ul>
      <dl className={styles.grounds}>
        {fact.note === undefined ? null : (
          <div>
            <dt>{text.fact.note}</dt>
            <dd>
              <LedgerText facts={ledger.facts}>{fact.note}</LedgerText>
            </dd>
          </div>
        )}
        <div>
          <dt>{text.fact.sources}</dt>
          <dd>
            <SourceList ids={fact.sources ?? []} sources={ledger.sources} />
          </dd>
        </div>
      </dl>
      {problems.length === 0 ? null : (
        <p className={styles.problems}>
          {text.sources.alsoProblem}{' '}
          {problems.map((issue) => (
            <button key={issue} type="button" className={parts.chip} onClick={() => goToPart(problemId(issue))}>
              {issue}
            </button>
          ))}
        </p>
      )}
      <Boundary fallback={<p className={styles.waiting}>{text.sources.restsFailed}</p>}>
        <Suspense fallback={<p className={styles.waiting}>{text.sources.restsLoading}</p>}>
          <RestsOn fact={id} found={reliances} />
        </Suspense>
      </Boundary>
    </article>
  );
});

function SourceList({
  ids,
  sources,
}: {
  readonly ids: readonly string[];
  readonly sources: SplitScenario['ledger']['sources'];
}) {
  const text = useSourcesText();
  const found = ids.flatMap((id) => {
    const source = sources[id];
    return source === undefined ? [] : [{ id, source }];
  });
  if (found.length === 0) return text.sources.noSource;
  return (
    <ul>
      {found.map(({ id, source }) => (
        <li key={id}>
          <SourceTitle source={source} />
          {source.publisher === undefined ? '' : `, ${source.publisher}`}
          {source.date === undefined ? null : (
            <>
              , <span className={styles.date}>{formatDay(source.date)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function SourceTitle({ source: { title, url } }: { readonly source: Source }) {
  const { sources } = useSourcesText();
  if (url === undefined) return title;
  return (
    <a className={styles.source} href={url} target="_blank" rel="noreferrer">
      {title}
      <span className="visually-hidden"> ({sources.newTab})</span>
    </a>
  );
}
