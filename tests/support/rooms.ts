import fc from 'fast-check';
import { requireScenario } from '../../cli/loadScenario.ts';
import { negotiation } from '../../machines/negotiation.ts';
import { lineReader } from '../../machines/stepping.ts';
import type { RoomSetup } from '../../machines/workshopDeed.ts';
import { applyCommand } from '../../src/workshop/applyCommand.ts';
import type { RefusalCode, RoomCommand } from '../../src/workshop/command.ts';
import { foldRoom } from '../../src/workshop/foldRoom.ts';
import type { Room, RoomEvent, Seat } from '../../src/workshop/room.ts';
import type { RoomRules } from '../../src/workshop/rules.ts';
import { type FacilitatorView, viewFor } from '../../src/workshop/viewFor.ts';

const FACILITATOR: Seat = { role: 'facilitator' };

/** The rules of the Kursk scenario. */
export async function kurskRules(): Promise<RoomRules> {
  const scenario = await requireScenario(new URL('../../scenarios/kursk-2025', import.meta.url).pathname);
  return { scenario, read: lineReader(negotiation(scenario)) };
}

const SETUP: RoomSetup = {
  scenario: { id: 'kursk-2025', stamp: 'kursk-2025@1.0.0.abc' },
  plan: 'short',
  people: 12,
  seating: 'tables',
  sides: ['UKR', 'RUS'],
  branch: 'table.ceasefire',
  predict: true,
  seed: 7,
};

/** A room in use: what it logged, what it refused, and a clock that a test moves. */
export class RoomInUse {
  readonly rules: RoomRules;
  readonly log: RoomEvent[] = [];
  now = 1_000_000;
  #room: Room | undefined;

  constructor(rules: RoomRules, setup: Partial<RoomSetup> = {}) {
    this.rules = rules;
    this.ask({ type: 'room.open', setup: { ...SETUP, ...setup } });
  }

