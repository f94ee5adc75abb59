import { LINE_DRAWS, LINE_SEED } from '../../analysis/heldDraws.ts';
import { DEFAULT_RHO } from '../../domain/parameters.ts';
import type { Messages } from '../text/en.ts';
import { formatDay, formatNumber } from '../text/format.ts';
import type { Parley } from './parley.ts';

/**
 * What every export and picture says of where it comes from: the scenario with version and hash, the reading date, whose numbers are in
 * force, and how the ranges were drawn. One sentence a line.
 */
export function provenance({ scenario, stamp }: Pick<Parley, 'scenario' | 'stamp'>, text: Messages): readonly string[] {
  const { author, readingDate, title } = scenario;
  return [
    text.provenance.made(title, formatDay(readingDate), stamp),
    text.provenance.numbers(author.name, author.licence),
    text.provenance.draws(formatNumber(LINE_DRAWS), String(LINE_SEED), `${formatNumber(100 * DEFAULT_RHO)} %`),
    text.standing,
  ];
}
