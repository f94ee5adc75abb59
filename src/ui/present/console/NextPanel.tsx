import { labelOf } from '../../../domain/chart.ts';
import type { RefusalCode } from '../../../workshop/command.ts';
import { tallyOf } from '../../../workshop/tally.ts';
import { useParley } from '../../app/parley.ts';
import { KeyHint } from '../../parts/KeyHint.tsx';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import styles from './Console.module.css';

/** What comes next, for the facilitator alone: one big button, or what it waits for. Refusals are said here. */
export function NextPanel({
  console: { view, send },
  refused,
}: {
  readonly console: Console;
  readonly refused: { readonly code: RefusalCode } | undefined;
}) {
  const words = usePresentWords();
  const { scenario } = useParley();
  const { next, vote } = view;
  const leader = vote === undefined || view.phase !== 'reveal' ? undefined : tallyOf(vote)?.leading;
  const also =
    next.ready && next.kind === 'follow' && leader?.length === 1 ? `: ${labelOf(scenario, leader[0] ?? '')}` : '';
  return (
    <section className={styles.next} aria-label={words.comes.title}>
      {next.ready ? (
        <button type="button" className={`button primary ${styles.big}`} onClick={() => send(next.command)}>
          <span>
            {words.next[next.kind]}
            {also}
          </span>
          <KeyHint>Space</KeyHint>
        </button>
      ) : (
        <p className={styles.wait}>{words.waits[next.wait]}</p>
      )}
      <p role="status" className={styles.said} data-refused={refused !== undefined}>
        {refused === undefined ? '' : words.refusals[refused.code]}
      </p>
    </section>
  );
}
