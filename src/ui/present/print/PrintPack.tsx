import { Suspense, useState } from 'react';
import { actorName, principals } from '../../../domain/actors.ts';
import { movesFrom, TABLE } from '../../../domain/chart.ts';
import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import { useParley } from '../../app/parley.ts';
import { BallotPage } from './BallotPage.tsx';
import { CardPage } from './CardPage.tsx';
import { ComparisonSheet } from './ComparisonSheet.tsx';
import { decisionsToPrint } from './decisionsToPrint.ts';
import styles from './Print.module.css';
import { RoleSheet } from './RoleSheet.tsx';
import { usePrintWords } from './usePrintWords.ts';

const KINDS = ['roles', 'ballots', 'cards', 'comparison'] as const;
type Kind = (typeof KINDS)[number];

/** People for whom ballots are reckoned where no room is open. */
const PEOPLE = 12;

const toggled = <Value,>(chosen: readonly Value[], value: Value): readonly Value[] =>
  chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];

/** Sheets to print before a workshop: role sheets, ballots, decision cards, a comparison sheet. */
export function PrintPack({ view }: { readonly view: FacilitatorView | undefined }) {
  const { scenario } = useParley();
  const words = usePrintWords();
  const branches = movesFrom(scenario, TABLE).flatMap(({ id, meta, targets }) => {
    const branch = targets[0]?.state.split('.')[0];
    return branch === undefined ? [] : [{ move: id, branch, label: meta.label }];
  });
  const opened = branches.find(({ move }) => move === view?.setup.branch) ?? branches[0];
  const [branch, setBranch] = useState(opened?.branch ?? '');
  const [kinds, setKinds] = useState<readonly Kind[]>(KINDS);
  const [actors, setActors] = useState<readonly string[]>(principals(scenario));
  const decisions = decisionsToPrint(scenario, branch);
  const pairs = decisions.flatMap((_, index) => (index % 2 === 0 ? [decisions.slice(index, index + 2)] : []));
  const tick = (label: string, checked: boolean, change: () => void) => (
    <label key={label}>
      <input type="checkbox" checked={checked} onChange={change} /> {label}
    </label>
  );
  return (
    <main id="main" tabIndex={-1} className={styles.page} data-theme="light" data-print-page="">
      <div className={styles.settings}>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p>{words.lead}</p>
        <label>
          {words.branch}
          <select value={branch} onChange={({ target }) => setBranch(target.value)}>
            {branches.map((option) => (
              <option key={option.branch} value={option.branch}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>{words.choose}</legend>
          {KINDS.map((kind) => tick(words.kinds[kind], kinds.includes(kind), () => setKinds(toggled(kinds, kind))))}
        </fieldset>
        <fieldset>
          <legend>{words.actors}</legend>
          {Object.keys(scenario.actors).map((actor) =>
            tick(actorName(scenario, actor), actors.includes(actor), () => setActors(toggled(actors, actor))),
          )}
        </fieldset>
        <p className={styles.row}>
          <button type="button" className="button primary" onClick={() => window.print()}>
            {words.print}
          </button>
          <a className="button" href="#/present">
            {words.back}
          </a>
        </p>
      </div>
      <Suspense fallback={<p className={styles.settings}>{words.loading}</p>}>
        <div className={styles.sheets}>
          {kinds.includes('roles')
            ? actors.map((actor) => <RoleSheet key={actor} actor={actor} branch={branch} />)
            : null}
          {kinds.includes('ballots')
            ? decisions.map((decision) => (
                <BallotPage key={decision.state} decision={decision} people={view?.people ?? PEOPLE} />
              ))
            : null}
          {kinds.includes('cards')
            ? pairs.map((pair) => <CardPage key={pair[0]?.state ?? ''} decisions={pair} />)
            : null}
          {kinds.includes('comparison') ? <ComparisonSheet decisions={decisions} /> : null}
        </div>
      </Suspense>
    </main>
  );
}
