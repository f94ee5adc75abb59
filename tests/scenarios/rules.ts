import type { NegotiationSnapshot } from '../../machines/negotiation.ts';
import { isDecision, isEnd, isStub, movesFrom, placedStates } from '../../src/domain/chart.ts';
import { leverage, scoredActors } from '../../src/domain/leverage.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { payoff, stakeholders } from '../../src/domain/stakes.ts';

/** What breaks a rule, a sentence each. The rules are written without the checker's own code, so that each tests the other. */
type Problems = readonly string[];

const ROUNDING = 1e-9;
const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Numbers that are no estimates: the format's own, and those that say when something is open or how it is drawn. */
const NO_ESTIMATES: ReadonlySet<string> = new Set(['format', 'colour', 'limit', 'guard']);

/** Numbers of a scenario file that no `basis` covers: it covers its mapping and all below. */
export function bareNumbers(value: unknown, path: readonly string[] = []): Problems {
  if (typeof value === 'number') return [`${path.join('.')} is ${value} and has no basis`];
  if (Array.isArray(value)) return value.flatMap((item, index) => bareNumbers(item, [...path, String(index)]));
  if (!isMapping(value) || 'basis' in value) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    NO_ESTIMATES.has(key) ? [] : bareNumbers(inner, [...path, key]),
  );
}

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : [];

/** Facts that start after the reading date and are named outside `afterwards`. */
export function lateFacts(scenario: Scenario): Problems {
  const { facts, sources: _sources, afterwards: _afterwards, ...rest } = scenario;
  const texts = textsOf(rest);
  return Object.entries(facts)
    .filter(([, { date }]) => date !== undefined && date > scenario.readingDate)
    .flatMap(([id]) =>
      texts.filter((text) => new RegExp(`(?<!\\w)${id}(?!\\w)`).test(text)).map((text) => `${id}: ${text}`),
    );
}

/** Words in which a speaker means itself. `US` is a country, and `mine` may be one in the ground. */
const FIRST_PERSON = /(?<![\p{L}\p{N}])(?:I|[Ww]e|[Oo]urs?|us|[Mm]y|[Mm]e|[Oo]urselves|[Mm]yself)(?![\p{L}\p{N}])/u;

/** Accounts that put words into a side's mouth: `told` is in the third person. */
export const firstPerson = (scenario: Scenario): Problems =>
  placedStates(scenario).flatMap(({ id, state }) =>
    isStub(state)
      ? []
      : Object.entries(state.meta.told ?? {})
          .filter(([, text]) => FIRST_PERSON.test(text))
          .map(([actor, text]) => `${id}, ${actor}: ${text}`),
  );

/** Words by which a move or an end of a surrender demand concerns people who surrender or are held. */
const SURRENDER = /surrender|la(?:y|ys|ying|id) down|prisoner|captur/i;

/** Moves and ends that speak of surrender or prisoners, where the law is not stated. */
export const surrenderWithoutLaw = (scenario: Scenario): Problems =>
  placedStates(scenario)
    .filter(({ branch }) => branch.meta.instrument === 'surrenderDemand')
    .flatMap(({ id, state }) => {
      if (isEnd(state)) {
        const { label, describes, law } = state.meta;
        return SURRENDER.test(`${label} ${describes}`) && law === undefined ? [id] : [];
      }
      if (!isDecision(state)) return [];
      return movesFrom(scenario, id)
        .filter(({ meta }) => meta.law === undefined)
        .filter(({ meta }) => SURRENDER.test([meta.label, meta.describes, meta.reason].join(' ')))
        .map((move) => move.id);
    });

const adds = (whole: number, parts: readonly number[]): boolean =>
  Math.abs(whole - parts.reduce((sum, part) => sum + part, 0)) <= ROUNDING;
const isScore = (value: number): boolean => value >= -ROUNDING && value <= 100 + ROUNDING;

/** Scores or payoffs of a position that leave 0…100, or whose parts do not sum to them. NaN breaks the rule too. */
export function scoreProblems(scenario: Scenario, { context: { values } }: NegotiationSnapshot): Problems {
  const scores = scoredActors(scenario).map((actor) => {
    const { score, contributions } = leverage(scenario, actor, values);
    return { what: `leverage of ${actor}`, whole: score, parts: contributions.map(({ points }) => points) };
  });
  const payoffs = stakeholders(scenario).map((actor) => {
    const { payoff: whole, stakes } = payoff(scenario, actor, values);
    return { what: `payoff of ${actor}`, whole, parts: stakes.map(({ points }) => points) };
  });
  return [...scores, ...payoffs].flatMap(({ what, whole, parts }) => [
    ...(isScore(whole) ? [] : [`the ${what} is ${whole}`]),
    ...(adds(whole, parts) ? [] : [`the parts of the ${what} do not sum to it`]),
  ]);
}

/** Conditions whose state in the context differs from the region's: guards read the one, the chart obeys the other. */
export function regionProblems(scenario: Scenario, { context, value }: NegotiationSnapshot): Problems {
  const regions = value as Readonly<Record<string, unknown>>;
  return Object.keys(scenario.conditions)
    .filter((condition) => regions[`condition:${condition}`] !== context.conditions[condition])
    .map(
      (condition) =>
        `${condition}: ${context.conditions[condition]} in the context, ${regions[`condition:${condition}`]} in its region`,
    );
}
