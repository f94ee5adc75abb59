import { useState } from 'react';
import { useKeys } from '../keys/useKeys.ts';
import { useText } from '../text/useText.ts';
import styles from './ShareButton.module.css';

/** Copies the link to this step. The link holds the whole line, so it needs no server. */
export function ShareButton() {
  const { share } = useText();
  const [said, setSaid] = useState('');
  const copy = () => {
    const link = window.location.href;
    // Browsers lend the clipboard to secure pages only; elsewhere the link is shown.
    const copied = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error('no clipboard'));
    copied.then(
      () => setSaid(share.copied),
      () => setSaid(`${share.failed} ${link}`),
    );
    return true;
  };
  useKeys({ copy });
  return (
    <span className={styles.share}>
      <button type="button" className="button" onClick={copy}>
        {share.button}
      </button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </span>
  );
}
