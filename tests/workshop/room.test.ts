import { beforeAll, describe, expect, test } from 'vitest';
import { isChance, isDecision, placedStates } from '../../src/domain/chart.ts';
import { uniform } from '../../src/domain/random.ts';
import { applyCommand } from '../../src/workshop/applyCommand.ts';
import { foldRoom } from '../../src/workshop/foldRoom.ts';
import { presentRound } from '../../src/workshop/room.ts';
import { placeOf, type RoomRules } from '../../src/workshop/rules.ts';
import { timeLeft } from '../../src/workshop/timer.ts';
import { viewFor } from '../../src/workshop/viewFor.ts';
import { FACILITATOR, kurskRules, RoomInUse, SETUP } from '../support/rooms.ts';

let rules: RoomRules;
beforeAll(async () => {
  rules = await kurskRules();
});

const options = (use: RoomInUse) => use.view.vote?.options ?? use.view.negotiation?.options ?? [];

/** A room whose first vote is counted and revealed: hands per option, in their order. */
function revealed(hands: readonly number[], setup = {}): RoomInUse {
  const use = new RoomInUse(rules, setup).pressTo('vote');
  const chosen = Object.fromEntries(hands.map((count, index) => [options(use)[index] ?? '', count]));
  return use.do(
    { type: 'hands.count', hands: { chosen, cannotSay: 1, predicted: undefined } },
    { type: 'vote.seal' },
    { type: 'vote.reveal' },
  );
}

describe('opening a room', () => {
  test.each([
    ['nobody', { people: 0 }],
    ['half a person', { people: 1.5 }],
    ['one side for both tables', { sides: ['UKR', 'UKR'] as const }],
    ['a side that is not there', { sides: ['UKR', 'MOON'] as const }],
    ['a branch that is not there', { branch: 'table.moon' }],
    ['a seed that is no number', { seed: Number.NaN }],
  ])('is refused for %s', (_, change) => {
    const asked = { room: 'r', seat: FACILITATOR, command: 'c', now: 0 };
    const setup = { ...SETUP, ...change };
    expect(applyCommand(rules, undefined, { type: 'room.open', setup }, asked)).toEqual({
      ok: false,
      code: 'bad-value',
    });
  });

  test('is done once, and a command that has not seen the latest event is stale', () => {
    const use = new RoomInUse(rules);
    expect(use.ask({ type: 'room.open', setup: SETUP })).toBe('not-now');
    const asked = { room: 'room', seat: FACILITATOR, command: 'late', now: 0, seen: -1 };
    expect(applyCommand(rules, use.room, { type: 'briefing.begin' }, asked)).toEqual({ ok: false, code: 'stale' });
  });
});

