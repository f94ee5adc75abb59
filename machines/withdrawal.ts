import { setup } from 'xstate';
import type { StageMeta } from './instrument.ts';

/**
 * A withdrawal from held ground: the posture, the other side's response, a reassessment, an offer to trade what is held, and how the
 * end is announced. An event is named after the stage that it leads to; staying is allowed.
 */
export const withdrawal = setup({ types: { meta: {} as StageMeta } }).createMachine({
  id: 'withdrawal',
  initial: 'posture',
  states: {
    posture: {
      meta: { label: 'Posture', means: 'The side that holds ground decides whether to stay, shrink or leave.' },
      on: { response: 'response' },
    },
    response: {
      meta: { label: 'Response', means: 'The other side stops, presses on, widens the fight, or offers a pause.' },
      on: { reassessment: 'reassessment', offer: 'offer', announcement: 'announcement' },
    },
    reassessment: {
      meta: { label: 'Reassessment', means: 'Is staying still worth what it costs?' },
      on: { offer: 'offer', announcement: 'announcement', held: 'held' },
    },
    offer: {
      meta: { label: 'Offer', means: 'What is still held may be traded for something else.' },
      on: { answer: 'answer', announcement: 'announcement', held: 'held' },
    },
    answer: {
      meta: { label: 'Answer', means: 'The other side takes or refuses the trade.' },
      on: { announcement: 'announcement', exchanged: 'exchanged', held: 'held' },
    },
    announcement: {
      meta: { label: 'Announcement', means: 'The end is announced, shown, or presented as something else.' },
      on: { out: 'out', shifted: 'shifted' },
    },
    out: { type: 'final', meta: { label: 'Out', means: 'The ground has been left.' } },
    exchanged: { type: 'final', meta: { label: 'Exchanged', means: 'The ground was traded for something.' } },
    held: { type: 'final', meta: { label: 'Held', means: 'Some of the ground is still held.' } },
    shifted: { type: 'final', meta: { label: 'Shifted', means: 'The fight goes on elsewhere.' } },
  },
});
