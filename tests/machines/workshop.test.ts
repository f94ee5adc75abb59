import { describe, expect, test } from 'vitest';
import {
  afterDeed,
  isBlank,
  isLocked,
  openingWorkshop,
  phaseOf,
  WORKSHOP_PHASES,
  type WorkshopPhase,
  type WorkshopSnapshot,
} from '../../machines/workshop.ts';
import type { WorkshopDeed } from '../../machines/workshopDeed.ts';

const DEEDS: Readonly<Record<string, WorkshopDeed>> = {
  brief: { type: 'briefing.begin' },
  conditions: { type: 'conditions.begin' },
  round: { type: 'round.begin', branch: 'table.ceasefire' },
  discuss: { type: 'discussion.open' },
  vote: { type: 'vote.open', options: ['a', 'b'] },
  seal: { type: 'vote.seal' },
  reveal: { type: 'vote.reveal' },
  runoff: { type: 'runoff.open', options: ['a', 'b'] },
  take: { type: 'decision.take', move: 'a', by: 'plurality' },
  next: { type: 'decision.next' },
  inject: { type: 'inject.open', shock: undefined },
  fire: { type: 'inject.fire', shock: 'shock.x.y' },
  rewind: { type: 'line.rewind', length: 1 },
  fork: { type: 'line.fork', decisions: 0 },
  keep: { type: 'line.keep' },
  swap: { type: 'sides.swap' },
  compare: { type: 'compare.begin' },
  debrief: { type: 'debrief.begin' },
  close: { type: 'room.close' },
  reopen: { type: 'room.reopen' },
  back: { type: 'step.back' },
  void: { type: 'vote.void' },
};

const INJECT_RETURN = (anew: boolean): WorkshopDeed => ({ type: 'inject.return', anew });

/** The snapshot after some deeds, each of which must be allowed. */
function at(names: string, from: WorkshopSnapshot = openingWorkshop()): WorkshopSnapshot {
  return names
    .split(' ')
    .filter((name) => name !== '')
    .reduce((snapshot, name) => {
      const deed = DEEDS[name];
      const next = deed === undefined ? undefined : afterDeed(snapshot, deed);
      if (next === undefined) throw new Error(`${name} is not allowed at ${phaseOf(snapshot)}`);
      return next;
    }, from);
}

/** A way to each step of a decision. */
const STEPS: readonly (readonly [WorkshopPhase, string])[] = [
  ['present', 'brief round'],
  ['discuss', 'brief round discuss'],
  ['vote', 'brief round discuss vote'],
  ['sealed', 'brief round discuss vote seal'],
  ['reveal', 'brief round discuss vote seal reveal'],
  ['consequence', 'brief round discuss vote seal reveal take'],
];

const ELSEWHERE: readonly (readonly [WorkshopPhase, string])[] = [
  ['lobby', ''],
  ['briefing', 'brief'],
  ['conditions', 'brief conditions'],
  ['inject', 'brief round inject'],
  ['rewound', 'brief round take rewind'],
  ['swap', 'brief round take swap'],
  ['compare', 'brief round take compare'],
  ['debrief', 'brief round take compare debrief'],
  ['closed', 'brief round take compare debrief close'],
];

describe('the course of a workshop', () => {
  test.each([...STEPS, ...ELSEWHERE])('comes to %s', (phase, way) => {
    expect(phaseOf(at(way))).toBe(phase);
  });

  test('every phase is one that a test comes to', () => {
    expect([...STEPS, ...ELSEWHERE].map(([phase]) => phase).sort()).toEqual([...WORKSHOP_PHASES].sort());
  });

  test.each(STEPS)('an inject at %s leads back to it', (phase, way) => {
    const away = at(`${way} inject fire`);
    expect(phaseOf(away)).toBe('inject');
    const back = afterDeed(away, INJECT_RETURN(false));
    expect(back === undefined ? undefined : phaseOf(back)).toBe(phase);
  });

  test.each(STEPS)('an inject at %s that changes the question leads to a new one', (_, way) => {
    const back = afterDeed(at(`${way} inject fire`), INJECT_RETURN(true));
    expect(back === undefined ? undefined : phaseOf(back)).toBe('present');
  });

  test('a second inject from another step leads back to that one', () => {
    const first = afterDeed(at('brief round discuss inject'), INJECT_RETURN(false));
    if (first === undefined) throw new Error('no way back');
    const second = afterDeed(at('vote seal inject', first), INJECT_RETURN(false));
    expect(second === undefined ? undefined : phaseOf(second)).toBe('sealed');
  });

  test.each([...STEPS, ['inject', 'brief round discuss inject'], ['compare', 'brief round take compare']] as const)(
    'looking back from %s and keeping the line returns to it',
    (phase, way) => {
      expect(phaseOf(at(`${way} rewind keep`))).toBe(phase);
      expect(phaseOf(at(`${way} rewind fork`))).toBe('present');
    },
  );

  test.each([
    ['brief', 'lobby'],
    ['brief conditions', 'briefing'],
    ['brief round discuss', 'present'],
    ['brief round vote', 'present'],
    ['brief round discuss vote', 'discuss'],
    ['brief round discuss vote seal', 'vote'],
    ['brief round discuss vote seal reveal', 'sealed'],
    ['brief round discuss vote seal reveal runoff', 'reveal'],
    ['brief round discuss vote seal reveal take', 'reveal'],
    ['brief round take', 'present'],
    ['brief round take next', 'consequence'],
    ['brief round take compare', 'consequence'],
    ['brief round take swap', 'consequence'],
    ['brief round take compare debrief', 'compare'],
    ['brief round take compare debrief close', 'debrief'],
  ])('after “%s”, one step back is %s', (way, phase) => {
    expect(phaseOf(at(`${way} back`))).toBe(phase);
  });

  test('nothing is revealed before it is sealed, and nothing decided from an open vote', () => {
    const voting = at('brief round discuss vote');
    for (const name of ['reveal', 'take', 'next', 'runoff'])
      expect(afterDeed(voting, DEEDS[name] as WorkshopDeed)).toBeUndefined();
    expect(afterDeed(at('brief round'), DEEDS.back as WorkshopDeed)).toBeUndefined();
  });

  test('decisions of a round before do not count as decisions of this one', () => {
    expect(afterDeed(at('brief round take next take swap round'), DEEDS.back as WorkshopDeed)).toBeUndefined();
  });

  test('the door and the screen have a life of their own in every phase', () => {
    for (const [, way] of [...STEPS, ...ELSEWHERE]) {
      const shut = afterDeed(at(way), { type: 'door.lock' });
      const dark = shut === undefined ? undefined : afterDeed(shut, { type: 'screen.blank' });
      if (dark === undefined) throw new Error('the door or the screen is stuck');
      expect([isLocked(dark), isBlank(dark)]).toEqual([true, true]);
      expect(phaseOf(dark)).toBe(phaseOf(at(way)));
    }
  });

  test('a closed room can be opened again', () => {
    expect(phaseOf(at('brief round take compare debrief close reopen'))).toBe('debrief');
  });
});
