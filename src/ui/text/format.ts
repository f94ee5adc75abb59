/** Numbers and dates as a reader sees them: whole, with a true minus, never more than two significant digits. */

const MINUS = '−';
/** The language of numbers and dates, until a reader chooses another. */
const LANGUAGE = 'en-GB';

/** Making a format costs more than using it a hundred times, and a page shows hundreds of numbers: each is made once. */
function keptFormat<Format>(make: (language: string) => Format): (language: string) => Format {
  const kept = new Map<string, Format>();
  return (language) => {
    const format = kept.get(language) ?? make(language);
    kept.set(language, format);
    return format;
  };
}

const whole = keptFormat((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }));
const twoDigits = keptFormat((language) => new Intl.NumberFormat(language, { maximumSignificantDigits: 2 }));
const longDay = keptFormat((language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }));
const conjunction = keptFormat((language) => new Intl.ListFormat(language, { type: 'conjunction' }));

/** A whole number; two significant digits from 100 on. */
export function formatNumber(value: number, language = LANGUAGE): string {
  const magnitude = Math.abs(value);
  const rounded = magnitude >= 100 ? Number(magnitude.toPrecision(2)) : Math.round(magnitude);
  const text = whole(language).format(rounded);
  return value < 0 && rounded !== 0 ? `${MINUS}${text}` : text;
}

/** A change: “+4”, “−2”, “0”. */
export function formatChange(value: number, language = LANGUAGE): string {
  const text = formatNumber(value, language);
  return text === '0' || text.startsWith(MINUS) ? text : `+${text}`;
}

/** Below this a written fraction is shown as one. */
const FRACTIONS_BELOW = 10;

/** A number as somebody wrote it into a scenario, to two significant digits: “0.25”, “−1.5”, “12”. */
export function formatWritten(value: number, language = LANGUAGE): string {
  const magnitude = Number(Math.abs(value).toPrecision(2));
  if (Number.isInteger(value) || magnitude >= FRACTIONS_BELOW) return formatNumber(value, language);
  const text = twoDigits(language).format(magnitude);
  return value < 0 ? `${MINUS}${text}` : text;
}

/** Two ends of a range; where both round to the same number, “about” that number. */
const ends = (low: string, high: string): string => (low === high ? `about ${low}` : `${low} to ${high}`);

/** A range of values: “31 to 46”. */
export const formatRange = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  ends(formatNumber(low), formatNumber(high));

/** A range of changes: “−5 to +1”. */
export const formatChangeRange = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  ends(formatChange(low), formatChange(high));

/** A day as the language writes it. */
export const formatDay = (iso: string, language = LANGUAGE): string =>
  longDay(language).format(new Date(`${iso}T00:00:00Z`));

/** A moment on this device's clock: “14 Mar 2025, 09:30”. */
export const formatMoment = (milliseconds: number, language = LANGUAGE): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(milliseconds);

/** “a, b and c”. */
export const formatList = (items: readonly string[], language = LANGUAGE): string =>
  conjunction(language).format(items);