  get room(): Room {
    if (this.#room === undefined) throw new Error('the room did not open');
    return this.#room;
  }

  get view(): FacilitatorView {
    return viewFor({ role: 'facilitator' }, this.rules, this.room);
  }

  /** Asks; undefined where it was done, else why not. */
  ask(command: RoomCommand, seat = FACILITATOR): RefusalCode | undefined {
    const asked = { room: 'room', seat, command: `c${this.log.length}`, now: this.now };
    const applied = applyCommand(this.rules, this.#room, command, asked);
    if (!applied.ok) return applied.code;
    this.log.push(applied.event);
    this.#room = foldRoom(this.#room, [applied.event]);
    return undefined;
  }

  /** Asks for several things, each of which must be done. */
  do(...commands: readonly RoomCommand[]): this {
    for (const command of commands) {
      const code = this.ask(command);
      if (code !== undefined) throw new Error(`${command.type} was refused at ${this.view.phase}: ${code}`);
    }
    return this;
  }

  /** Presses the one big button, counting hands for the first option or playing the first move where it waits for that. */
  press(): boolean {
    const { next, vote, negotiation: talks } = this.view;
    const first = (vote?.options ?? talks?.options ?? [])[0] ?? '';
    if (next.ready) {
      this.do(next.command);
      return true;
    }
    switch (next.wait) {
      case 'play':
      case 'chance':
        this.do({ type: 'decision.play', move: first });
        return true;
      case 'count':
        this.do({ type: 'hands.count', hands: { chosen: { [first]: 7 }, cannotSay: 1, predicted: undefined } });
        return true;
      case 'agree':
        this.do({ type: 'decision.agree', move: first });
        return true;
      case 'noLeader':
        this.do({ type: 'decision.override', move: first, reason: 'nobody raised a hand' });
        return true;
      case 'shock':
        this.do({ type: 'inject.return' });
        return true;
      case 'done':
        return false;
      default:
        return next.wait satisfies never;
    }
  }

  /** Presses until a phase is reached; throws where it never is. */
  pressTo(phase: FacilitatorView['phase']): this {
    for (let presses = 0; presses < 200; presses += 1) {
      if (this.view.phase === phase) return this;
      if (!this.press()) break;
    }
    throw new Error(`the room never came to ${phase}`);
  }
}

/** Hands that no other number in a room can be mistaken for: a test looks for them where they must not be. */
export const SECRET_HANDS = [3301, 3302, 3303, 3304] as const;
export const SECRET_TEXT = 'for-the-facilitator-alone';

/** Any command that a screen could send, and many that none would: options by their place among those that are open. */
export function anyCommand(rules: RoomRules): fc.Arbitrary<(view: FacilitatorView | undefined) => RoomCommand> {
  const { scenario } = rules;
  const shocks = Object.entries(scenario.conditions).flatMap(([condition, { states }]) =>
    Object.keys(states).map((state) => `shock.${condition}.${state}`),
  );
  const branch = fc.constantFrom(...Object.keys(scenario.table.on).map((key) => `table.${key}`), 'table.nowhere');
  const shock = fc.constantFrom(...shocks, 'shock.nothing.at-all');
  const at = fc.nat({ max: 4 });
  const pick = (view: FacilitatorView | undefined, index: number): string =>
    (view?.vote?.options ?? view?.negotiation?.options ?? [])[index] ?? 'no.such.move';
  const always = (command: RoomCommand) => () => command;
  const plain = fc.constantFrom<RoomCommand['type']>(
    'briefing.begin',
    'conditions.begin',
    'vote.void',
    'vote.seal',
    'vote.reopen',
    'vote.reveal',
    'hands.waive',
    'line.keep',
    'sides.swap',
    'compare.begin',
    'debrief.begin',
    'room.close',
    'room.reopen',
    'step.back',
    'door.lock',
    'door.open',
    'screen.blank',
    'screen.show',
    'timer.end',
    'discussion.open',
    'vote.open',
    'runoff.open',
    'decision.follow',
    'decision.draw',
    'decision.next',
    'inject.return',
    'line.fork',
    'part.skip',
    'timer.pause',
    'timer.resume',
    'undo',
    'redo',
  );
  const next = fc.constant(
    (view: FacilitatorView | undefined): RoomCommand =>
      view?.next.ready === true ? view.next.command : { type: 'decision.play', move: pick(view, 0) },
  );
  const count = fc.tuple(fc.constantFrom(...SECRET_HANDS), fc.constantFrom(...SECRET_HANDS), fc.boolean()).map(
    ([one, other, known]) =>
      (view: FacilitatorView | undefined): RoomCommand => ({
        type: 'hands.count',
        hands: {
          chosen: { [known ? pick(view, 0) : 'no.such.move']: one, [pick(view, 1)]: other },
          cannotSay: 0,
          predicted: { [pick(view, 0)]: other },
        },
      }),
  );
  return fc.oneof(
    { weight: 14, arbitrary: next },
    { weight: 4, arbitrary: plain.map((type) => always({ type } as RoomCommand)) },
    { weight: 8, arbitrary: count },
    {
      weight: 10,
      arbitrary: fc.oneof(
        branch.map((move) => always({ type: 'round.begin', branch: move })),
        shock.map((id) => always({ type: 'condition.set', shock: id })),
        shock.map((id) => always({ type: 'inject.open', shock: id })),
        shock.map((id) => always({ type: 'inject.fire', shock: id })),
        at.map(
          (index) =>
            (view: FacilitatorView | undefined): RoomCommand => ({ type: 'decision.play', move: pick(view, index) }),
        ),
        at.map(
          (index) =>
            (view: FacilitatorView | undefined): RoomCommand => ({ type: 'decision.agree', move: pick(view, index) }),
        ),
        fc.tuple(at, fc.constantFrom('', '  ', 'a reason')).map(
          ([index, reason]) =>
            (view: FacilitatorView | undefined): RoomCommand => ({
              type: 'decision.override',
              move: pick(view, index),
              reason,
            }),
        ),
        {
          weight: 5,
          arbitrary: fc.integer({ min: -1, max: 6 }).map(
            (short) =>
              (view: FacilitatorView | undefined): RoomCommand => ({
                type: 'line.rewind',
                length: (view?.negotiation?.line.length ?? 0) - short,
              }),
          ),
        },
        fc.constant(always({ type: 'line.fork' })),
        fc.constant(always({ type: 'inject.return' })),
        fc.tuple(at, at).map(([first, second]) => always({ type: 'compare.pick', first, second })),
        fc.integer({ min: -1, max: 7 }).map((prompt) => always({ type: 'prompt.show', prompt })),
        fc.double().map((people) => always({ type: 'people.count', people })),
        fc.double().map((minutes) => always({ type: 'timer.extend', minutes })),
        fc.integer({ min: 0, max: 200 }).map((minutes) => always({ type: 'timer.start', minutes })),
        fc.boolean().map((hidden) => always({ type: 'next.hide', hidden })),
        fc.boolean().map((hidden) => always({ type: 'timer.hide', hidden })),
        fc.boolean().map((dark) => always({ type: 'screen.theme', dark })),
        fc.constant(always({ type: 'note.write', about: 'happened', text: SECRET_TEXT })),
      ),
    },
  );
}
