import { wrapText } from './wrapText.ts';

/** One row of a chart in words: what it is about, and its number as a reader sees it. */
export interface RowText {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** Where the rows of a chart stand, in pixels. Beside each other where there is room, else a row's words above its bar. */
export interface RowFrame {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  /** From the top of a row to the middle of its bar. */
  readonly barCentre: number;
  /** The plot, where the bars are. */
  readonly left: number;
  readonly right: number;
  /** Height of the scale below the rows. */
  readonly scale: number;
  readonly stacked: boolean;
  /** The lines of each row's label. */
  readonly labels: readonly (readonly string[])[];
}

/** In text sizes: what a chart must be wide for labels beside bars, and the rooms between things. */
const BESIDE = 40;
const GAP = 1;
const LINE = 1.25;
const PADDING = 0.5;
const BAR_ROOM = 1.5;
/** A label takes this part of the width at most. */
const LABEL_SHARE = 0.4;

/** The frame of a chart of rows. `widthOf` measures a text in the chart's letters. */
export function rowFrame(
  rows: readonly RowText[],
  width: number,
  text: number,
  widthOf: (text: string) => number,
  hasScale: boolean,
): RowFrame {
  const stacked = width < BESIDE * text;
  const valueRoom = Math.max(0, ...rows.map(({ value }) => widthOf(value)));
  const labelRoom = stacked
    ? (value: string) => width - widthOf(value) - GAP * text
    : () => Math.min(LABEL_SHARE * width, Math.max(0, ...rows.map(({ label }) => widthOf(label))));
  const labels = rows.map(({ label, value }) => wrapText(label, labelRoom(value), widthOf));
  const words = Math.max(1, ...labels.map(({ length }) => length)) * LINE * text;
  const rowHeight = stacked
    ? words + (BAR_ROOM + 2 * PADDING) * text
    : Math.max(words, BAR_ROOM * text) + 2 * PADDING * text;
  const scale = hasScale ? 2 * text : 0;
  return {
    width,
    height: rows.length * rowHeight + scale,
    rowHeight,
    barCentre: stacked ? rowHeight - (PADDING + BAR_ROOM / 2) * text : rowHeight / 2,
    left: stacked ? text : labelRoom('') + GAP * text,
    right: stacked ? text : valueRoom + GAP * text,
    scale,
    stacked,
    labels,
  };
}
