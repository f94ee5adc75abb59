import type { StudyTurned } from '../../../machines/study.ts';
import type { Messages } from '../text/en.ts';

/** What is said of an act that was taken back or done again; nothing where it was done the first time. */
export function turnedWords({ studyHead }: Messages, { way, what, kept }: Omit<StudyTurned, 'type'>): string {
  if (way === 'done') return '';
  const told = studyHead.turned[way](studyHead.acts[what]);
  return kept === 0 ? told : `${told} ${studyHead.turned.kept}`;
}
