import { useText } from '../text/useText.ts';
import styles from './ShareButton.module.css';
import type { Share } from './useShare.ts';

/** Copies the link to this step, and says that it did. */
export function ShareButton({ share }: { readonly share: Share }) {
  const text = useText();
  return (
    <span className={styles.share}>
      <button type="button" className="button" onClick={share.copy}>
        {text.share.button}
      </button>
      <span role="status" className={styles.said} data-by-hand={share.byHand}>
        {share.said}
      </span>
    </span>
  );
}
