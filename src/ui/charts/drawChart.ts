import { chartPicture, type DrawnChart, type Picture, type PictureFont, type PictureParts } from './chartPicture.ts';
import { embeddedFonts } from './embeddedFonts.ts';
import type { LegendEntry } from './legendMarks.ts';
import { type Palette, recolour } from './recolour.ts';

/** Tokens that a chart may be drawn in. */
const TOKENS = [
  ...['--paper', '--surface', '--sunken', '--line', '--line-strong', '--ink', '--ink-2', '--ink-3'],
  ...['--accent', '--on-accent', '--accent-soft', '--contested', '--contested-soft'],
  ...[1, 2, 3, 4].flatMap((actor) => [`--actor-${actor}`, `--actor-${actor}-soft`]),
];

/** Families with what stands in for them where a picture is opened without the page's own letters. */
const FAMILIES = {
  told: "'Source Serif 4 Variable', 'Source Serif 4', Georgia, 'Times New Roman', serif",
  operated: "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', sans-serif",
};

/** A theme's colours, read from a probe that stands in it. */
function paletteOf(theme: string | undefined): Palette {
  const probe = document.createElement('div');
  if (theme !== undefined) probe.dataset.theme = theme;
  probe.hidden = true;
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const palette = Object.fromEntries(TOKENS.map((name) => [name, style.getPropertyValue(name).trim()]));
  probe.remove();
  return palette;
}

/** Paper is white where a picture goes into somebody's document. */
function paperPalette(): Palette {
  const light = paletteOf('light');
  return { ...light, '--paper': light['--surface'] ?? '#ffffff' };
}

/** What belongs to the page and not to the picture. */
const OF_THE_PAGE = ['class', 'tabindex', 'aria-hidden', 'aria-label', 'data-z-index', 'data-testid'];

/** The chart's own svg, taken out of the page. */
function standalone(svg: SVGSVGElement): DrawnChart {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const named of copy.querySelectorAll(':scope > title, :scope > desc, foreignObject, script')) named.remove();
  for (const element of copy.querySelectorAll('*')) for (const name of OF_THE_PAGE) element.removeAttribute(name);
  const { width, height } = svg.getBoundingClientRect();
  const writer = new XMLSerializer();
  const markup = [...copy.childNodes].map((node) => writer.serializeToString(node)).join('');
  return { markup, viewBox: svg.getAttribute('viewBox') ?? `0 0 ${width} ${height}`, width, height };
}

function canvasMeasure(): (text: string, font: PictureFont) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return (text, { size }) => text.length * size * 0.6;
  return (text, { family, size, weight }) => {
    context.font = `${weight} ${size}px ${family}`;
    return context.measureText(text).width;
  };
}

/** What is drawn around a chart. */
export type Surroundings = Pick<PictureParts, 'finding' | 'rule' | 'provenance'> & {
  readonly legend: readonly LegendEntry[];
};

/** The chart as a picture of its own: on white paper in the light colours, whatever theme the page is shown in. */
export function drawChart(svg: SVGSVGElement, { finding, rule, provenance, legend }: Surroundings): Picture {
  const [from, to] = [paletteOf(undefined), paperPalette()];
  const chart = standalone(svg);
  return chartPicture({
    finding,
    rule,
    provenance,
    legend: legend.map((entry) => ({ ...entry, colour: recolour(entry.colour, from, to) })),
    chart: { ...chart, markup: recolour(chart.markup, from, to) },
    text: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    colours: {
      ground: to['--paper'] ?? '#ffffff',
      ink: to['--ink'] ?? '#000000',
      quiet: to['--ink-2'] ?? '#000000',
      line: to['--line'] ?? '#000000',
    },
    families: FAMILIES,
    widthOf: canvasMeasure(),
  });
}

/** Pixels of a PNG per pixel of the page: sharp in print and on a projector. */
const SCALE = 2;

/** The same picture as pixels, in the page's own letters. */
export async function asPng({ svg, width, height }: Picture): Promise<Blob> {
  const fonts = await embeddedFonts(svg);
  const lettered = svg.replace('<title>', `<style>${fonts}</style><title>`);
  const image = new Image(width, height);
  // Percent-encoded rather than base64: what is not Latin would not survive `btoa`.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(lettered)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SCALE * width;
  canvas.height = SCALE * height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser draws no pictures');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/png',
    );
  });
}
