/** Numbers and dates as a reader sees them: whole, with a true minus, never more than two significant digits. */

const MINUS = '−';

/** A whole number; two significant digits from 100 on. */
export function formatNumber(value: number, language = 'en'): string {
  const magnitude = Math.abs(value);
  const rounded = magnitude >= 100 && magnitude !== 100 ? Number(magnitude.toPrecision(2)) : Math.round(magnitude);
  const text = new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(rounded);
  return value < 0 && rounded !== 0 ? `${MINUS}${text}` : text;
}

/** A change: “+4”, “−2”, “0”. */
export function formatChange(value: number, language = 'en'): string {
  const text = formatNumber(value, language);
  return text === '0' || text.startsWith(MINUS) ? text : `+${text}`;
}

/** A range of values: “31 to 46”. */
export const formatRange = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${formatNumber(low)} to ${formatNumber(high)}`;

/** A range of changes: “−5 to +1”. */
export const formatChangeRange = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${formatChange(low)} to ${formatChange(high)}`;

/** A day as the language writes it. */
export const formatDay = (iso: string, language = 'en'): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`));

/** “a, b and c”. */
export const formatList = (items: readonly string[], language = 'en'): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(items);
