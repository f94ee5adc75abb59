import { useMemo } from 'react';
import { opennessOf } from '../../../../machines/branch.ts';
import { play } from '../../../../machines/stepping.ts';
import { figureAt } from '../../../analysis/figures.ts';
import { firmness, type WeighedOption, widestPart } from '../../../analysis/firmness.ts';
import { principals } from '../../../domain/actors.ts';
import { stakeholders } from '../../../domain/stakes.ts';
import { type Parley, useParley } from '../../app/parley.ts';
import type { Walk } from '../../app/useWalk.ts';
import type { BasisSubject } from '../../basis/BasisSheet.tsx';
import { useExplainWords } from '../../text/explainWords.ts';
import { guardWords } from '../../text/guardWords.ts';
import { useText } from '../../text/useText.ts';
import styles from './Explained.module.css';
import { firmSentence, widestSentence } from './firmWords.ts';

/** What separates the options here, against the widest of their own judgements, and the part of it that is widest. */
function judged(parley: Parley, walk: Walk) {
  const { scenario, machine, draws, drawsAlong } = parley;
  const drawn = drawsAlong(walk.line, walk.positions).at(-1);
  if (drawn === undefined) throw new RangeError('a line stands somewhere');
  const options = walk.options.flatMap(({ move, open }): WeighedOption[] => {
    const after = open ? play(machine, walk.snapshot, move.id) : undefined;
    return after === undefined ? [] : [{ move: move.id, after: after.context.values }];
  });
  const held = stakeholders(scenario);
  const asked = principals(scenario).flatMap((actor) => [
    figureAt(scenario, `leverage/${actor}`),
    ...(held.includes(actor) ? [figureAt(scenario, `payoff/${actor}`)] : []),
  ]);
  const position = walk.snapshot.context;
  const [found] = firmness(draws, position, drawn, options, asked);
  const option = options.find(({ move }) => move === found?.widest.move);
  const part =
    found === undefined || option === undefined
      ? undefined
      : widestPart(scenario, draws, position, drawn, option, found.figure);
  return { found, part };
}

/** How firm a decision's numbers are: what would open its closed options, and whether its judgements are wider than what they part. */
export function Firmness({
  walk,
  onBasis,
}: {
  readonly walk: Walk;
  readonly onBasis: (subject: BasisSubject) => void;
}) {
  const parley = useParley();
  const { scenario } = parley;
  const text = useText();
  const { firm: words } = useExplainWords();
  const { found, part } = useMemo(() => judged(parley, walk), [parley, walk]);
  // Options that wait for the same are named together.
  const closed = new Map<string, readonly string[]>();
  for (const { move, open } of walk.options) {
    const guard = open ? undefined : opennessOf(scenario, move.id);
    const needs = guard === undefined ? undefined : guardWords(scenario, text, guard);
    if (needs !== undefined) closed.set(needs, [...(closed.get(needs) ?? []), move.meta.label]);
  }
  return (
    <ul className={styles.firm}>
      {[...closed].map(([needs, labels]) => (
        <li key={needs}>{words.opens(labels, needs)}</li>
      ))}
      <li>{found === undefined ? words.one : firmSentence(scenario, words, found)}</li>
      {part === undefined ? null : (
        <li>
          {widestSentence(scenario, words, part)}{' '}
          <button type="button" className={styles.why} onClick={() => onBasis({ kind: 'move', move: part.move })}>
            {text.walk.why}
          </button>
        </li>
      )}
    </ul>
  );
}
