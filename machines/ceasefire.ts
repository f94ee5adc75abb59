import { setup } from 'xstate';
import type { StageMeta } from './instrument.ts';

/**
 * A ceasefire as negotiators speak of it: from the reply to a proposal, through terms, pressure and arrangements, to holding,
 * incidents, expiry and follow-on talks. True of any case; an event is named after the stage that it leads to, and staying is
 * always allowed.
 */
export const ceasefire = setup({ types: { meta: {} as StageMeta } }).createMachine({
  id: 'ceasefire',
  initial: 'reply',
  states: {
    reply: {
      meta: { label: 'Reply', means: 'A proposal is on the table and a party says yes, no, or yes with conditions.' },
      on: { terms: 'terms', pressure: 'pressure', arrangement: 'arrangement', partial: 'partial' },
    },
    terms: {
      meta: { label: 'Terms', means: 'The parties bargain over the conditions that were attached to the reply.' },
      on: { pressure: 'pressure', arrangement: 'arrangement' },
    },
    pressure: {
      meta: { label: 'Pressure', means: 'There is no agreement, and a third party or a date is used to move someone.' },
      on: { arrangement: 'arrangement', partial: 'partial', none: 'none' },
    },
    arrangement: {
      meta: {
        label: 'Arrangement',
        means: 'The ceasefire is agreed in principle; who watches it and who stands where is settled.',
      },
      on: { holding: 'holding' },
    },
    holding: {
      meta: { label: 'Holding', means: 'The ceasefire is in force and its term runs.' },
      on: { incident: 'incident', expiry: 'expiry' },
    },
    incident: {
      meta: { label: 'Incident', means: 'Something has happened that may breach it, and it must be answered.' },
      on: { expiry: 'expiry', collapsed: 'collapsed' },
    },
    expiry: {
      meta: { label: 'Expiry', means: 'The term ends: it is renewed, or it lapses.' },
      on: { followOn: 'followOn', lapsed: 'lapsed', collapsed: 'collapsed' },
    },
    followOn: {
      meta: { label: 'Follow-on talks', means: 'The ceasefire was renewed, and talks on a settlement begin.' },
      on: { agreed: 'agreed', lapsed: 'lapsed' },
    },
    agreed: { type: 'final', meta: { label: 'Agreed', means: 'The ceasefire goes on and talks have a subject.' } },
    partial: { type: 'final', meta: { label: 'Partial', means: 'Only some kinds of fighting stop.' } },
    lapsed: { type: 'final', meta: { label: 'Lapsed', means: 'The term ended without a new one; contacts go on.' } },
    collapsed: { type: 'final', meta: { label: 'Collapsed', means: 'The ceasefire ended in fighting.' } },
    none: { type: 'final', meta: { label: 'None', means: 'No ceasefire came about.' } },
  },
});
