import { type Ballot, ballotSheets } from './ballots.ts';
import styles from './Print.module.css';
import { Sheet } from './Sheet.tsx';
import { usePrintWords } from './usePrintWords.ts';

/** Slips to cut out, the same decision on a sheet, none of them across two sheets. */
export function BallotPages({ ballot, copies }: { readonly ballot: Ballot; readonly copies: number }) {
  const { ballot: words } = usePrintWords();
  return ballotSheets(ballot, copies).map((slips, sheet) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the sheets of one ballot are alike.
    <Sheet key={sheet} label={words.sheet(ballot.question)}>
      <div className={styles.slips}>
        {Array.from({ length: slips }, (_, slip) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the slips of one ballot are alike.
          <Slip key={slip} ballot={ballot} />
        ))}
      </div>
    </Sheet>
  ));
}

function Slip({ ballot: { question, decides, options } }: { readonly ballot: Ballot }) {
  const { ballot: words } = usePrintWords();
  return (
    <section className={styles.slip}>
      <p className={styles.slipHead}>
        <span>{words.decides(decides)}</span>
        <span>{words.note}</span>
      </p>
      <h3>{question}</h3>
      <ul>
        {options.map(({ move, label }) => (
          <li key={move}>{label}</li>
        ))}
        <li>{words.cannotSay}</li>
      </ul>
      <p className={styles.predict}>
        <span>{words.predict}</span>
        <span aria-hidden="true" className={styles.blank} />
      </p>
    </section>
  );
}
