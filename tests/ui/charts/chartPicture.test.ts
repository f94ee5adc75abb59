import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chartPicture, type PictureParts } from '../../../src/ui/charts/chartPicture.ts';
import { serves } from '../../../src/ui/charts/embeddedFonts.ts';
import { recolour } from '../../../src/ui/charts/recolour.ts';
import { wrapText } from '../../../src/ui/charts/wrapText.ts';

const PARTS: PictureParts = {
  finding: 'Ana stands 4 points above Bo & “Co”',
  rule: 'Steps, not dates.',
  legend: [],
  chart: { markup: '<path d="M0 0h10" stroke="#111111"/>', viewBox: '0 0 800 200', width: 800, height: 200 },
  provenance: ['Kursk, as of 14 March 2025 (kursk@1.0.0.0a1b2c3d).', 'Not a forecast.'],
  text: 16,
  colours: { ground: '#ffffff', ink: '#1c1b18', quiet: '#57534a', line: '#ddd8cc' },
  families: { told: 'Serif', operated: 'Sans' },
  widthOf: (text, { size }) => text.length * size * 0.5,
};

/** The words of a picture in reading order. */
const wordsOf = (svg: string): string =>
  [...svg.matchAll(/<text[^>]*>([^<]+)<\/text>/g)].map(([, text]) => text).join(' ');
const heightOf = (change: Partial<PictureParts>): number => chartPicture({ ...PARTS, ...change }).height;

describe('a picture that stands alone', () => {
  test('says its finding, how to read it, and where it comes from, in that order, around the chart', () => {
    const { svg } = chartPicture(PARTS);
    expect(wordsOf(svg)).toBe(
      'Ana stands 4 points above Bo &amp; “Co” Steps, not dates. Kursk, as of 14 March 2025 (kursk@1.0.0.0a1b2c3d). Not a forecast.',
    );
    const order = ['<title>', '<rect', 'Steps, not dates.</text>', 'viewBox="0 0 800 200"', 'Not a forecast.</text>'];
    const places = order.map((part) => svg.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(svg).toContain(PARTS.chart.markup);
  });

  test('has the size that it says, and the chart inside it', () => {
    const { svg, width, height } = chartPicture(PARTS);
    expect(svg).toContain(`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`);
    expect(width).toBe(848);
    const [, y = '', inner = ''] = /<svg x="24" y="([\d.]+)" width="800" height="([\d.]+)"/.exec(svg) ?? [];
    expect(Number(inner)).toBe(200);
    expect(Number(y) + Number(inner)).toBeLessThan(height);
  });

  test('breaks a long finding, and grows by its lines', () => {
    const long = 'A finding that has more words than a line of a picture has room for. '.repeat(3).trim();
    const { svg } = chartPicture({ ...PARTS, finding: long });
    expect(svg.match(/<text/g)?.length).toBeGreaterThan(5);
    expect(heightOf({ finding: long })).toBeGreaterThan(heightOf({}) + 2 * 20);
  });

  test('draws a narrow chart larger, within measure, and leaves a wide one as it is', () => {
    const drawn = (width: number) =>
      Number(
        /<svg x="24" y="[\d.]+" width="([\d.]+)"/.exec(
          chartPicture({ ...PARTS, chart: { ...PARTS.chart, width } }).svg,
        )?.[1],
      );
    expect(drawn(400)).toBe(512);
    expect(drawn(200)).toBe(300);
    expect(drawn(512)).toBe(512);
    expect(drawn(900)).toBe(900);
  });

  test('has its legend in rows that fit', () => {
    const entry = (label: string) => ({ label, mark: 'circle', colour: '#0072b2' }) as const;
    const legend = Array.from({ length: 12 }, (_, at) => entry(`An actor with a name ${at}`));
    const { svg } = chartPicture({ ...PARTS, legend });
    const places = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)"[^>]*>(An actor[^<]*)</g)];
    expect(places).toHaveLength(12);
    for (const [, x, , label = ''] of places) expect(Number(x) + label.length * 13 * 0.5).toBeLessThanOrEqual(824.01);
    expect(new Set(places.map(([, , y]) => y)).size).toBeGreaterThan(1);
    expect(heightOf({ legend })).toBeGreaterThan(heightOf({ legend: legend.slice(0, 1) }));
  });
});

test('lines hold every word in order, and none is wider than it may be unless it is one word', () => {
  const words = fc.array(fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'b', 'c') }));
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (all, width) => {
      const lines = wrapText(all.join(' '), width, (text) => text.length);
      expect(lines.join(' ')).toBe(all.join(' '));
      for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true);
    }),
  );
});

describe('another palette', () => {
  const dark = { '--paper': '#14161a', '--actor-1': '#56b4e9' };
  const light = { '--paper': '#ffffff', '--actor-1': '#0072b2' };

  test('takes the place of the one that a chart was drawn in, by value and by name', () => {
    expect(recolour('<a fill="#56B4E9" stroke="#14161a"/><b fill="var(--actor-1)"/>', dark, light)).toBe(
      '<a fill="#0072b2" stroke="#ffffff"/><b fill="#0072b2"/>',
    );
  });

  test('leaves what is no colour of it: another colour, a clip, a name that begins alike', () => {
    const markup = '<a fill="#123456" clip-path="url(#clip-1)" href="#14161a-x"/><b fill="var(--other)"/>';
    expect(recolour(markup, dark, light)).toBe(markup);
  });
});

test.each([
  ['U+0000-00FF, U+2212', 'a', true],
  ['U+0000-00FF, U+2212', '−', true],
  ['U+0000-00FF, U+2212', 'Ж', false],
  ['U+04??', 'Ж', true],
  ['U+1F600', '😀', true],
  ['', 'Ж', true],
])('a font for %s serves %s: %s', (unicodeRange, text, served) => expect(serves({ unicodeRange }, text)).toBe(served));
