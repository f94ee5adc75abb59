import { useParley } from '../../app/parley.ts';
import { ActorShape } from '../../parts/ActorShape.tsx';
import { formatDay, formatNumber, formatRange } from '../../text/format.ts';
import { useText } from '../../text/useText.ts';
import styles from './Print.module.css';
import type { RoleDriver, RoleSheet } from './roles.ts';
import { Sheet } from './Sheet.tsx';
import { usePrintWords } from './usePrintWords.ts';

/** A role sheet: one vantage point in the third person, on one page. */
export function RolePage({ sheet }: { readonly sheet: RoleSheet }) {
  const { scenario } = useParley();
  const { role } = usePrintWords();
  const text = useText();
  const { actor, wants, fears, situation, told, drivers, facts } = sheet;
  return (
    <Sheet label={`${role.eyebrow(scenario.title, formatDay(scenario.readingDate))}: ${actor.name}`}>
      <p className="eyebrow">{role.eyebrow(scenario.title, formatDay(scenario.readingDate))}</p>
      <h2>
        <ActorShape actor={actor} size="letter" /> {actor.name}
      </h2>
      <p className={styles.who}>{role.who(actor.name)}</p>
      <div className={styles.two}>
        <Part title={role.wants} items={wants} />
        <Part title={role.fears} items={fears} />
      </div>
      <section>
        <h3>{role.situation}</h3>
        {situation.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </section>
      <section>
        <h3>{role.told}</h3>
        <p className={styles.note}>{role.toldNote}</p>
        <ul className={styles.told}>
          {told.map(({ id, actor: teller, account }) => (
            <li key={id}>
              <b>
                <ActorShape actor={teller} size="letter" /> {teller.name}
              </b>
              <p>{account}</p>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{role.leverage}</h3>
        {drivers.length === 0 ? <p>{role.noLeverage}</p> : <p className={styles.note}>{role.scale}</p>}
        <ul className={styles.drivers}>
          {drivers.map((driver) => (
            <Driver key={driver.driver} driver={driver} />
          ))}
        </ul>
      </section>
      <section>
        <h3>{role.rules}</h3>
        <ol className={styles.rules}>
          {role.ruleList.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ol>
      </section>
      <section className={styles.facts}>
        <h3>{role.facts}</h3>
        <ul>
          {facts.map(({ id, fact }) => (
            <li key={id}>
              <b>{id}</b> {fact.claim} <i>({text.fact.status[fact.status]})</i>
            </li>
          ))}
        </ul>
      </section>
    </Sheet>
  );
}

function Part({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Driver({ driver: { label, points, range, between } }: { readonly driver: RoleDriver }) {
  const { role } = usePrintWords();
  return (
    <li>
      <b>{role.driver(label, formatNumber(points), formatRange(range))}</b>
      {between === undefined ? null : (
        <> {role.between(between.low.points, between.low.means, between.high.points, between.high.means)}</>
      )}
    </li>
  );
}
