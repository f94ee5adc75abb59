import type { CompiledChart } from '../../../machines/compile.ts';
import { TERM } from '../../domain/chartCodes.ts';
import type { ActorSums, PayoffSums, WorthShape } from './payoffSums.ts';
import type { Positions } from './positions.ts';
import {
  addRow,
  addScaledRow,
  copyRow,
  keepRow,
  plusTimesRow,
  risenRow,
  scaleRow,
  timesRow,
  worthRow,
} from './rows.ts';
import { CLASS, type ValueClasses } from './valueClasses.ts';

/** What reading the classes of a tree's values asks for: no number that somebody judged. */
export interface ClassPlan {
  readonly chart: CompiledChart;
  readonly classes: ValueClasses;
  /** What was played and entered at each node, and the states of the conditions. */
  readonly positions: Pick<Positions, 'memory' | 'memoryWidth' | 'conditions'>;
}

/** What a plan for draws knows of its tree. */
export interface TreePlan extends ClassPlan {
  readonly sums: PayoffSums;
}

/** The numbers of a block of draws: a row of `draws` values for each start value, each effect, and each move's likelihood or tendency. */
export interface BlockNumbers {
  readonly draws: number;
  readonly starts: Float64Array;
  readonly sizes: Float64Array;
  readonly bases: Float64Array;
}

/** Room for what is read of one block of draws; used again for the next. */
export interface BlockRoom {
  /** A row per class of values. */
  readonly values: Float64Array;
  /** A row per column of worth. */
  readonly worths: Float64Array;
  /** Per actor, a row per sum. */
  readonly sums: readonly Float64Array[];
  /** A row per condition on an effect: 1 where it holds. */
  readonly masks: Uint8Array;
}

/** Room for blocks of a number of draws. */
export const blockRoom = ({ classes, sums }: TreePlan, draws: number): BlockRoom => ({
  values: new Float64Array(classes.kind.length * draws),
  worths: new Float64Array(sums.worths.of.length * draws),
  sums: sums.actors.map(({ before }) => new Float64Array(before.length * draws)),
  masks: new Uint8Array(classes.conditions.length * draws),
});

/** Whether a guard holds at a position in one draw: values are those of the draw, all else is as on the central walk. */
function holdsInDraw(
  plan: ClassPlan,
  guard: number,
  node: number,
  values: Float64Array,
  draws: number,
  draw: number,
): boolean {
  const { chart, classes, positions } = plan;
  const { term, subject, bound, low, high, parts } = chart.guards;
  const about = subject[guard] as number;
  const limit = bound[guard] as number;
  switch (term[guard]) {
    case TERM.all:
    case TERM.any: {
      const wanted = term[guard] === TERM.any;
      for (let part = about; part < about + limit; part += 1)
        if (holdsInDraw(plan, parts[part] as number, node, values, draws, draw) === wanted) return wanted;
      return !wanted;
    }
    case TERM.not:
      return !holdsInDraw(plan, parts[about] as number, node, values, draws, draw);
    case TERM.indicator: {
      const index = classes.addresses.indexOf(about);
      const raw = values[(classes.of[node * classes.addresses.length + index] as number) * draws + draw] as number;
      const value = Math.min(chart.high[about] as number, Math.max(chart.low[about] as number, raw));
      return value >= (low[guard] as number) && value <= (high[guard] as number);
    }
    case TERM.condition:
      return positions.conditions[about] === limit;
    case TERM.played:
      return positions.memory[node * positions.memoryWidth + about] === 1;
    case TERM.entered:
      return (positions.memory[node * positions.memoryWidth + chart.flags.length + about] as number) < limit;
    default:
      return true;
  }
}

/** Reads whether a condition on an effect holds, in every draw, at the values that were read so far. */
export function readCondition(
  plan: ClassPlan,
  condition: number,
  draws: number,
  { values, masks }: Pick<BlockRoom, 'values' | 'masks'>,
): void {
  const { guard, node } = plan.classes.conditions[condition] as ValueClasses['conditions'][number];
  for (let draw = 0; draw < draws; draw += 1)
    masks[condition * draws + draw] = holdsInDraw(plan, guard, node, values, draws, draw) ? 1 : 0;
}

/**
 * Reads every class of values in a block of draws, by the rule of `applyEffects`, or only those that are listed, in rising order. The start
 * values stand in their rows already, and so do the values that are not listed.
 */
export function readValues(
  plan: ClassPlan,
  draws: number,
  sizes: Float64Array,
  room: Pick<BlockRoom, 'values' | 'masks'>,
  list?: Int32Array,
): void {
  const { values, masks } = room;
  const { kind, from, effect, by, when, conditions } = plan.classes;
  const { ref } = plan.chart.effects;
  const read = new Uint8Array(conditions.length);
  const first = plan.classes.addresses.length;
  const end = list?.length ?? kind.length;
  for (let at = list === undefined ? first : 0; at < end; at += 1) {
    const found = list === undefined ? at : (list[at] as number);
    const to = found * draws;
    const before = (from[found] as number) * draws;
    const size = (effect[found] as number) * draws;
    const scaling = by[found] as number;
    const condition = when[found] as number;
    if (kind[found] === CLASS.add && scaling === -1) addRow(values, to, before, sizes, size, draws);
    else if (kind[found] === CLASS.add) {
      const unit = ref[effect[found] as number] as number;
      addScaledRow(values, to, before, scaling * draws, unit, sizes, size, draws);
    } else if (kind[found] === CLASS.scale) scaleRow(values, to, before, sizes, size, draws);
    else copyRow(values, to, sizes, size, draws);
    if (condition === -1) continue;
    if (read[condition] === 0) readCondition(plan, condition, draws, room);
    read[condition] = 1;
    keepRow(values, to, before, masks, condition * draws, draws);
  }
}

/** Reads every worth and every sum of worths in a block of draws whose values were read. */
export function readPayoffs({ sums }: TreePlan, draws: number, room: BlockRoom): void {
  readWorths(sums, draws, room);
  for (const [actor, actorSums] of sums.actors.entries())
    readSums(actorSums, draws, room.worths, room.sums[actor] as Float64Array);
}

function readWorths({ worths: { of, shape, shapes } }: PayoffSums, draws: number, { values, worths }: BlockRoom): void {
  for (let column = 0; column < of.length; column += 1) {
    const { base, slope, offset, rise } = shapes[shape[column] as number] as WorthShape;
    const at = (of[column] as number) * draws;
    const to = column * draws;
    if (slope.length === 0) worths.fill(base, to, to + draws);
    else worthRow(worths, to, values, at, slope[0] as number, offset[0] as number, base, rise[0] as number, draws);
    for (let part = 1; part < slope.length; part += 1)
      risenRow(worths, to, values, at, slope[part] as number, offset[part] as number, rise[part] as number, draws);
  }
}

function readSums(
  { before, column, weight }: ActorSums,
  draws: number,
  worths: Float64Array,
  into: Float64Array,
): void {
  for (let sum = 0; sum < before.length; sum += 1) {
    const earlier = before[sum] as number;
    const add = (column[sum] as number) * draws;
    const times = weight[sum] as number;
    if (earlier === -1) timesRow(into, sum * draws, worths, add, times, draws);
    else plusTimesRow(into, sum * draws, earlier * draws, worths, add, times, draws);
  }
}
