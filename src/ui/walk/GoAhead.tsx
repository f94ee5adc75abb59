import { useSelector } from '@xstate/react';
import { useParley } from '../app/parley.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useText } from '../text/useText.ts';

/** The way on along a line that was already walked; nothing where it ends. */
export function GoAhead() {
  const { study } = useParley();
  const text = useText();
  const open = useSelector(study, (snapshot) => snapshot.can({ type: 'study.forward' }));
  return open ? (
    <button type="button" className="button" onClick={() => study.send({ type: 'study.forward' })}>
      {text.walk.ahead} <KeyHint>→</KeyHint>
    </button>
  ) : null;
}
