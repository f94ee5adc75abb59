import { useState } from 'react';
import { outlineOf } from '../../domain/studyOutline.ts';
import { LONGEST_LINK, writeStudyLink } from '../../formats/studyLink.ts';
import { formatAddress } from '../app/address.ts';
import { useParley } from '../app/parley.ts';
import { download, textFile } from '../parts/download.ts';
import { formatNumber } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import { fileName } from './fileName.ts';
import styles from './StudiesScreen.module.css';
import { studyText } from './studyText.ts';
import type { StudyRow } from './useStudies.ts';
import type { Say, StudyActs } from './useStudyActs.ts';
import { useStudyWords } from './useStudyWords.ts';

/** What can be done with the study that is open. */
export function StudyTools({
  row,
  acts,
  say,
}: {
  readonly row: StudyRow;
  readonly acts: StudyActs;
  readonly say: Say;
}) {
  const parley = useParley();
  const words = useStudyWords();
  const text = useText();
  // A link that the browser did not let us copy is shown, to be copied by hand.
  const [link, setLink] = useState('');
  const name = row.name || words.unnamed;
  const told = () => studyText(parley, outlineOf(row.study), words, text);
  const copy = (content: string) =>
    navigator.clipboard?.writeText(content) ?? Promise.reject(new Error('no clipboard'));
  const share = async () => {
    setLink('');
    const packed = await writeStudyLink(outlineOf(row.study)).catch(() => null);
    if (packed === null) return say(words.said.noLink);
    if (packed === undefined) return say(words.said.linkTooLong(formatNumber(LONGEST_LINK)));
    const address = new URL(window.location.href);
    address.hash = formatAddress({ screen: 'study', packed }, parley.stamp);
    await copy(address.href).then(
      () => say(words.said.linkCopied),
      () => {
        setLink(address.href);
        say('');
      },
    );
  };
  const save = () => {
    const file = `${fileName(name)}.md`;
    download(file, textFile(told(), 'text/markdown'));
    say(words.said.exported(file));
  };
  return (
    <>
      <fieldset className={styles.tools} aria-label={words.actions}>
        <button type="button" className="button" onClick={() => acts.duplicate(row)}>
          {words.duplicate}
        </button>
        <button type="button" className="button" onClick={() => acts.exportOne(row)}>
          {words.exportOne}
        </button>
        <button type="button" className="button" onClick={() => void share()}>
          {words.share}
        </button>
        <button
          type="button"
          className="button"
          onClick={() =>
            void copy(told()).then(
              () => say(words.said.copied),
              () => say(words.said.copyFailed),
            )
          }
        >
          {words.copyText}
        </button>
        <button type="button" className="button" onClick={save}>
          {words.saveText}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {words.print}
        </button>
        {row.isInBin ? null : (
          <button type="button" className="button" onClick={() => acts.toBin(row)}>
            {words.toBin}
          </button>
        )}
      </fieldset>
      {link === '' ? null : (
        <label className={styles.link}>
          {words.said.linkByHand}
          <input type="text" readOnly value={link} onFocus={({ target }) => target.select()} />
        </label>
      )}
    </>
  );
}
