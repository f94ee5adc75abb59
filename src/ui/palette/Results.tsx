import { useEffect, useId, useRef } from 'react';
import styles from './CommandPalette.module.css';
import type { Entry, Findings, Found, Group } from './entries.ts';
import { pieces } from './matching.ts';
import { useWords } from './words.ts';

interface ListProps {
  readonly active: Entry | undefined;
  readonly optionId: (entry: Entry) => string;
  readonly onChoose: (entry: Entry) => void;
  readonly onRun: (entry: Entry) => void;
}

/** What was found, in groups; what answers the query is marked. */
export function Results({ id, findings, ...list }: ListProps & { readonly id: string; readonly findings: Findings }) {
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const { active } = list;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice comes into view.
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={box} id={id} role="listbox" className={styles.results} aria-label={words.results} tabIndex={-1}>
      {findings.groups.map(({ group, found }) => (
        <ResultGroup key={group} group={group} found={found} {...list} />
      ))}
    </div>
  );
}

function ResultGroup({
  group,
  found,
  active,
  optionId,
  onChoose,
  onRun,
}: ListProps & { readonly group: Group; readonly found: readonly Found[] }) {
  const words = useWords();
  const name = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a listbox.
    <div role="group" aria-labelledby={name}>
      <p id={name} className={`eyebrow ${styles.group}`} role="presentation">
        {words.groups[group]}
      </p>
      {found.map(({ entry, stretches }) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and hears the keys.
        // biome-ignore lint/a11y/useFocusableInteractive: the field names the active option.
        <div
          key={entry.id}
          id={optionId(entry)}
          role="option"
          className={styles.option}
          aria-selected={entry === active}
          onPointerMove={() => {
            if (entry !== active) onChoose(entry);
          }}
          onClick={() => onRun(entry)}
        >
          <span className={styles.title}>
            {pieces(entry.title, stretches).map(({ text, marked }, index) => {
              const key = `${index}${text}`;
              return marked ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
            })}
          </span>
          {entry.beside === '' ? null : <span className={styles.beside}>{entry.beside}</span>}
        </div>
      ))}
    </div>
  );
}
