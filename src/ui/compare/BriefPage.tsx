import type { Brief, BriefBlock } from '../../formats/brief.ts';
import styles from './BriefPage.module.css';

/** A brief as a page: the very blocks that are written as Markdown. */
export function BriefPage({ brief: { title, lead, sections } }: { readonly brief: Brief }) {
  return (
    <article className={styles.brief}>
      <h3 className={styles.title}>{title}</h3>
      {lead.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one brief never move.
        <Block key={at} block={block} />
      ))}
      {sections.map(({ heading, blocks, notes }) => (
        <section key={heading} data-notes={notes}>
          <h4>{heading}</h4>
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one brief never move.
            <Block key={at} block={block} />
          ))}
        </section>
      ))}
    </article>
  );
}

function Block({ block }: { readonly block: BriefBlock }) {
  switch (block.kind) {
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'link':
      return (
        <p className={styles.link}>
          {block.label}: <a href={block.href}>{block.href}</a>
        </p>
      );
    case 'table':
      return (
        <table data-even={block.numeric.length === 0}>
          <thead>
            <tr>
              {block.columns.map((column, at) => (
                <th key={column} scope="col" data-numeric={block.numeric.includes(at)}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row[0]}>
                {row.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the cells of one row never move.
                  <td key={at} data-numeric={block.numeric.includes(at)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    default:
      return block satisfies never;
  }
}
