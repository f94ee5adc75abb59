import { readRational, toNumber } from '../../domain/rational.ts';
import { fail, type Result, succeed } from '../../domain/result.ts';
import { allWeights, type WeightSpace } from './weightSpace.ts';

type Term = { readonly criterion: number } | { readonly bound: number };

const OPERATOR = /(>=|≥|⩾|>|<=|≤|⩽|<|=)/;

/** A criterion by its name, or by its place as `w2`; or a number. */
function readTerm(text: string, criteria: readonly string[]): Term | undefined {
  const named = criteria.indexOf(text);
  if (named !== -1) return { criterion: named };
  const placed = /^w_?(\d+)$/i.exec(text)?.[1];
  const byWeight = /^w_?\(?(.+?)\)?$/i.exec(text)?.[1];
  if (placed !== undefined && Number(placed) >= 1 && Number(placed) <= criteria.length)
    return { criterion: Number(placed) - 1 };
  if (byWeight !== undefined && criteria.includes(byWeight)) return { criterion: criteria.indexOf(byWeight) };
  const percent = text.endsWith('%');
  const exact = readRational((percent ? text.slice(0, -1) : text).trim());
  return exact === undefined ? undefined : { bound: toNumber(exact) / (percent ? 100 : 1) };
}

/** A weight space as it is put together. */
interface Draft {
  readonly low: number[];
  readonly high: number[];
  readonly orders: number[][][];
}

/** Takes one chain of comparisons, for example `w1 >= w2 >= 0.1`; what is wrong with it, else undefined. */
function takeChain(clause: string, criteria: readonly string[], draft: Draft): string | undefined {
  const parts = clause.split(OPERATOR).map((part) => part.trim());
  const operators = parts.filter((_, index) => index % 2 === 1);
  const terms = parts.filter((_, index) => index % 2 === 0).map((part) => readTerm(part, criteria));
  const unknown = terms.indexOf(undefined);
  if (unknown !== -1) return `\`${parts[2 * unknown]}\` is neither a weight (w1 to w${criteria.length}) nor a number`;
  if (operators.length === 0) return `\`${clause}\` compares nothing`;
  const isFalling = operators.every((sign) => /[>≥⩾]/.test(sign));
  if (!isFalling && !operators.every((sign) => /[<≤⩽]/.test(sign)))
    return `\`${clause}\` must go one way, with >= or <= throughout`;
  const falling = (isFalling ? terms : terms.toReversed()) as readonly Term[];
  const levels: number[][] = [];
  for (const [at, term] of falling.entries()) {
    if ('criterion' in term) levels.push([term.criterion]);
    for (const after of falling.slice(at + 1)) {
      if ('bound' in term && 'criterion' in after)
        draft.high[after.criterion] = Math.min(draft.high[after.criterion] as number, term.bound);
      if ('criterion' in term && 'bound' in after)
        draft.low[term.criterion] = Math.max(draft.low[term.criterion] as number, after.bound);
    }
  }
  if (new Set(levels.flat()).size < levels.length) return `\`${clause}\` names a weight twice`;
  if (levels.length > 1) draft.orders.push(levels);
  return undefined;
}

/**
 * Reads constraints on weights as people write them: `w1 >= w2 >= w3`, `0.1 <= price <= 1/2`, several apart by commas, semicolons or “and”;
 * `none`, with or without words after a colon, for none. Fails with what cannot be read.
 */
export function readWeightConstraint(text: string, criteria: readonly string[]): Result<WeightSpace, string> {
  const free = allWeights(criteria);
  if (/^\s*(none\b.*)?$/is.test(text)) return succeed(free);
  const draft: Draft = { low: [...free.low], high: [...free.high], orders: [] };
  for (const clause of text.split(/[;,]|\band\b|&&/).map((part) => part.trim())) {
    if (clause === '') continue;
    const wrong = takeChain(clause, criteria, draft);
    if (wrong !== undefined) return fail(wrong);
  }
  return succeed({ ...free, ...draft });
}
