import type { FigureComparison, Pair } from '../../analysis/compare.ts';
import type { ComparedLine } from './lines.ts';

/** Lines compared: the pair that findings and differences are about, and every figure on every line. */
export interface Compared {
  readonly lines: readonly ComparedLine[];
  readonly pair: Pair;
  readonly rows: readonly FigureComparison[];
}
