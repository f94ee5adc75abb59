import type { Line, StateId } from '../../domain/identifier.ts';
import { formatAddress } from '../app/address.ts';
import { useParley } from '../app/parley.ts';
import { useText } from '../text/useText.ts';
import styles from './RestsOn.module.css';
import { groupReliances, type RelianceLine } from './relianceWords.ts';
import { useReliances } from './useReliances.ts';

/** The moves, questions and numbers that cite a fact; suspends until all texts are there. */
export function RestsOn({ fact }: { readonly fact: string }) {
  const { scenario } = useParley();
  const text = useText();
  const { reliances, lines } = useReliances();
  const found = reliances.get(fact);
  if (found === undefined) return <p className={styles.nothing}>{text.sources.restsNothing}</p>;
  const { branches, whole, counted } = groupReliances(scenario, text, found);
  return (
    <details className={styles.rests}>
      <summary>{text.sources.restsOn(counted)}</summary>
      {branches.map((branch) => (
        <Group key={branch.name} name={branch.name} of={branch.lines} lines={lines} />
      ))}
      {whole.length === 0 ? null : <Group name={text.sources.whole} of={whole} lines={lines} />}
    </details>
  );
}

function Group({
  name,
  of,
  lines,
}: {
  readonly name: string;
  readonly of: readonly RelianceLine[];
  readonly lines: ReadonlyMap<StateId, Line>;
}) {
  return (
    <div className={styles.group}>
      <h5>{name}</h5>
      <ul>
        {of.map(({ key, label, burdens, state }) => {
          const line = state === undefined ? undefined : lines.get(state);
          return (
            <li key={key}>
              {line === undefined ? label : <a href={`#${formatAddress({ screen: 'walk', line })}`}>{label}</a>}
              {burdens.length === 0 ? null : <span className={styles.burdens}> {burdens.join(', ')}</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
