import { actorName } from '../../../domain/actors.ts';
import { isDecision, stateAt } from '../../../domain/chart.ts';
import { useLedger, useProse } from '../../app/loaded.ts';
import { useParley } from '../../app/parley.ts';
import { ActorShape } from '../../parts/ActorShape.tsx';
import { formatDay } from '../../text/format.ts';
import { useText } from '../../text/useText.ts';
import styles from './Print.module.css';
import { usePrintWords } from './usePrintWords.ts';

/** Facts on a sheet: the same number for each side. */
const FACTS = 7;

/**
 * One vantage point on one page: who it is, what it is thought to want and to fear, and how each side tells the beginning, in the same
 * words and with the same room for all. Nothing of what comes later.
 */
export function RoleSheet({ actor: id, branch }: { readonly actor: string; readonly branch: string }) {
  const { scenario } = useParley();
  const text = useText();
  const words = usePrintWords();
  const prose = useProse(branch);
  const { facts } = useLedger();
  const actor = scenario.actors[id];
  const initial = `${branch}.${scenario.branches[branch]?.initial ?? ''}`;
  const placed = stateAt(scenario, initial);
  const name = actorName(scenario, id);
  const accounts = Object.keys(scenario.actors).flatMap((other) => {
    const account = prose[`${initial}.told.${other}`];
    return account === undefined ? [] : [{ other, account }];
  });
  const cited = (actor?.facts ?? []).slice(0, FACTS);
  return (
    <section className={styles.sheet} aria-label={words.role.title(name)}>
      <p className={styles.eyebrow}>{words.asOf(scenario.title, formatDay(scenario.readingDate))}</p>
      <h2>
        <ActorShape actor={actor} size="letter" /> {words.role.title(name)}
      </h2>
      <p>{words.role.who(name)}</p>
      <div className={styles.two}>
        <div>
          <h3>{words.role.wants(name)}</h3>
          <ul>
            {actor?.wants?.map((want) => (
              <li key={want}>{want}</li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{words.role.fears(name)}</h3>
          <ul>
            {actor?.fears?.map((fear) => (
              <li key={fear}>{fear}</li>
            ))}
          </ul>
        </div>
      </div>
      <h3>{words.role.situation}</h3>
      <p>{prose[`${initial}.context`]}</p>
      {placed !== undefined && isDecision(placed.state) ? <p>{placed.state.meta.ask}</p> : null}
      <h3>{words.role.told}</h3>
      {accounts.map(({ other, account }) => (
        <p key={other}>
          <ActorShape actor={scenario.actors[other]} size="letter" /> {account}
        </p>
      ))}
      <h3>{words.role.facts}</h3>
      <ul className={styles.small}>
        {cited.map((fact) => (
          <li key={fact}>
            {fact}: {facts[fact]?.claim} ({text.fact.status[facts[fact]?.status ?? 'not checked']})
          </li>
        ))}
      </ul>
      <p className={styles.small}>{words.role.status}</p>
      <h3>{words.role.how}</h3>
      <ul>
        {words.role.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <p className={styles.small}>{text.standing}</p>
    </section>
  );
}
