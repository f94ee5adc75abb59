import { actorName, principals } from '../../domain/actors.ts';
import { deciders, isDecision, isStub, placedStates } from '../../domain/chart.ts';
import { readLength, TOLD_RATIO } from '../../domain/check/tone.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { type AuditLine, counted, listed, percent } from './auditLine.ts';

/** Where the sides give their accounts: both principals are heard, and no account is more than a fifth longer than another. */
export function accounts(scenario: Scenario): AuditLine {
  const told = placedStates(scenario).flatMap(({ id, state }) =>
    isStub(state) || state.meta.told === undefined ? [] : [{ at: id, told: state.meta.told }],
  );
  const ratios = told.map(({ at, told: texts }) => {
    const lengths = Object.values(texts).map(readLength);
    return { at, ratio: Math.max(...lengths) / Math.min(...lengths) };
  });
  const uneven = ratios.filter(({ ratio }) => ratio > TOLD_RATIO);
  const unheard = told.filter(({ told: texts }) => principals(scenario).some((actor) => texts[actor] === undefined));
  const problems = [
    ...(uneven.length === 0 ? [] : [`Accounts of uneven length: ${listed(uneven.map(({ at }) => at))}.`]),
    ...(unheard.length === 0 ? [] : [`A principal is not heard: ${listed(unheard.map(({ at }) => at))}.`]),
  ];
  const room = percent(TOLD_RATIO - 1);
  return {
    id: 'told-lengths',
    verdict: problems.length === 0 ? 'ok' : 'failure',
    sentence:
      problems.length === 0
        ? `The sides give their accounts in ${counted(told.length, 'place')}: both principals each time, within ${room} of each other in length.`
        : problems.join(' '),
    figures: ratios
      .filter(({ ratio }) => ratio > 1)
      .toSorted((a, b) => b.ratio - a.ratio)
      .slice(0, 5)
      .map(({ at, ratio }) => ({ at, 'longest over shortest': Number(ratio.toFixed(2)) })),
  };
}

/** In each branch each principal decides at least once, alone or jointly. */
export function decisionShares(scenario: Scenario): AuditLine {
  const actors = principals(scenario);
  const rows = Object.keys(scenario.branches).map((branch) => {
    const decisions = placedStates(scenario).flatMap(({ branchId, state }) =>
      branchId === branch && isDecision(state) ? [deciders(state)] : [],
    );
    const counts = actors.map((actor) => decisions.filter((deciding) => deciding.includes(actor)).length);
    return { branch, decisions: decisions.length, counts };
  });
  const silent = rows.flatMap(({ branch, counts }) =>
    actors.filter((_, index) => counts[index] === 0).map((actor) => `${actorName(scenario, actor)} in ${branch}`),
  );
  return {
    id: 'decisions-per-branch',
    verdict: silent.length === 0 ? 'ok' : 'failure',
    sentence:
      silent.length === 0
        ? 'Each principal decides at least once in every branch.'
        : `Nothing to decide: ${listed(silent)}.`,
    figures: rows.map(({ branch, decisions, counts }) => ({
      branch,
      decisions,
      ...Object.fromEntries(actors.map((actor, index) => [actor, counts[index] ?? 0])),
    })),
  };
}
