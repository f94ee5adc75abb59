/** A reader's name for something as the name of a file on any computer: letters and digits of any script, and dashes. */
export const fileName = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'study';
