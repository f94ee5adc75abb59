import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { BarScreen } from '../app/Bar.tsx';
import styles from './CommandPalette.module.css';
import type { Entry, Findings } from './entries.ts';
import { Results } from './Results.tsx';
import { useDeeds } from './useDeeds.ts';
import { useFindings } from './useFindings.ts';
import { useWords } from './words.ts';

/**
 * Finds screens, decisions, ends, facts, options, named lines and actions. A combobox with its list, by the pattern of the ARIA
 * Authoring Practices: the focus stays in the field, and the arrow keys move a choice through the list.
 */
export function CommandPalette({
  onClose,
  onShow,
  onCopy,
  to,
}: {
  readonly onClose: () => void;
  readonly onShow: (sheet: 'keys' | 'about') => void;
  readonly onCopy: () => void;
  readonly to: Readonly<Record<BarScreen, string>>;
}) {
  const words = useWords();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState<string>();
  const { findings, looking } = useFindings(query, to);
  const dialog = useRef<HTMLDialogElement>(null);
  const handedOver = useRef(false);
  const ids = { list: useId(), status: useId() };
  const entries = entriesOf(findings);
  const active = entries.find(({ id }) => id === chosen) ?? entries[0];
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  const deeds = useDeeds({
    to,
    onCopy,
    onShow: (sheet) => {
      handedOver.current = true;
      onShow(sheet);
    },
  });
  const run = (entry: Entry) => {
    // Closed first, so that the focus is back where it was before the deed moves it on.
    dialog.current?.close();
    deeds(entry.deed);
  };
  const choose = (by: number) => {
    const at = active === undefined ? 0 : entries.indexOf(active) + by;
    setChosen(entries[(at + entries.length) % entries.length]?.id);
  };
  const hear = (event: KeyboardEvent) => {
    // Enter also ends a word that an input method composes.
    if (event.nativeEvent.isComposing) return;
    const isAgain = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
    if (event.key === 'ArrowDown') choose(1);
    else if (event.key === 'ArrowUp') choose(-1);
    else if (event.key === 'Enter' && active !== undefined) run(active);
    else if (isAgain) dialog.current?.close();
    else return;
    event.preventDefault();
  };
  const optionId = (entry: Entry): string => `${ids.list}/${entry.id}`;
  const hasResults = entries.length > 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the backdrop is a convenience for a pointer; Escape and the button do the same.
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={words.title}
      onClose={() => {
        if (!handedOver.current) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current?.close();
      }}
    >
      <div className={styles.body}>
        <div className={styles.head}>
          <input
            type="text"
            role="combobox"
            className={styles.field}
            aria-label={words.label}
            aria-autocomplete="list"
            aria-expanded={hasResults}
            aria-controls={hasResults ? ids.list : undefined}
            aria-activedescendant={active === undefined ? undefined : optionId(active)}
            aria-describedby={ids.status}
            placeholder={words.hint}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            value={query}
            onChange={({ target }) => {
              setQuery(target.value);
              setChosen(undefined);
            }}
            onKeyDown={hear}
          />
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {words.close}
          </button>
        </div>
        {hasResults ? (
          <Results
            id={ids.list}
            findings={findings}
            active={active}
            optionId={optionId}
            onChoose={(entry) => setChosen(entry.id)}
            onRun={run}
          />
        ) : (
          <p className={styles.none}>
            <b>{words.none}</b> {words.noneHint}
          </p>
        )}
        <p className={styles.foot}>
          <span id={ids.status} role="status">
            {looking ? words.looking : hasResults ? words.counted(findings.shown, findings.all) : words.none}
          </span>
          <span className={styles.keys}>{words.keys}</span>
        </p>
      </div>
    </dialog>
  );
}

const entriesOf = ({ groups }: Findings): readonly Entry[] =>
  groups.flatMap(({ found }) => found.map(({ entry }) => entry));
