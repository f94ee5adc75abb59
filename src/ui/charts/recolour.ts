/** Colours by the name of their token, as plain values. */
export type Palette = Readonly<Record<string, string>>;

const normal = (colour: string): string => colour.trim().toLowerCase();

/**
 * The same picture in other colours: every value of one palette becomes the value of the same name in the other, and so does a
 * reference by name. Both palettes come from one stylesheet, so a chart drawn for a dark room goes onto paper as if drawn for it.
 */
export function recolour(markup: string, from: Palette, to: Palette): string {
  const byValue = new Map(Object.entries(from).map(([name, colour]) => [normal(colour), to[name] ?? colour]));
  return markup
    .replace(/var\((--[\w-]+)\)/g, (whole, name: string) => to[name] ?? whole)
    .replace(/#[0-9a-f]{3,8}(?![\w-])/gi, (colour) => byValue.get(normal(colour)) ?? colour);
}
