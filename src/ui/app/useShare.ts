import { useState } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { useText } from '../text/useText.ts';

/** Copying the link to this step, and what is said of it: until the reader moves on. */
export interface Share {
  readonly copy: () => void;
  readonly said: string;
  /** The clipboard was refused, and the link is shown to be copied by hand. */
  readonly byHand: boolean;
}

/** Copies the link to this step. The link holds the whole line, so it needs no server. */
export function useShare(): Share {
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
  };
  return { copy, said: said.route === route ? said.words : '', byHand: said.byHand };
}
