import { error, inferred, type Path, type Problem } from '../problem.ts';
import type { Scenario } from '../scenario.ts';
import type { Basis } from '../schema/parts.ts';
import { writtenEffects, writtenMoves } from './walkFile.ts';

/** How a basis is written. */
export const BASIS_FORM = 'add basis: { source: [facts] }, { derived: formula } or { judgement: reason }';

function need(basis: Basis | undefined, path: Path, what: string): readonly Problem[] {
  if (basis !== undefined) return [];
  return [inferred(error('missing-basis', path, `${what} has numbers but no basis`, BASIS_FORM), [...path, 'basis'])];
}

function ofSections({ indicators, drivers, leverage, stakes, scale, postures }: Scenario): readonly Problem[] {
  const indifference = postures?.indifference;
  return [
    ...Object.entries(indicators).flatMap(([id, { basis }]) =>
      need(basis, ['indicators', id], `the indicator \`${id}\``),
    ),
    ...Object.entries(drivers.basis).flatMap(([actor, basis]) =>
      need(basis, ['drivers', actor], `the block of ${actor}`),
    ),
    ...Object.entries(leverage).flatMap(([actor, { basis }]) =>
      need(basis, ['leverage', actor], `this block of ${actor}’s weights`),
    ),
    ...Object.entries(stakes).flatMap(([actor, { basis }]) =>
      need(basis, ['stakes', actor], `this block of ${actor}’s stakes`),
    ),
    ...(Object.keys(scale.tables).length === 0 ? [] : need(scale.basis, ['scale'], 'the scale')),
    ...Object.entries(postures?.order ?? {}).flatMap(([actor, { basis }]) =>
      need(basis, ['postures', 'order', actor], `the order of ${actor}`),
    ),
    ...(indifference === undefined ? [] : need(indifference.basis, ['postures', 'indifference'], 'this block')),
  ];
}

function ofMoves(scenario: Scenario): readonly Problem[] {
  return writtenMoves(scenario).flatMap(({ id, meta, metaPath }) => {
    const hasNumbers =
      Object.keys({ ...meta.effects, ...meta.leans }).length > 0 ||
      meta.tendency !== undefined ||
      meta.likelihood !== undefined;
    return hasNumbers ? need(meta.basis, metaPath, `the move \`${id}\``) : [];
  });
}

/** Effects elsewhere than in moves: of condition states, postures and their combinations. */
function ofOtherEffects(scenario: Scenario): readonly Problem[] {
  return writtenEffects(scenario).flatMap(({ path, owner, effects, basis, ofMove }) =>
    ofMove || Object.keys(effects).length === 0
      ? []
      : need(basis, path.slice(0, -1), owner.startsWith('combination.') ? 'this combination' : `\`${owner}\``),
  );
}

/** Numbers without a basis: of an indicator, an actor's block, a condition's state, a move, the scale, a posture. */
export const basisProblems = (scenario: Scenario): readonly Problem[] => [
  ...ofSections(scenario),
  ...ofMoves(scenario),
  ...ofOtherEffects(scenario),
];
