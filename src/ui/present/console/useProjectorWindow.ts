import { useState } from 'react';

/** The projector's window, and whether the browser let it open. */
export interface ProjectorWindow {
  readonly open: () => void;
  readonly state: 'closed' | 'opened' | 'blocked';
  /** The address to open by hand. */
  readonly address: string;
}

const NAME = 'parley-projector';

/** Opens the projector in a window of its own; pressed again, it brings that one to the front. */
export function useProjectorWindow(): ProjectorWindow {
  const [state, setState] = useState<ProjectorWindow['state']>('closed');
  const address = window.location.href.replace(/#.*$/, '#/projector');
  return {
    state,
    address,
    open: () => {
      const opened = window.open(address, NAME, 'popup,width=1280,height=720');
      setState(opened === null ? 'blocked' : 'opened');
      opened?.focus();
    },
  };
}
