import { Suspense, use } from 'react';
import type { Line } from '../../domain/identifier.ts';
import { formatAddress } from '../app/address.ts';
import { useParley } from '../app/parley.ts';
import type { FoundReliances } from './loadReliances.ts';
import styles from './RestsOn.module.css';
import { groupReliances, type RelianceGroups, type ReliancePlace } from './relianceWords.ts';
import { useSourcesText } from './words.ts';

/** The moves, questions and numbers that cite a fact; suspends until they are found. */
export function RestsOn({ fact, found }: { readonly fact: string; readonly found: FoundReliances }) {
  const { scenario } = useParley();
  const text = useSourcesText();
  const resting = use(found.reliances).get(fact);
  if (resting === undefined) return <p className={styles.nothing}>{text.sources.restsNothing}</p>;
  const groups = groupReliances(scenario, text, resting);
  return (
    <details className={styles.rests}>
      <summary>{text.sources.restsOn(groups.counted)}</summary>
      <Suspense fallback={<p>{text.loading}</p>}>
        <Resting groups={groups} lines={found.lines} />
      </Suspense>
    </details>
  );
}

function Resting({
  groups: { branches, whole },
  lines,
}: { readonly groups: RelianceGroups } & Pick<FoundReliances, 'lines'>) {
  const { sources } = useSourcesText();
  const known = use(lines);
  return (
    <>
      {branches.map(({ name, places }) => (
        <div key={name} className={styles.group}>
          <h5>{name}</h5>
          <ul>
            {places.map((place) => (
              <Place key={place.state} place={place} line={known.get(place.state)} />
            ))}
          </ul>
        </div>
      ))}
      {whole.length === 0 ? null : (
        <div className={styles.group}>
          <h5>{sources.whole}</h5>
          <ul>
            {whole.map(({ key, label }) => (
              <li key={key}>{label}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** What rests on the fact is a link to where Walk shows it; a question that is only the place of such moves is plain. */
function Place({
  place: { label, burdens, moves },
  line,
}: {
  readonly place: ReliancePlace;
  /** How to get there, where a short line is known. */
  readonly line: Line | undefined;
}) {
  const { stamp } = useParley();
  const to = line === undefined ? undefined : `#${formatAddress({ screen: 'walk', line }, stamp)}`;
  const linked = (name: string) => (to === undefined ? name : <a href={to}>{name}</a>);
  return (
    <li>
      {burdens === undefined ? <span className={styles.place}>{label}</span> : linked(label)}
      <Burdens of={burdens ?? []} />
      {moves.length === 0 ? null : (
        <ul>
          {moves.map((move) => (
            <li key={move.key}>
              {linked(move.label)}
              <Burdens of={move.burdens} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Burdens({ of }: { readonly of: readonly string[] }) {
  return of.length === 0 ? null : (
    <>
      {' '}
      <span className={styles.burdens}>{of.join(', ')}</span>
    </>
  );
}
