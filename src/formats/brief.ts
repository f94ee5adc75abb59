import type { Table } from './csv.ts';

/** A part of a brief. All text is plain: whatever a format gives a meaning to is escaped on the way out. */
export type BriefBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'link'; readonly label: string; readonly href: string }
  | {
      readonly kind: 'table';
      readonly columns: Table['columns'];
      readonly rows: readonly (readonly string[])[];
      /** The columns that hold numbers, which stand to the right. */
      readonly numeric: readonly number[];
    };

/** What an analyst takes away: a finding, then parts under headings. The page that is printed and the Markdown read the same. */
export interface Brief {
  readonly title: string;
  /** What stands under the title without a heading of its own. */
  readonly lead: readonly BriefBlock[];
  readonly sections: readonly BriefSection[];
}

/** A part of a brief under a heading. */
export interface BriefSection {
  readonly heading: string;
  readonly blocks: readonly BriefBlock[];
  /** Looked up rather than read through: a page may set it smaller. */
  readonly notes: boolean;
}

/** A backslash keeps any of these from being read as Markdown (CommonMark 0.31, section 2.4; GFM's `~` and `|`). */
const MEANT = /[\\`*_{}[\]<>#|~&$]/g;

/** Plain text within a line of Markdown: a heading, a cell, a label. */
const escapeInline = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(MEANT, '\\$&');

/** Plain text as Markdown that reads as that text: on one line, and with nothing at its start that makes a list, heading or rule. */
export function escapeMarkdown(text: string): string {
  const line = escapeInline(text);
  return line.replace(/^[-+=]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2');
}

function tableLines({ columns, rows, numeric }: Extract<BriefBlock, { kind: 'table' }>): readonly string[] {
  const row = (cells: readonly string[]): string =>
    `| ${columns.map((_, at) => escapeInline(cells[at] ?? '')).join(' | ')} |`;
  const rule = `| ${columns.map((_, at) => (numeric.includes(at) ? '---:' : '---')).join(' | ')} |`;
  return [row(columns), rule, ...rows.map(row)];
}

function blockText(block: BriefBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
    case 'link':
      return `[${escapeInline(block.label)}](<${block.href.replace(/[<>\s]/g, encodeURIComponent)}>)`;
    case 'table':
      return tableLines(block).join('\n');
    default:
      return block satisfies never;
  }
}

/** A brief as Markdown with GFM tables. */
export function toMarkdown({ title, lead, sections }: Brief): string {
  const parts = [
    `# ${escapeInline(title)}`,
    ...lead.map(blockText),
    ...sections.flatMap(({ heading, blocks }) => [`## ${escapeInline(heading)}`, ...blocks.map(blockText)]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
