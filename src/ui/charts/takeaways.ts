import { toHtmlTable, toTsv } from '../../formats/clipboardTable.ts';
import { type Table, toCsv } from '../../formats/csv.ts';
import { download, textFile } from '../parts/download.ts';
import { asPng, drawChart, type Surroundings } from './drawChart.ts';

/** A chart with all that leaves Parley with it. */
export interface TakenChart extends Surroundings {
  /** What a file is called before its ending. */
  readonly fileName: string;
  readonly rows: () => Table;
  readonly picture: () => SVGSVGElement | undefined;
}

function drawn(chart: TakenChart) {
  const svg = chart.picture();
  if (svg === undefined) throw new Error('there is no picture yet');
  return drawChart(svg, chart);
}

const remarksOf = ({ finding, provenance }: TakenChart): readonly string[] => [finding, ...provenance];

/** Every way to take a chart away. Each resolves when the browser has it, and rejects where it will not. */
export const takeaways = {
  png: async (chart: TakenChart) => download(`${chart.fileName}.png`, await asPng(drawn(chart))),
  svg: async (chart: TakenChart) => download(`${chart.fileName}.svg`, textFile(drawn(chart).svg, 'image/svg+xml')),
  csv: async (chart: TakenChart) =>
    download(`${chart.fileName}.csv`, textFile(toCsv(chart.rows(), remarksOf(chart)), 'text/csv')),
  copy: async (chart: TakenChart) => {
    const table = chart.rows();
    const asText = toTsv(table, remarksOf(chart));
    try {
      const kinds = {
        'text/html': new Blob([toHtmlTable(table, chart.finding, chart.provenance)], { type: 'text/html' }),
        'text/plain': new Blob([asText], { type: 'text/plain' }),
      };
      await navigator.clipboard.write([new ClipboardItem(kinds)]);
    } catch {
      // A browser that takes no tables may still take text.
      await navigator.clipboard.writeText(asText);
    }
  },
};

export type TakeawayKind = keyof typeof takeaways;
