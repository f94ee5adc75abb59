import { escapeMarkup } from '../../formats/escapeMarkup.ts';
import { type LegendEntry, MARK_PATHS } from './legendMarks.ts';
import { wrapText } from './wrapText.ts';

/** A font as a picture asks for it: what a person has of its families, else what the system has. */
export interface PictureFont {
  readonly family: string;
  readonly size: number;
  readonly weight: number;
}

/** A chart as it stood on the page, ready to stand alone. */
export interface DrawnChart {
  /** The inside of the chart's own svg, and the box that it is drawn in. */
  readonly markup: string;
  readonly viewBox: string;
  readonly width: number;
  readonly height: number;
}

/** What a picture that leaves Parley holds. */
export interface PictureParts {
  readonly finding: string;
  readonly rule: string | undefined;
  readonly legend: readonly LegendEntry[];
  readonly chart: DrawnChart;
  /** Where it comes from, one sentence a line. */
  readonly provenance: readonly string[];
  /** The text size that everything is set by, in pixels. */
  readonly text: number;
  readonly colours: { readonly ground: string; readonly ink: string; readonly quiet: string; readonly line: string };
  readonly families: { readonly told: string; readonly operated: string };
  /** The width of a text in a font, in pixels. */
  readonly widthOf: (text: string, font: PictureFont) => number;
}

/** A picture as one file, with its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A chart narrower than this is drawn larger, up to `MOST_GROWTH`, so that the words around it have room. In text sizes. */
const LEAST_WIDTH = 32;
const MOST_GROWTH = 1.5;
const MARGIN = 1.5;
const LEADING = 1.35;

/**
 * A chart as one standalone SVG: its finding as a title, how to read it, the legend, the picture, and where it comes from. Pure: what
 * it needs of the page is handed in.
 */
export function chartPicture({ finding, rule, legend, chart, provenance, text, ...look }: PictureParts): Picture {
  const { colours, families, widthOf } = look;
  const growth = Math.min(MOST_GROWTH, Math.max(1, (LEAST_WIDTH * text) / chart.width));
  const inner = { width: growth * chart.width, height: growth * chart.height };
  const margin = MARGIN * text;
  const parts: string[] = [];
  let y = margin;
  const paragraph = (words: string, font: PictureFont, colour: string) => {
    for (const line of wrapText(words, inner.width, (part) => widthOf(part, font))) {
      // The length that was measured is kept where other letters stand in for ours, so that a line never runs out of the picture.
      const length = `textLength="${fixed(widthOf(line, font))}" lengthAdjust="spacingAndGlyphs"`;
      const place = `x="${fixed(margin)}" y="${fixed(y + font.size)}" ${length}`;
      parts.push(`<text ${place} ${fontAttributes(font)} fill="${escapeMarkup(colour)}">${escapeMarkup(line)}</text>`);
      y += LEADING * font.size;
    }
  };
  const said = (size: number, weight = 400): PictureFont => ({ family: families.operated, size: size * text, weight });

  paragraph(finding, { family: families.told, size: 1.25 * text, weight: 600 }, colours.ink);
  y += 0.35 * text;
  if (rule !== undefined) paragraph(rule, said(0.8125), colours.quiet);
  y += 0.75 * text;
  if (legend.length > 0) {
    const font = said(0.8125);
    const rows = legendRows(legend, inner.width, text, (label) => widthOf(label, font));
    for (const { entry, x, row } of rows) {
      const top = y + row * LEGEND_ROW * text;
      const mark = `<path d="${MARK_PATHS[entry.mark]}" fill="${escapeMarkup(entry.colour)}" transform="translate(${fixed(margin + x)} ${fixed(top + 0.2 * text)}) scale(${fixed(text / 16)})"/>`;
      const place = `x="${fixed(margin + x + LEGEND_MARK * text)}" y="${fixed(top + 0.8125 * text)}"`;
      parts.push(
        mark,
        `<text ${place} ${fontAttributes(font)} fill="${escapeMarkup(colours.ink)}">${escapeMarkup(entry.label)}</text>`,
      );
    }
    y += ((rows.at(-1)?.row ?? 0) + 1) * LEGEND_ROW * text + 0.4 * text;
  }
  const box = `x="${fixed(margin)}" y="${fixed(y)}" width="${fixed(inner.width)}" height="${fixed(inner.height)}"`;
  const letters = fontAttributes({ family: families.operated, size: text, weight: 400 });
  parts.push(
    `<svg ${box} viewBox="${escapeMarkup(chart.viewBox)}" overflow="visible" ${letters}>${chart.markup}</svg>`,
  );
  y += inner.height + 0.75 * text;
  const rest = `x1="${fixed(margin)}" x2="${fixed(margin + inner.width)}" y1="${fixed(y)}" y2="${fixed(y)}"`;
  parts.push(`<line ${rest} stroke="${escapeMarkup(colours.line)}"/>`);
  y += 0.5 * text;
  for (const sentence of provenance) paragraph(sentence, said(0.6875), colours.quiet);

  const [width, height] = [Math.ceil(inner.width + 2 * margin), Math.ceil(y + margin)];
  const described = [rule, ...provenance].filter((sentence) => sentence !== undefined).join(' ');
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeMarkup(finding)}</title>`,
    `<desc>${escapeMarkup(described)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${escapeMarkup(colours.ground)}"/>`,
    ...parts,
    '</svg>',
  ];
  return { svg: svg.join('\n'), width, height };
}

const LEGEND_ROW = 1.35;
const LEGEND_MARK = 1;
const LEGEND_GAP = 1.25;

/** Where each entry of a legend stands: along a row, and on to the next where there is no more room. */
function legendRows(
  legend: readonly LegendEntry[],
  width: number,
  text: number,
  widthOf: (label: string) => number,
): readonly { readonly entry: LegendEntry; readonly x: number; readonly row: number }[] {
  let [x, row] = [0, 0];
  return legend.map((entry) => {
    const own = LEGEND_MARK * text + widthOf(entry.label);
    if (x > 0 && x + own > width) [x, row] = [0, row + 1];
    const place = { entry, x, row };
    x += own + LEGEND_GAP * text;
    return place;
  });
}

const fixed = (value: number): string => String(Number(value.toFixed(2)));

const fontAttributes = ({ family, size, weight }: PictureFont): string =>
  `font-family="${escapeMarkup(family)}" font-size="${fixed(size)}" font-weight="${weight}"`;
