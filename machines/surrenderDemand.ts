import { setup } from 'xstate';
import type { StageMeta } from './instrument.ts';

/**
 * A demand that a force lay down its arms: the demand, the reply, what independent information shows, what third parties do, whether
 * passage is allowed, and how those who surrender are treated. An event is named after the stage that it leads to; staying is allowed.
 */
export const surrenderDemand = setup({ types: { meta: {} as StageMeta } }).createMachine({
  id: 'surrenderDemand',
  initial: 'demand',
  states: {
    demand: {
      meta: { label: 'Demand', means: 'One side considers whether and how to demand surrender.' },
      on: { reply: 'reply', factFinding: 'factFinding' },
    },
    reply: {
      meta: { label: 'Reply', means: 'The side that is addressed answers, or does not.' },
      on: { factFinding: 'factFinding', thirdParties: 'thirdParties', treatment: 'treatment' },
    },
    factFinding: {
      meta: { label: 'Fact-finding', means: 'Independent information tests the premise of the demand.' },
      on: { thirdParties: 'thirdParties' },
    },
    thirdParties: {
      meta: { label: 'Third parties', means: 'States or humanitarian bodies appeal, broker or stay out.' },
      on: { passage: 'passage' },
    },
    passage: {
      meta: { label: 'Passage', means: 'Leaving by agreement, instead of surrender, is allowed or refused.' },
      on: { passed: 'passed', refusal: 'refusal' },
    },
    refusal: {
      meta: { label: 'Refusal', means: 'Passage was refused; the force holds, falls back, or lets soldiers decide.' },
      on: { treatment: 'treatment', retreated: 'retreated' },
    },
    treatment: {
      meta: {
        label: 'Treatment',
        means: 'The holding side says how those who surrendered are treated; the law sets the floor.',
      },
      on: { exchange: 'exchange', partial: 'partial', general: 'general' },
    },
    exchange: {
      meta: { label: 'Exchange', means: 'The sides settle whether prisoners are exchanged, and how.' },
      on: { partial: 'partial', general: 'general' },
    },
    passed: { type: 'final', meta: { label: 'Passed', means: 'The force left by an agreed passage.' } },
    partial: { type: 'final', meta: { label: 'Partial', means: 'Some surrendered.' } },
    general: { type: 'final', meta: { label: 'General', means: 'The whole force surrendered by order.' } },
    retreated: {
      type: 'final',
      meta: { label: 'Retreated', means: 'Nobody surrendered by order; the force fell back.' },
    },
    dropped: { type: 'final', meta: { label: 'Dropped', means: 'The demand was given up.' } },
  },
});