describe('a vote', () => {
  test('is played as most hands say, and the record says so', () => {
    const use = revealed([2, 5, 1]).do({ type: 'decision.follow' });
    expect(use.view.rounds[0]?.decisions[0]).toMatchObject({ move: 'ceasefire.reply.conditional', by: 'plurality' });
    expect(use.view.negotiation?.line).toEqual(['table.ceasefire', 'ceasefire.reply.conditional']);
  });

  test('that is level is decided by a runoff between the level options alone', () => {
    const use = revealed([4, 1, 4]);
    expect(use.ask({ type: 'decision.follow' })).toBe('tie');
    use.do({ type: 'runoff.open' });
    expect(options(use)).toEqual(['ceasefire.reply.accept', 'ceasefire.reply.stall']);
    expect(use.ask({ type: 'hands.add', column: 'chosen', move: 'ceasefire.reply.reject', by: 1 })).toBe('bad-count');
    use.do(
      { type: 'hands.set', column: 'chosen', move: 'ceasefire.reply.stall', count: 5 },
      { type: 'hands.add', column: 'cannotSay', by: 1 },
      { type: 'vote.seal' },
      { type: 'vote.reveal' },
      { type: 'decision.follow' },
    );
    expect(use.view.rounds[0]?.decisions[0]).toMatchObject({ move: 'ceasefire.reply.stall', by: 'runoff' });
    expect(use.view.rounds[0]?.decisions[0]?.votes).toHaveLength(2);
  });

  test('that is not level has no runoff, and one without hands has no leader', () => {
    expect(revealed([4, 1]).ask({ type: 'runoff.open' })).toBe('no-tie');
    const silent = revealed([0, 0]);
    expect(silent.view.next).toEqual({ ready: false, wait: 'noLeader' });
    expect(silent.ask({ type: 'decision.follow' })).toBe('no-leader');
  });

  test('is overridden with a reason, and never without', () => {
    const use = revealed([4, 1]);
    for (const reason of ['', '  \n'])
      expect(use.ask({ type: 'decision.override', move: 'ceasefire.reply.reject', reason })).toBe('reason-missing');
    expect(use.ask({ type: 'decision.override', move: 'ceasefire.terms.open', reason: 'because' })).toBe('not-open');
    use.do({ type: 'decision.override', move: 'ceasefire.reply.reject', reason: ' because ' });
    expect(use.view.rounds[0]?.decisions[0]).toMatchObject({ by: 'override', reason: 'because' });
  });

  test('is not revealed before it is counted or waived; what was waived is agreed in words', () => {
    const use = new RoomInUse(rules).pressTo('sealed');
    expect(use.ask({ type: 'vote.reveal' })).toBe('not-counted');
    use.do({ type: 'hands.waive' }, { type: 'vote.reveal' });
    expect(use.ask({ type: 'decision.follow' })).toBe('no-leader');
    use.do({ type: 'decision.agree', move: 'ceasefire.reply.stall' });
    expect(use.view.rounds[0]?.decisions[0]?.by).toBe('agreed');
  });

  test('can be taken again after talking, and the first count stays for comparison', () => {
    const use = revealed([4, 1]).do({ type: 'discussion.open' }, { type: 'vote.open' });
    use.do({ type: 'hands.set', column: 'chosen', move: 'ceasefire.reply.conditional', count: 5 });
    use.do({ type: 'vote.seal' }, { type: 'vote.reveal' });
    const view = viewFor({ role: 'projector' }, rules, use.room);
    const votes = view.screen === 'live' && view.scene.phase === 'reveal' ? view.scene.votes : [];
    expect(votes.map(({ kind, tally }) => [kind, tally?.leading])).toEqual([
      ['first', ['ceasefire.reply.accept']],
      ['again', ['ceasefire.reply.conditional']],
    ]);
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_000])('counts no %s hands', (count) => {
    const use = new RoomInUse(rules).pressTo('vote');
    expect(use.ask({ type: 'hands.set', column: 'cannotSay', count })).toBe('bad-count');
  });

  test('says who predicted it: hands that were raised before, for what was then played', () => {
    const use = new RoomInUse(rules)
      .pressTo('vote')
      .do(
        { type: 'hands.set', column: 'predicted', move: 'ceasefire.reply.accept', count: 4 },
        { type: 'hands.set', column: 'predicted', move: 'ceasefire.reply.reject', count: 2 },
        { type: 'hands.set', column: 'chosen', move: 'ceasefire.reply.reject', count: 6 },
        { type: 'vote.seal' },
        { type: 'vote.reveal' },
        { type: 'decision.follow' },
      );
    const view = viewFor({ role: 'projector' }, rules, use.room);
    const decision = view.screen === 'live' && view.scene.phase === 'consequence' ? view.scene.decision : undefined;
    expect(decision?.votes[0]?.tally).toMatchObject({ predictions: 6, leading: ['ceasefire.reply.reject'] });
    expect(decision?.votes[0]?.tally?.rows.find(({ move }) => move === decision.move)?.predicted).toBe(2);
  });
});

