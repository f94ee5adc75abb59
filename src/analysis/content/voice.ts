import { error, type Problem } from '../../domain/problem.ts';
import { termsIn } from '../audit/wording.ts';
import type { ContentText } from './contentTexts.ts';
import { ATTRIBUTION } from './englishWords.ts';
import { atSentence, type Sentence } from './sentences.ts';

/** Words in which a speaker means itself. `US` is a country. */
const FIRST_PERSON = /(?<![\p{L}\p{N}’'-])(?:I|[Ww]e|[Oo]urs?|us|[Mm]y|[Mm]e|[Oo]urselves|[Mm]yself)(?![\p{L}\p{N}])/u;

const QUOTATION = /“([^”]*)”|"([^"]*)"|«([^»]*)»/g;
const ATTRIBUTED = new RegExp(`\\b(?:${[...ATTRIBUTION].join('|')})\\b`, 'i');

/** A quotation in a sentence that does not say whose words they are: quotation marks then pass a verdict. */
function unattributed({ duty, path }: ContentText, { text, facts }: Sentence): string | undefined {
  const quoted = [...text.matchAll(QUOTATION)].map(([, curly, straight, angled]) => curly ?? straight ?? angled ?? '');
  const attributed = ATTRIBUTED.test(text.replaceAll(QUOTATION, ' '));
  // The ledger and its list of problems are about words of others throughout; there only the contested ones need their speaker.
  const own = duty === 'ledger' || path[0] === 'issues';
  return quoted.find((words) =>
    own ? termsIn({ path, text: words }).length > 0 && !attributed : !attributed || facts.length === 0,
  );
}

/** What a sentence has wrong with who speaks: a side speaks for itself, or somebody is quoted and nobody named. */
export function voiceProblems(text: ContentText, sentence: Sentence): readonly Problem[] {
  const found: Problem[] = [];
  if (text.kind === 'told' && FIRST_PERSON.test(sentence.text)) {
    const help = 'tell it in the third person: “Ukraine says that …”';
    found.push(error('first-person', text.path, "this puts words into a side's mouth", help));
  }
  const quoted = unattributed(text, sentence);
  if (quoted !== undefined) {
    const message = `“${quoted}” is in quotation marks, and the sentence does not say whose words they are, or cites no fact`;
    const help = 'name the speaker and cite the fact, or write it without quotation marks';
    found.push(error('unattributed-quotation', text.path, message, help));
  }
  return found.map((problem) => atSentence(problem, sentence));
}
