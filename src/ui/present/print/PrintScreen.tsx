import { Suspense, useMemo, useState } from 'react';
import { planOf } from '../../../workshop/plans.ts';
import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import { useTexts } from '../../app/loaded.ts';
import { useParley } from '../../app/parley.ts';
import { Boundary } from '../../parts/Failure.tsx';
import { endOf } from '../comparison.ts';
import { AgendaPage } from './AgendaPage.tsx';
import { BallotPages } from './BallotPages.tsx';
import { ballotsOf, branchOf } from './ballots.ts';
import { CardPage } from './CardPage.tsx';
import { ComparisonPage } from './ComparisonPage.tsx';
import { firstChoices, type PrintChoices, sheetsOf } from './choices.ts';
import { PrintForm } from './PrintForm.tsx';
import styles from './PrintScreen.module.css';
import { RolePage } from './RolePage.tsx';
import { roleSheet } from './roles.ts';
import { usePrintWords } from './usePrintWords.ts';

/** The print pack of a workshop: choices, a preview, and the sheets themselves. For the open room, or before there is one. */
export function PrintScreen({ view }: { readonly view: FacilitatorView | undefined }) {
  const { scenario } = useParley();
  const words = usePrintWords();
  const [choices, setChoices] = useState(() => firstChoices(scenario, view));
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <header className={styles.head}>
        <a href="#/present">{words.back}</a>
        <h1 tabIndex={-1}>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
        <PrintForm choices={choices} onChange={setChoices} />
      </header>
      <Boundary fallback={<p role="alert">{words.failed}</p>}>
        <Suspense fallback={<p role="status">{words.preparing}</p>}>
          <Pack choices={choices} />
        </Suspense>
      </Boundary>
    </main>
  );
}

function Pack({ choices }: { readonly choices: PrintChoices }) {
  const parley = useParley();
  const { scenario } = parley;
  const words = usePrintWords();
  const branch = branchOf(choices.branch);
  const { prose, ledger } = useTexts(Object.keys(scenario.branches));
  const ballots = ballotsOf(scenario, branch);
  const opening = useMemo(() => endOf(parley, []), [parley]);
  const sheets = sheetsOf(choices, ballots);
  const has = (part: PrintChoices['parts'][number]): boolean => choices.parts.includes(part);
  if (opening === undefined) throw new TypeError('the opening is always open');
  if (sheets === 0) return <p role="status">{words.nothing}</p>;
  const plan = planOf(choices.plan);
  return (
    <>
      <div className={styles.tools}>
        <button type="button" className="button primary" onClick={() => window.print()}>
          {words.print}
        </button>
        <span role="status">{words.sheets(sheets)}</span>
      </div>
      <section className={styles.pack} data-theme="light" aria-label={words.preview}>
        {has('agenda') ? <AgendaPage plan={plan} ballots={ballots} /> : null}
        {has('roles')
          ? choices.actors.map((actor) => (
              <RolePage
                key={actor}
                sheet={roleSheet({ scenario, prose, facts: ledger.facts, branch: choices.branch, opening }, actor)}
              />
            ))
          : null}
        {has('cards') ? ballots.map((ballot) => <CardPage key={ballot.state} ballot={ballot} prose={prose} />) : null}
        {has('ballots')
          ? ballots.map((ballot) => <BallotPages key={ballot.state} ballot={ballot} copies={choices.copies} />)
          : null}
        {has('comparison') ? <ComparisonPage ballots={ballots} /> : null}
      </section>
    </>
  );
}
