/** A font file of the page: its family, the characters it is for, and where it is. */
export interface FontFace {
  readonly family: string;
  readonly weight: string;
  /** As CSS writes it, `U+0000-00FF, U+2212`; empty where it is for all. */
  readonly unicodeRange: string;
  readonly address: string;
}

/** Whether a font file is for any character of a text. */
export function serves({ unicodeRange }: Pick<FontFace, 'unicodeRange'>, text: string): boolean {
  if (unicodeRange.trim() === '') return true;
  const ranges = unicodeRange.split(',').map((range): readonly [number, number] => {
    const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)];
  });
  return [...new Set(text)].some((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return ranges.some(([from, to]) => code >= from && code <= to);
  });
}

/** The font files that the page's own stylesheets name. */
function pageFonts(): readonly FontFace[] {
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule): FontFace[] => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const read = (name: string) => rule.style.getPropertyValue(name);
      const file = /url\(["']?([^"')]+)["']?\)/.exec(read('src'))?.[1];
      if (file === undefined) return [];
      return [
        {
          family: read('font-family').replace(/^["']|["']$/g, ''),
          weight: read('font-weight'),
          unicodeRange: read('unicode-range'),
          address: new URL(file, sheet.href ?? document.baseURI).href,
        },
      ];
    }),
  );
}

const asDataUrl = (content: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('a file could not be read'));
    reader.readAsDataURL(content);
  });

/** Style rules that carry the page's own letters inside them, as far as a text needs them: a picture may ask nobody for a file. */
export async function embeddedFonts(text: string): Promise<string> {
  const needed = pageFonts().filter((font) => serves(font, text));
  const rules = needed.map(async ({ family, weight, unicodeRange, address }) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
    const range = unicodeRange === '' ? '' : `unicode-range:${unicodeRange};`;
    const src = `src:url(${await asDataUrl(await answer.blob())}) format("woff2");`;
    return `@font-face{font-family:"${family}";font-weight:${weight};${range}${src}}`;
  });
  return (await Promise.all(rules)).join('\n');
}
