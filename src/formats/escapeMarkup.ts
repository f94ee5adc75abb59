/** Signs that XML 1.0 has no place for, however they are written, and those that would end what they stand in. */
const NO_PLACE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

/** A text as it stands in XML or HTML, in an element or in an attribute between double quotes. */
export const escapeMarkup = (text: string): string =>
  text
    .replace(NO_PLACE, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
