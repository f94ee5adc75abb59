import { labelLines } from './endLabels.ts';
import type { ChartActor } from './leverageRows.ts';

/** What stands around the plot itself, in pixels: the scale, the names at the line ends, the steps. */
export interface PlotFrame {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Room between the plot, an actor's mark and its name. */
export const MARK_ROOM = 1.6;

/** The frame of a chart in a text size, wide enough for the names. `widthOf` measures a text at that size. */
export function plotFrame(actors: readonly ChartActor[], text: number, widthOf: (text: string) => number): PlotFrame {
  const names = actors.flatMap(({ name }) => labelLines(name));
  const widest = Math.max(0, ...names.map(widthOf));
  return { top: text, right: Math.ceil(widest + (MARK_ROOM + 0.4) * text), bottom: 2 * text, left: 2.6 * text };
}

/** Measures text as a canvas would set it, in the page's own letters. */
export function textMeasure(size: number, weight: number): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return (text) => text.length * size * 0.6;
  context.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  return (text) => context.measureText(text).width;
}
