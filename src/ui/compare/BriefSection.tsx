import { Suspense, useId, useMemo, useState } from 'react';
import { isShock, type Line } from '../../domain/identifier.ts';
import { type Brief, toMarkdown } from '../../formats/brief.ts';
import { formatAddress } from '../app/address.ts';
import { useTexts } from '../app/loaded.ts';
import { useParley } from '../app/parley.ts';
import { provenance } from '../app/provenance.ts';
import { download, textFile } from '../parts/download.ts';
import { Boundary } from '../parts/Failure.tsx';
import { useText } from '../text/useText.ts';
import { BriefPage } from './BriefPage.tsx';
import styles from './BriefSection.module.css';
import { buildBrief } from './buildBrief.ts';
import type { Compared } from './compared.ts';
import type { ComparedLine } from './lines.ts';
import { useParting } from './PartingView.tsx';
import { useWords } from './words.ts';

/** The comparison to take away: a page to copy, to download or to print, and to look at first. */
export function BriefSection(compared: Compared) {
  const { brief: words } = useWords();
  const titleId = useId();
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.onScreen}>
        <h2 id={titleId}>{words.title}</h2>
        <p className={styles.lead}>{words.lead}</p>
      </div>
      <Boundary fallback={<Unavailable />}>
        <Suspense fallback={<p>{words.preparing}</p>}>
          <Loaded {...compared} />
        </Suspense>
      </Boundary>
    </section>
  );
}

/** What stands in the place of a brief whose texts did not come; the comparison itself stands. */
function Unavailable() {
  const { failed } = useText();
  const { brief: words } = useWords();
  return (
    <div role="alert" className={styles.section}>
      <p>{words.unavailable}</p>
      <p className={styles.buttons}>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {failed.reload}
        </button>
      </p>
    </div>
  );
}

/** Branches whose texts hold the reasons of a line's moves. */
const branchesOf = (lines: readonly ComparedLine[]): readonly string[] => {
  const moves: Line = lines.flatMap(({ reading }) => reading.line);
  const branches = moves.filter((move) => !isShock(move)).map((move) => move.split('.')[0] ?? '');
  return [...new Set(branches)].filter((branch) => branch !== 'table').sort();
};

function useBrief({ lines, pair, rows }: Compared): Brief {
  const parley = useParley();
  const text = useText();
  const words = useWords();
  const parting = useParting(lines);
  const texts = useTexts(branchesOf(lines));
  const address = formatAddress({ screen: 'compare', lines: lines.map(({ reading }) => reading.line) }, parley.stamp);
  return useMemo(
    () =>
      buildBrief({
        scenario: parley.scenario,
        words,
        text,
        lines,
        pair,
        rows,
        parting,
        ...texts,
        provenance: provenance(parley, text),
        link: `${window.location.href.replace(/#.*$/, '')}#${address}`,
      }),
    [parley, text, words, lines, pair, rows, parting, texts, address],
  );
}

function Loaded(compared: Compared) {
  const { brief: words } = useWords();
  const brief = useBrief(compared);
  const [said, setSaid] = useState({ brief, words: '' });
  const [shown, setShown] = useState(false);
  const say = (told: string) => setSaid({ brief, words: told });
  const copy = () => {
    // Emptied first: the same words again are news only if they come again.
    say('');
    const copied = navigator.clipboard?.writeText(toMarkdown(brief)) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => say(words.copied),
      () => say(words.notCopied),
    );
  };
  return (
    <>
      <div className={styles.buttons}>
        <button type="button" className="button" onClick={copy}>
          {words.copy}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => download('parley-comparison.md', textFile(toMarkdown(brief), 'text/markdown'))}
        >
          {words.download}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <button type="button" className="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? words.hide : words.show}
        </button>
        <span role="status" className={styles.said}>
          {said.brief === brief ? said.words : ''}
        </span>
      </div>
      <div className={styles.page} data-shown={shown}>
        <BriefPage brief={brief} />
      </div>
    </>
  );
}
