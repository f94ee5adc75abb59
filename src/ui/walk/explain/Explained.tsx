import { useMemo, useState } from 'react';
import { scoredActors } from '../../../domain/leverage.ts';
import { useParley } from '../../app/parley.ts';
import type { Walk } from '../../app/useWalk.ts';
import type { BasisSubject } from '../../basis/BasisSheet.tsx';
import { WaterfallChart } from '../../charts/WaterfallChart.tsx';
import { ActorShape } from '../../parts/ActorShape.tsx';
import { useExplainWords } from '../../text/explainWords.ts';
import { formatDay } from '../../text/format.ts';
import { useText } from '../../text/useText.ts';
import styles from './Explained.module.css';
import type { ExplainScope } from './explainScope.ts';
import { waterfallOf } from './waterfallOf.ts';

const SCOPES: readonly ExplainScope[] = ['step', 'line'];

/** How an actor's leverage came about: the last step driver by driver, or the whole line step by step. */
export function Explained({
  walk,
  scope,
  onScope,
  onBasis,
}: {
  readonly walk: Walk;
  readonly scope: ExplainScope;
  /** Changes what is taken apart; without it, that is settled. */
  readonly onScope?: (scope: ExplainScope) => void;
  readonly onBasis: (subject: BasisSubject) => void;
}) {
  const parley = useParley();
  const { scenario } = parley;
  const text = useText();
  const { waterfall: words } = useExplainWords();
  const actors = scoredActors(scenario);
  const [chosen, setChosen] = useState(actors[0] ?? '');
  const found = useMemo(() => waterfallOf(parley, walk, chosen, scope), [parley, walk, chosen, scope]);
  const actor = scenario.actors[chosen];
  if (found === undefined || actor === undefined) return <p>{words.nothing}</p>;
  return (
    <div className={styles.explained}>
      <div className={styles.choices}>
        {onScope === undefined ? null : (
          <fieldset>
            <legend className="visually-hidden">{words.scope}</legend>
            {SCOPES.map((each) => (
              <button
                key={each}
                type="button"
                className="button"
                aria-pressed={each === scope}
                onClick={() => onScope(each)}
              >
                {words[each]}
              </button>
            ))}
          </fieldset>
        )}
        <fieldset>
          <legend className="visually-hidden">{words.actor}</legend>
          {actors.map((id) => (
            <button
              key={id}
              type="button"
              className="button"
              aria-pressed={id === chosen}
              onClick={() => setChosen(id)}
            >
              <ActorShape actor={scenario.actors[id]} /> {scenario.actors[id]?.name}
            </button>
          ))}
        </fieldset>
      </div>
      <WaterfallChart
        scenario={scenario}
        waterfall={found.waterfall}
        scope={found.scope}
        actor={{ id: chosen, ...actor }}
        onPick={onBasis}
      />
      {onScope === undefined ? null : (
        <p className={styles.standing}>
          {text.basis.standing(scenario.author.name, formatDay(scenario.readingDate), scenario.version)}
        </p>
      )}
    </div>
  );
}
