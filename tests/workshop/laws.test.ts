import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { agendaOf } from '../../src/workshop/agenda.ts';
import type { RoomCommand } from '../../src/workshop/command.ts';
import { REFUSALS } from '../../src/workshop/command.ts';
import { foldRoom } from '../../src/workshop/foldRoom.ts';
import { DEBRIEF_SHARE, PLANS } from '../../src/workshop/plans.ts';
import { presentVote } from '../../src/workshop/room.ts';
import type { RoomRules } from '../../src/workshop/rules.ts';
import { viewFor } from '../../src/workshop/viewFor.ts';
import { anyCommand, kurskRules, RoomInUse, SECRET_HANDS, SECRET_TEXT } from '../support/rooms.ts';

let rules: RoomRules;
beforeAll(async () => {
  rules = await kurskRules();
});

const RUNS = { numRuns: 50, seed: 1 };
/** Presses of the big button first, so that the commands meet rooms in every phase; then anything. */
const commands = () => fc.tuple(fc.nat({ max: 30 }), fc.array(anyCommand(rules), { minLength: 1, maxLength: 40 }));
type Commands = ReturnType<typeof commands> extends fc.Arbitrary<infer Value> ? Value : never;

/** A room after some commands, with a look at it after each. */
function played(
  [presses, asked]: Commands,
  look: (use: RoomInUse, command: RoomCommand, code: string | undefined) => void = () => {},
  plan = 'hour',
): RoomInUse {
  const use = new RoomInUse(rules, { plan });
  for (let press = 0; press < presses; press += 1) use.press();
  for (const make of asked) {
    const command = make(use.view);
    use.now += 20_000;
    look(use, command, use.ask(command));
  }
  return use;
}

describe('a room is a fold over its log', () => {
  test('any commands in any order come to events or to a refusal with a known code, and never to a fault', () => {
    const done = new Set<string>();
    const refused = new Set<string>();
    fc.assert(
      fc.property(commands(), (asked) => {
        played(asked, (_, command, code) => {
          if (code === undefined) done.add(command.type);
          else refused.add(code);
        });
      }),
      { ...RUNS, numRuns: 150 },
    );
    for (const code of refused) expect(REFUSALS).toContain(code);
    // The property is worth something only where rooms went far.
    for (const type of ['decision.follow', 'line.fork', 'inject.return', 'debrief.begin', 'undo'])
      expect(done).toContain(type);
    expect(refused.size).toBeGreaterThan(6);
  });

  test('the same log gives the same room, all at once or event by event, also through JSON', () => {
    fc.assert(
      fc.property(commands(), (asked) => {
        const { log, room } = played(asked);
        const again = foldRoom(undefined, JSON.parse(JSON.stringify(log)) as typeof log);
        if (again === undefined) throw new Error('no room');
        expect(JSON.stringify(viewFor({ role: 'facilitator' }, rules, again))).toBe(
          JSON.stringify(viewFor({ role: 'facilitator' }, rules, room)),
        );
      }),
      RUNS,
    );
  });

  test('undo brings back what every seat saw before, and redo what it saw after', () => {
    fc.assert(
      fc.property(commands(), anyCommand(rules), (asked, make) => {
        const use = played(asked);
        const command = make(use.view);
        if (command.type === 'undo' || command.type === 'redo') return;
        const seen = () => {
          const { canUndo: _, canRedo: __, ...view } = use.view;
          return JSON.stringify([view, viewFor({ role: 'projector' }, rules, use.room)]);
        };
        const before = seen();
        if (use.ask(command) !== undefined) return;
        const after = seen();
        use.do({ type: 'undo' });
        expect(seen()).toBe(before);
        use.do({ type: 'redo' });
        expect(seen()).toBe(after);
      }),
      { ...RUNS, numRuns: 80 },
    );
  });

  test('a log with a gap, or one that does not begin with the opening, is refused as a whole', () => {
    const { log } = new RoomInUse(rules).do(
      { type: 'briefing.begin' },
      { type: 'round.begin', branch: 'table.ceasefire' },
    );
    expect(() => foldRoom(undefined, log.slice(1))).toThrow(RangeError);
    expect(() => foldRoom(undefined, [...log.slice(0, 1), ...log.slice(2)])).toThrow(RangeError);
    expect(log.map(({ seq }) => seq)).toEqual([0, 1, 2]);
  });
});