describe('the way through the negotiation', () => {
  test('the short cut’s decisions are put to the room, up to the plan’s number; the others are the facilitator’s', () => {
    for (const branch of ['table.ceasefire', 'table.surrender-demand', 'table.withdrawal']) {
      const use = new RoomInUse(rules, { branch }).pressTo('compare');
      const [round] = use.view.rounds;
      const put = round?.decisions.filter(({ votes }) => votes.length > 0) ?? [];
      expect(put.length).toBeGreaterThan(0);
      expect(put.length).toBeLessThanOrEqual(3);
      for (const { line } of put) {
        const state = placeOf(rules, line)?.state ?? '';
        expect(rules.scenario.shortcuts?.[state.split('.')[0] ?? '']).toContain(state);
      }
      expect(use.view.negotiation?.ended).toBe(true);
    }
  });

  test('where chance decides nobody is asked: it is chosen, or drawn by a lot that is the same every time', () => {
    const chance = placedStates(rules.scenario).find(({ state }) => isDecision(state) && isChance(state));
    expect(chance).toBeDefined();
    const use = new RoomInUse(rules, { branch: 'table.surrender-demand', plan: 'hour' });
    use.pressTo('present');
    for (
      let presses = 0;
      presses < 100 && !(use.view.phase === 'present' && use.view.negotiation?.chance);
      presses += 1
    )
      use.press();
    expect(use.view.next).toEqual({ ready: false, wait: 'chance' });
    const line = presentRound(use.room)?.line ?? [];
    const open = options(use);
    use.do({ type: 'decision.draw' });
    const expected = open[Math.floor(uniform(SETUP.seed, 'lot/1', line.length) * open.length)];
    expect(use.view.rounds[0]?.decisions.at(-1)).toMatchObject({ by: 'lot', move: expected });
    use.do({ type: 'undo' }, { type: 'decision.draw' });
    expect(use.view.rounds[0]?.decisions.at(-1)?.move).toBe(expected);
    use.do({ type: 'undo' }, { type: 'decision.play', move: open[1] ?? '' });
    expect(use.view.rounds[0]?.decisions.at(-1)?.by).toBe('chosen');
  });

  test('no move is played that the negotiation does not allow, and none past its end', () => {
    const use = new RoomInUse(rules).pressTo('present');
    expect(use.ask({ type: 'decision.play', move: 'ceasefire.dayThirty.talks' })).toBe('not-open');
    use.pressTo('consequence');
    while (use.view.negotiation?.ended !== true) use.press();
    expect(use.view.phase).toBe('consequence');
    expect(use.ask({ type: 'decision.next' })).toBe('ended');
  });

  test('conditions are set before a round, and every round begins with them', () => {
    const use = new RoomInUse(rules, { plan: 'hour' }).pressTo('conditions');
    use.do(
      { type: 'condition.set', shock: 'shock.usAid.flowing' },
      { type: 'condition.set', shock: 'shock.usAid.frozen' },
    );
    expect(use.view.conditions).toEqual(['shock.usAid.frozen']);
    expect(use.ask({ type: 'condition.set', shock: 'shock.usAid.nowhere' })).toBe('not-open');
    use.pressTo('swap').pressTo('present');
    expect(use.view.rounds.map(({ line }) => line.slice(0, 2))).toEqual([
      ['shock.usAid.frozen', 'table.ceasefire'],
      ['shock.usAid.frozen', 'table.ceasefire'],
    ]);
    const back = new RoomInUse(rules, { plan: 'hour' }).pressTo('conditions');
    back.do(
      { type: 'condition.set', shock: 'shock.usAid.frozen' },
      { type: 'condition.set', shock: 'shock.usAid.resuming' },
    );
    expect(back.view.conditions).toEqual([]);
  });

  test('another branch can be chosen for the next round, and the big button begins it', () => {
    const use = new RoomInUse(rules, { plan: 'hour' }).pressTo('swap');
    expect(use.ask({ type: 'branch.choose', branch: 'table.moon' })).toBe('not-open');
    use.do({ type: 'branch.choose', branch: 'table.withdrawal' }).pressTo('present');
    expect(use.view.rounds.map(({ line }) => line[0])).toEqual(['table.ceasefire', 'table.withdrawal']);
  });

  test('sides are swapped between rounds, and taken back by a step back', () => {
    const use = new RoomInUse(rules, { plan: 'hour' }).pressTo('swap');
    expect(use.view.sides).toEqual(['RUS', 'UKR']);
    use.do({ type: 'step.back' });
    expect(use.view.sides).toEqual(['UKR', 'RUS']);
    use.pressTo('swap').pressTo('present');
    expect(use.view.rounds.map(({ sides }) => sides)).toEqual([
      ['UKR', 'RUS'],
      ['RUS', 'UKR'],
    ]);
    const view = viewFor({ role: 'projector' }, rules, use.room);
    expect(view.screen === 'live' && 'earlier' in view.scene ? view.scene.earlier.length : 0).toBe(1);
  });

  test('all together swap nothing: round 2 follows round 1', () => {
    const use = new RoomInUse(rules, { plan: 'hour', seating: 'together' }).pressTo('consequence');
    while (use.view.rounds.length < 2 && use.press()) expect(use.view.phase).not.toBe('swap');
    expect(use.view.phase).toBe('present');
  });

  test('a card that leaves the question as it was leads back to the count; a line goes on with it', () => {
    const use = new RoomInUse(rules).pressTo('vote');
    use.do({ type: 'hands.set', column: 'chosen', move: 'ceasefire.reply.accept', count: 3 });
    use.do({ type: 'inject.open', shock: 'shock.usAid.frozen' }, { type: 'inject.fire', shock: 'shock.usAid.frozen' });
    expect(use.ask({ type: 'inject.fire', shock: 'shock.usAid.flowing' })).toBe('not-open');
    use.do({ type: 'inject.return' });
    expect(use.view.phase).toBe('vote');
    expect(use.view.vote?.hands).toMatchObject({ chosen: { 'ceasefire.reply.accept': 3 } });
    expect(use.view.negotiation?.line).toEqual(['table.ceasefire', 'shock.usAid.frozen']);
    use.do({ type: 'vote.seal' }, { type: 'vote.reveal' }, { type: 'decision.follow' });
    expect(use.view.rounds[0]?.decisions[0]?.line).toEqual(['table.ceasefire', 'shock.usAid.frozen']);
  });

  test('a card that is held changes nothing', () => {
    const use = new RoomInUse(rules).pressTo('discuss');
    const line = use.view.negotiation?.line;
    use.do({ type: 'inject.open', shock: 'shock.usAid.frozen' }, { type: 'inject.return' });
    expect([use.view.phase, use.view.negotiation?.line]).toEqual(['discuss', line]);
  });

  test('a step back from what a decision did takes it back, but not where a card came after it', () => {
    const use = new RoomInUse(rules).pressTo('consequence');
    use.do({ type: 'step.back' });
    expect([use.view.phase, use.view.negotiation?.line]).toEqual(['reveal', ['table.ceasefire']]);
    expect(use.view.vote?.revealed).toBe(true);
    use.do({ type: 'decision.follow' }, { type: 'inject.open', shock: 'shock.usAid.frozen' });
    use.do({ type: 'inject.fire', shock: 'shock.usAid.frozen' }, { type: 'inject.return' });
    expect(use.ask({ type: 'step.back' })).toBe('undo-instead');
  });

  test('looking back and going another way keeps the line that was left, with its votes', () => {
    const use = new RoomInUse(rules).pressTo('consequence').do({ type: 'decision.next' }).pressTo('consequence');
    const left = use.view.negotiation?.line ?? [];
    expect(use.ask({ type: 'line.rewind', length: 0 })).toBe('bad-value');
    expect(use.ask({ type: 'line.rewind', length: left.length })).toBe('bad-value');
    use.do({ type: 'line.rewind', length: 1 }, { type: 'line.fork' });
    const [round] = use.view.rounds;
    expect(round?.line).toEqual(['table.ceasefire']);
    expect(round?.forks).toMatchObject([{ line: left }]);
    expect(round?.forks[0]?.decisions).toHaveLength(2);
    expect(use.ask({ type: 'step.back' })).toBe('not-now');
    use.do({ type: 'decision.play', move: 'ceasefire.reply.reject' }, { type: 'compare.begin' });
    expect(use.view.compared.map(({ kind }) => kind)).toEqual(['round', 'fork']);
  });
});

