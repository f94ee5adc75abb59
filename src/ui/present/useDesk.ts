import { useMemo, useSyncExternalStore } from 'react';
import type { RoomCommand } from '../../workshop/command.ts';
import type { RoomRules } from '../../workshop/rules.ts';
import { type FacilitatorView, viewFor } from '../../workshop/viewFor.ts';
import { type Parley, useParley } from '../app/parley.ts';
import { roomChannel } from './roomChannel.ts';
import { type DeskState, openDesk, type RoomDesk } from './roomDesk.ts';
import { roomStore } from './roomStore.ts';

const desks = new WeakMap<Parley, RoomDesk>();

/** A name that no other has. (`randomUUID` is missing where a page comes over plain http.) */
const newId = (): string => [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join('-');

export const rulesOf = ({ scenario, read }: Parley): RoomRules => ({ scenario, read });

/** The desk of this window: one per scenario, kept while the facilitator looks at other screens. */
function deskOf(parley: Parley): RoomDesk {
  const known = desks.get(parley);
  if (known !== undefined) return known;
  const channel = roomChannel(parley.scenario.id);
  const desk = openDesk({ rules: rulesOf(parley), store: roomStore(), channel, now: () => Date.now(), newId });
  window.addEventListener('pagehide', () => channel.say({ type: 'gone' }));
  desks.set(parley, desk);
  return desk;
}

/** The facilitator's desk, re-read when it changes. */
export function useDesk(): { readonly desk: RoomDesk; readonly state: DeskState } {
  const desk = deskOf(useParley());
  return { desk, state: useSyncExternalStore(desk.subscribe, desk.state) };
}

/** What a page of the console works with: the facilitator's view, and how to ask for something. */
export interface Console {
  readonly view: FacilitatorView;
  readonly send: (command: RoomCommand) => void;
}

/** The facilitator's view of the room that the desk is in. */
export function useFacilitatorView(state: DeskState): FacilitatorView | undefined {
  const parley = useParley();
  const { room } = state;
  return useMemo(
    () => (room === undefined ? undefined : viewFor({ role: 'facilitator' }, rulesOf(parley), room)),
    [parley, room],
  );
}