describe('what the projector may know', () => {
  test('no count and no note is in its view before the reveal, whatever was done', () => {
    let sealed = 0;
    fc.assert(
      fc.property(commands(), (asked) => {
        played(asked, (use) => {
          const view = JSON.stringify(viewFor({ role: 'projector' }, rules, use.room));
          expect(view).not.toContain(SECRET_TEXT);
          const vote = presentVote(use.room);
          if (vote === undefined || vote.revealed || vote.hands === undefined) return;
          sealed += 1;
          // Votes of earlier decisions were revealed and are not part of a question's scene.
          for (const hands of SECRET_HANDS) expect(view).not.toContain(String(hands));
        });
      }),
      { ...RUNS, numRuns: 80 },
    );
    expect(sealed).toBeGreaterThan(50);
  });

  test('a count that is entered changes nothing that it is shown', () => {
    const use = new RoomInUse(rules).pressTo('vote');
    const before = viewFor({ role: 'projector' }, rules, use.room);
    const [first = ''] = use.view.vote?.options ?? [];
    use.do({ type: 'hands.count', hands: { chosen: { [first]: 9 }, cannotSay: 0, predicted: undefined } });
    expect(viewFor({ role: 'projector' }, rules, use.room)).toEqual(before);
  });

  test('what comes next is in its view only where the facilitator shows it', () => {
    fc.assert(
      fc.property(commands(), (asked) => {
        played(asked, (use) => {
          const view = viewFor({ role: 'projector' }, rules, use.room);
          if (use.room.nextHidden && view.screen === 'live') expect(view.next).toBeUndefined();
        });
      }),
      RUNS,
    );
    const use = new RoomInUse(rules).do({ type: 'briefing.begin' }, { type: 'next.hide', hidden: false });
    expect(viewFor({ role: 'projector' }, rules, use.room)).toMatchObject({ next: { kind: 'round', number: 1 } });
  });

  test('a blank screen says nothing else', () => {
    const use = new RoomInUse(rules).pressTo('reveal').do({ type: 'screen.blank' });
    expect(viewFor({ role: 'projector' }, rules, use.room)).toEqual({ dark: true, screen: 'blank' });
  });

  test('its seat asks for nothing', () => {
    const use = new RoomInUse(rules);
    expect(use.ask({ type: 'briefing.begin' }, { role: 'projector' })).toBe('not-allowed');
  });
});

describe('the agenda protects the debrief', () => {
  test.each(PLANS)(
    'in the plan of $minutes minutes it has a fifth of the time, and the parts fill the plan',
    (plan) => {
      const minutes = plan.parts.reduce((sum, part) => sum + part.minutes, 0);
      expect(minutes).toBe(plan.minutes);
      const debrief = plan.parts.find(({ kind }) => kind === 'debrief')?.minutes ?? 0;
      expect(debrief / plan.minutes).toBeGreaterThanOrEqual(DEBRIEF_SHARE);
    },
  );

  test('it keeps its minutes whatever happens and however long anything takes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PLANS),
        fc.array(fc.tuple(anyCommand(rules), fc.nat({ max: 40 })), { maxLength: 40 }),
        (plan, asked) => {
          const use = new RoomInUse(rules, { plan: plan.id });
          for (const [make, minutes] of asked) {
            use.now += minutes * 60_000;
            use.ask(make(use.view));
            const { items, planned, left, late } = agendaOf(use.view.agenda, use.now);
            const debrief = items.find(({ kind }) => kind === 'debrief');
            expect(debrief?.state === 'done' || (debrief?.due ?? 0) >= (debrief?.planned ?? 1)).toBe(true);
            for (const { due, spent } of items) expect(due).toBeGreaterThanOrEqual(spent - 1e-9);
            const spent = items.reduce((sum, item) => sum + item.spent, 0);
            expect(late).toBeCloseTo(Math.max(0, spent + left - planned));
          }
        },
      ),
      RUNS,
    );
  });

  test('what round 1 overruns is taken from round 2 first', () => {
    const use = new RoomInUse(rules, { plan: 'hour' }).do(
      { type: 'briefing.begin' },
      { type: 'round.begin', branch: 'table.ceasefire' },
    );
    use.now += (15 + 5 + 5 + 4) * 60_000;
    const { items, late } = agendaOf(use.view.agenda, use.now);
    expect(items.map(({ kind, due }) => [kind, Math.round(due)])).toEqual([
      ['briefing', 0],
      ['conditions', 0],
      ['round', 29],
      ['swap', 2],
      ['round', 6],
      ['compare', 8],
      ['debrief', 15],
    ]);
    expect(late).toBe(0);
    use.now += 30 * 60_000;
    const later = agendaOf(use.view.agenda, use.now);
    expect(later.items.at(-1)?.due).toBe(15);
    expect(Math.round(later.late)).toBe(14);
  });
});
