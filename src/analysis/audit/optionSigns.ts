import { actorName, principals } from '../../domain/actors.ts';
import { effectsOfMove, isDecision, movesFrom, placedStates } from '../../domain/chart.ts';
import { applyEffects } from '../../domain/effects.ts';
import { driverAddress } from '../../domain/indicators.ts';
import { leverageWeights, scoredActors } from '../../domain/leverage.ts';
import { guardView, openingPosition } from '../../domain/position.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { type AuditLine, counted, listed, percent } from './auditLine.ts';
import { AUDIT_LIMITS } from './limits.ts';

/** How the options of a scenario bear on one actor's leverage. */
interface SignCount {
  readonly actor: string;
  readonly up: number;
  readonly down: number;
  readonly level: number;
  /** Options on which the weighted score rises; with equal weights the same as `up`. */
  readonly rising: number;
}

/**
 * The sign of what each option does to each actor's drivers, summed and at central values. Every option is read at the opening
 * position, whether or not it is open there: `scaled` takes the opening values, `when` the opening conditions with nothing played.
 */
function signCounts(scenario: Scenario): { readonly options: number; readonly counts: readonly SignCount[] } {
  const opening = openingPosition(scenario);
  const view = guardView(scenario, opening);
  const options = placedStates(scenario)
    .filter(({ state }) => isDecision(state))
    .flatMap(({ id }) => movesFrom(scenario, id))
    .map((move) => applyEffects(opening.values, view, effectsOfMove(scenario, move)));
  const counts = scoredActors(scenario).map((actor): SignCount => {
    const weights = Object.entries(leverageWeights(scenario, actor));
    const changes = options.map((after) => {
      const steps = weights.map(([driver, weight]) => {
        const address = driverAddress(actor, driver);
        const step = (after[address] ?? 0) - (opening.values[address] ?? 0);
        return { step, weighted: weight * step };
      });
      return {
        sum: steps.reduce((sum, { step }) => sum + step, 0),
        score: steps.reduce((sum, { weighted }) => sum + weighted, 0),
      };
    });
    const up = changes.filter(({ sum }) => sum > ROUNDING).length;
    const down = changes.filter(({ sum }) => sum < -ROUNDING).length;
    const rising = changes.filter(({ score }) => score > ROUNDING).length;
    return { actor, up, down, level: options.length - up - down, rising };
  });
  return { options: options.length, counts };
}

/** Driver points below which a sum of effects is only a rounding error. */
const ROUNDING = 1e-9;

/** Options up and down per actor, and the share of options on which its leverage rises. */
export function optionSigns(scenario: Scenario): readonly AuditLine[] {
  const { options, counts } = signCounts(scenario);
  const shares = counts
    .filter(({ actor, up, down }) => principals(scenario).includes(actor) && up + down > 0)
    .map(({ up, down }) => up / (up + down));
  const gap = Math.max(...shares) - Math.min(...shares);
  const lopsided = gap > AUDIT_LIMITS.signGap;
  const signs = counts.map(({ actor, up, down }) => `${actorName(scenario, actor)} ${up} up and ${down} down`);
  const rising = counts.filter((count) => count.rising > AUDIT_LIMITS.risingShare * options);
  const most = percent(AUDIT_LIMITS.risingShare);
  return [
    {
      id: 'option-signs',
      verdict: lopsided ? 'warning' : 'ok',
      sentence: `Of ${counted(options, 'option')}, read at the opening position, leverage moves ${listed(signs)}${
        lopsided ? `; between the principals that is ${percent(gap)} apart` : ''
      }.`,
      figures: counts.map(({ actor, up, down, level }) => ({ actor, up, down, level })),
    },
    {
      id: 'rising-share',
      verdict: rising.length === 0 ? 'ok' : 'failure',
      sentence:
        rising.length === 0
          ? `No actor's leverage rises on more than ${most} of the options.`
          : `The leverage of ${listed(rising.map(({ actor }) => actorName(scenario, actor)))} rises on more than ${most} of the options.`,
      figures: counts.map((count) => ({
        actor: count.actor,
        rises: count.rising,
        share: percent(count.rising / options),
      })),
    },
  ];
}
