import { useText } from '../text/useText.ts';
import styles from './parts.module.css';

/** Says that a value has run past its scale, so that the score reads the scale's end. */
export function Beyond() {
  const { leverage } = useText();
  return (
    <span className={styles.beyond} title={leverage.beyond}>
      <span aria-hidden="true">⇥</span>
      <span className="visually-hidden">{leverage.beyond}: </span>
    </span>
  );
}
