import type { Scenario } from '../../domain/scenario.ts';
import { peopleNamed } from '../content/claims.ts';
import { contentTexts } from '../content/contentTexts.ts';
import { sentencesOf } from '../content/sentences.ts';
import { type Standing, standing } from '../content/standing.ts';
import { type AuditLine, counted } from './auditLine.ts';

/** The columns of the table, with the heads that a reader of an audit understands. */
const HEADS: Readonly<Record<Standing['is'], string>> = {
  cites: 'cite',
  covered: 'cited by entry',
  supposes: 'nothing to check',
  question: 'questions',
  exercise: 'in this line',
  reading: 'readings',
  conditional: 'conditional',
  pointer: 'to the reader',
  uncited: 'uncited',
};

/** How many sentences of each kind of text cite a fact, and in which of the declared ways the others claim nothing. */
export function citations(scenario: Scenario): AuditLine {
  const id = 'citations';
  if (!/^en\b/.test(scenario.language)) {
    const sentence = `Claims are told by English words and this scenario is in \`${scenario.language}\`: nobody has looked for facts.`;
    return { id, verdict: 'warning', sentence, figures: [] };
  }
  const people = peopleNamed(scenario);
  const rows = new Map<string, Map<Standing['is'], number>>();
  for (const text of contentTexts(scenario)) {
    if (text.duty === 'ledger' || text.duty === 'label') continue;
    const row = rows.get(text.kind) ?? new Map<Standing['is'], number>();
    rows.set(text.kind, row);
    for (const sentence of sentencesOf(text.text, scenario.language)) {
      const { is } = standing(text, sentence, people);
      row.set(is, (row.get(is) ?? 0) + 1);
    }
  }
  const count = (is?: Standing['is']): number =>
    [...rows.values()]
      .flatMap((row) => [...row])
      .reduce((sum, [each, n]) => (is === undefined || each === is ? sum + n : sum), 0);
  const missing = count('uncited');
  const cite = count('cites') + count('covered');
  return {
    id,
    verdict: missing === 0 ? 'ok' : 'failure',
    sentence:
      missing === 0
        ? `Of ${counted(count(), 'sentence')} outside the ledger ${cite.toLocaleString('en')} cite facts; the others ask, suppose, mark a reading or tell a step of the exercise.`
        : `${counted(missing, 'sentence')} should cite a fact and ${missing === 1 ? 'does' : 'do'} not; \`parley check\` says which.`,
    figures: [...rows].map(([kind, row]) => ({
      kind,
      ...Object.fromEntries([...row].map(([is, n]) => [HEADS[is], n])),
    })),
  };
}
