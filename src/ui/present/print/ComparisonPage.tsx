import { actorName, principals } from '../../../domain/actors.ts';
import { useParley } from '../../app/parley.ts';
import type { Ballot } from './ballots.ts';
import styles from './Print.module.css';
import { Sheet } from './Sheet.tsx';
import { usePrintWords } from './usePrintWords.ts';

/** Two rounds side by side with blanks to fill in, on A4 across; a copier makes A3 of it. */
export function ComparisonPage({ ballots }: { readonly ballots: readonly Ballot[] }) {
  const { scenario } = useParley();
  const { comparison: words } = usePrintWords();
  const rows = [
    words.sides,
    words.conditions,
    ...ballots.map(({ question }) => question),
    words.end,
    ...principals(scenario).map((actor) => words.leverage(actorName(scenario, actor))),
    words.surprise,
    words.voice,
  ];
  return (
    <Sheet label={words.title} landscape>
      <p className="eyebrow">{words.eyebrow}</p>
      <h2>{words.title}</h2>
      <p className={styles.note}>{words.note}</p>
      <table className={styles.fill}>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.round(1)}</th>
            <th scope="col">{words.round(2)}</th>
            <th scope="col">{words.different}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
