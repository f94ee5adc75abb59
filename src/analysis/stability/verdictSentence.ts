import type { Conflict } from '../../domain/conflict.ts';
import type { Vulnerability } from './coalitions.ts';
import type { Step } from './searcher.ts';
import type { Temptation, Verdict } from './verdict.ts';

/** Several things in a sentence: “one, two and three”. */
const inWords = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** What somebody does by a move, as what follows “does not”: by the options that change, or by the state it leads to. */
function moveInWords({ states, options, taken }: Conflict, mover: number, from: number, to: number): string {
  const changes = options.flatMap(({ owner, label }, option) => {
    const [before, after] = [taken[from]?.[option], taken[to]?.[option]];
    if (owner !== mover || before === after || after === undefined) return [];
    return after || before === true ? [`${after ? 'take up' : 'give up'} “${label}”`] : [];
  });
  return changes.length === 0 ? `move to ${states[to]}` : `${inWords(changes)} (${states[to]})`;
}

/** A sequence of moves: “Iraq would take up “attack” (s6), then …”. */
function stepsInWords(conflict: Conflict, from: number, steps: readonly Step[], verb: string): string {
  let at = from;
  return steps
    .map(({ mover, to }) => {
      const words = `${conflict.decisionMakers[mover]} ${verb} ${moveInWords(conflict, mover, at, to)}`;
      at = to;
      return words;
    })
    .join(', then ');
}

function heldBack(conflict: Conflict, { decisionMaker, concept, state }: Verdict, { to, answer }: Temptation): string {
  const name = conflict.decisionMakers[decisionMaker];
  const answered = stepsInWords(conflict, to, answer ?? [], concept === 'seq' ? 'would' : 'could');
  const own = concept === 'seq' ? ', each move to the good of who makes it' : '';
  const stuck = concept === 'smr' ? `, and ${name} could not get away from that` : '';
  const deed = moveInWords(conflict, decisionMaker, state, to);
  return `does not ${deed}, because then ${answered}${own}; that is no better for ${name} than ${conflict.states[state]}${stuck}`;
}

function notHeldBack(
  conflict: Conflict,
  { decisionMaker, concept, state }: Verdict,
  { to, lesser }: Temptation,
): string {
  const name = conflict.decisionMakers[decisionMaker];
  const tempted = `it prefers to ${moveInWords(conflict, decisionMaker, state, to)}`;
  if (concept === 'nash') return tempted;
  if (lesser === undefined) return `${tempted}, and nobody can answer so that it ends no better off`;
  const answered = stepsInWords(conflict, to, lesser.answer, 'could');
  const end = lesser.answer.at(-1)?.to ?? to;
  if (lesser.escape !== undefined)
    return `${tempted}; ${answered}, but ${name} could then ${moveInWords(conflict, decisionMaker, end, lesser.escape)}, which it prefers to ${conflict.states[state]}`;
  return `${tempted}; ${answered}, but somebody would move against its own interest there`;
}

/** A verdict and its reason: “Syria stays at s1 (seq): it does not escalate, because then Iraq would attack; …”. */
export function verdictSentence(conflict: Conflict, verdict: Verdict): string {
  const { decisionMaker, concept, state, stable, temptations } = verdict;
  const [name, id] = [conflict.decisionMakers[decisionMaker], conflict.states[state]];
  if (temptations.length === 0)
    return `${name} stays at ${id} (${concept}): no move of its own leads to what it prefers.`;
  if (!stable) {
    const free = temptations.filter(({ answer }) => answer === undefined).slice(0, 1);
    return `${name} does not stay at ${id} (${concept}): ${free.map((one) => notHeldBack(conflict, verdict, one)).join('')}.`;
  }
  const reasons = temptations.map((one) => heldBack(conflict, verdict, one));
  return `${name} stays at ${id} (${concept}): it ${reasons.join('. It ')}.`;
}

/** What a coalition could do about an equilibrium, in words. */
export function vulnerabilitySentence(conflict: Conflict, { concept, from, to, members, path }: Vulnerability): string {
  const names = inWords(members.map((member) => conflict.decisionMakers[member] ?? ''));
  const moves = stepsInWords(conflict, from, path, 'would');
  const { states } = conflict;
  return `${names} could leave ${states[from]} together for ${states[to]}, another equilibrium (${concept}) that each of them prefers: ${moves}.`;
}
