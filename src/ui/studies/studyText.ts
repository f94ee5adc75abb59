import type { StudyOutline } from '../../domain/studyOutline.ts';
import { escapeMarkdown } from '../../formats/brief.ts';
import type { Parley } from '../app/parley.ts';
import { provenance } from '../app/provenance.ts';
import type { Messages } from '../text/en.ts';
import { isRemarked, lineView, type StepView } from './lineView.ts';
import type { StudyWords } from './useStudyWords.ts';

/** A reader's note as a quotation, its lines kept. */
const quoted = (note: string): string =>
  note
    .split('\n')
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
    .join('\n');

const stepLine = ({ number, label, name, mark }: StepView): string =>
  `${number}. ${escapeMarkdown(label)}${mark === undefined ? '' : ` **${escapeMarkdown(mark)}**`}${name === '' ? '' : ` (“${escapeMarkdown(name)}”)`}`;

/** A whole study as Markdown: chapters with their steps, ends, notes and marks, and where it all comes from. */
export function studyText(
  parley: Pick<Parley, 'scenario' | 'read' | 'stamp'>,
  outline: StudyOutline,
  words: StudyWords,
  text: Messages,
): string {
  const chapters = outline.chapters.map((chapter, index) => {
    const view = lineView(parley, outline, chapter.line);
    const parts = [
      `## ${index + 1}. ${escapeMarkdown(chapter.name || view.place)}`,
      `${(view.ending === 'onTheWay' ? words.stopsAt : words.leadsTo)(escapeMarkdown(view.place))} · ${words[view.ending]}`,
      ...(chapter.note === '' ? [] : [quoted(chapter.note)]),
      view.steps.map(stepLine).join('\n'),
      ...(view.dropped.length === 0 ? [] : [escapeMarkdown(words.dropped(view.dropped))]),
      ...view.steps
        .filter((step) => isRemarked(step) && step.note !== '')
        .map(({ number, note }) => `${words.text.note} ${number}:\n\n${quoted(note)}`),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
  });
  const made = provenance(parley, text).map((line) => `- ${escapeMarkdown(line)}`);
  return `${[`# ${escapeMarkdown(outline.name || words.unnamed)}`, ...chapters, '---', made.join('\n')].join('\n\n')}\n`;
}