describe('time', () => {
  test('is a deadline: paused, extended and ended; running out does nothing', () => {
    const use = new RoomInUse(rules).pressTo('discuss');
    const left = () => Math.round((timeLeft(use.room.timer, use.now) ?? -1000) / 1000);
    expect(left()).toBe(60);
    use.now += 20_000;
    use.do({ type: 'timer.pause' });
    use.now += 500_000;
    expect(left()).toBe(40);
    use.do({ type: 'timer.resume' }, { type: 'timer.extend', minutes: 1 });
    expect(left()).toBe(100);
    use.now += 400_000;
    expect([left(), use.view.phase]).toEqual([0, 'discuss']);
    // What is added after it ran out counts from now.
    use.do({ type: 'timer.extend', minutes: 5 });
    expect(left()).toBe(300);
    use.do({ type: 'timer.end' });
    expect(use.room.timer).toEqual({ state: 'off' });
    expect(use.ask({ type: 'timer.extend', minutes: 1 })).toBe('not-now');
  });

  test('an event of the log is written as it was asked: seat, command and clock', () => {
    const use = new RoomInUse(rules);
    use.now = 42;
    use.do({ type: 'briefing.begin' });
    expect(use.log.at(-1)).toEqual({
      room: 'room',
      seq: 1,
      command: 'c1',
      by: 'facilitator',
      at: 42,
      deeds: [{ type: 'briefing.begin' }],
    });
    expect(foldRoom(undefined, use.log)?.seq).toBe(1);
  });
});
