import { useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { useKeys } from '../keys/useKeys.ts';
import { useText } from '../text/useText.ts';
import styles from './ShareButton.module.css';

/** Copies the link to this step. The link holds the whole line, so it needs no server. */
export function ShareButton() {
  const { share } = useText();
  const [route] = useHashLocation();
  const [said, setSaid] = useState({ route, words: '', byHand: false });
  const copy = () => {
    const link = window.location.href;
    const say = (words: string, byHand = false) => setSaid({ route, words, byHand });
    // Emptied first: the same words again are news only if they come again.
    say('');
    // Browsers lend the clipboard to secure pages only; elsewhere the link is shown.
    const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => say(share.copied),
      () => say(`${share.failed} ${link}`, true),
    );
    return true;
  };
  useKeys({ copy });
  return (
    <span className={styles.share}>
      <button type="button" className="button" onClick={copy}>
        {share.button}
      </button>
      <span role="status" className={styles.said} data-by-hand={said.byHand}>
        {said.route === route ? said.words : ''}
      </span>
    </span>
  );
}
