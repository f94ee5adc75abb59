import { createActor } from 'xstate';
import type { MoveId } from '../src/domain/identifier.ts';
import type { NegotiationMachine, NegotiationSnapshot } from './negotiation.ts';

type Scope = Parameters<NegotiationMachine['transition']>[2];

const scopes = new WeakMap<NegotiationMachine, Scope>();
const nothing = () => {};

/** The surroundings that XState asks for; nothing in our chart uses them, since it has no effects, timers or services. */
function scopeOf(machine: NegotiationMachine): Scope {
  const known = scopes.get(machine);
  if (known !== undefined) return known;
  const self = createActor(machine);
  const scope: Scope = {
    self,
    system: self.system,
    id: self.id,
    sessionId: self.sessionId,
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  };
  scopes.set(machine, scope);
  return scope;
}

/**
 * The snapshot after a move or shock that is open, as XState's own `transition` gives it, which makes an actor for every call and so
 * spends more than half of an unfolding on them.
 */
export const step = (machine: NegotiationMachine, snapshot: NegotiationSnapshot, move: MoveId): NegotiationSnapshot =>
  machine.transition(snapshot, { type: move }, scopeOf(machine));
