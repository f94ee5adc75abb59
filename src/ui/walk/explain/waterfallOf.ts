import { lineWaterfall, stepWaterfall, type Waterfall } from '../../../analysis/waterfall.ts';
import type { Parley } from '../../app/parley.ts';
import type { Walk } from '../../app/useWalk.ts';
import type { WaterfallScope } from '../../charts/waterfallWords.ts';
import type { ExplainScope } from './explainScope.ts';

/** A waterfall with what it is of. */
export interface ScopedWaterfall {
  readonly waterfall: Waterfall;
  readonly scope: WaterfallScope;
}

/** How an actor's leverage came about, over the last step or over the whole line; undefined before the first step. */
export function waterfallOf(
  { scenario, drawsAlong }: Parley,
  { line, positions }: Pick<Walk, 'line' | 'positions'>,
  actor: string,
  scope: ExplainScope,
): ScopedWaterfall | undefined {
  const move = line.at(-1);
  if (move === undefined) return undefined;
  const drawn = drawsAlong(line, positions);
  if (scope === 'line') {
    const waterfall = lineWaterfall(scenario, actor, line, positions, drawn);
    return { waterfall, scope: { kind: 'line', steps: line.length } };
  }
  const side = (at: number) => {
    const [position, values] = [positions.at(at), drawn.at(at)];
    if (position === undefined || values === undefined) throw new RangeError('draws and positions differ in length');
    return { values: position.values, drawn: values };
  };
  return { waterfall: stepWaterfall(scenario, actor, side(-2), side(-1)), scope: { kind: 'step', move } };
}
