import type { GameLabels, GameTree } from '../../domain/gameTree.ts';
import type { LocatedProblem } from '../locatedProblem.ts';
import { EfgCursor } from './efgCursor.ts';
import { takeHead } from './efgHead.ts';
import { tidyLabel } from './efgLabel.ts';
import { EfgMoves, type MoveSet } from './efgMoves.ts';
import { EfgNodes } from './efgNodes.ts';
import { EfgOutcomes } from './efgOutcomes.ts';
import { type EfgFault, EfgProblems, Unreadable } from './efgProblems.ts';

/** A game as an .efg file tells it. */
export interface EfgGame {
  readonly tree: GameTree;
  readonly labels: GameLabels;
  /** What its author says about it; empty where there is nothing. */
  readonly comment: string;
}

/** An .efg file as read, with everything that is wrong with it. */
export interface EfgReading {
  /** Present where nothing worse than a warning was found. */
  readonly game: EfgGame | undefined;
  readonly problems: readonly LocatedProblem[];
}

/** Where reading stands: the node whose branches are being read, and the next of them. */
interface Open {
  readonly set: MoveSet;
  branch: number;
  readonly end: number;
}

const NODE_FORMS = 'a node: c (chance), p (a player) or t (an end)';

/** Whose move sets a node draws from. */
interface Movers {
  readonly chance: EfgMoves;
  readonly players: readonly EfgMoves[];
}

/** Takes a player’s number, which counts from 1. */
function takePlayer(cursor: EfgCursor, players: number): number {
  const { at } = cursor;
  const id = cursor.takeId('a player’s number');
  const player = Number(id);
  if (player >= 1 && player <= players) return player - 1;
  const known = players === 1 ? 'one player, number 1' : `${players} players, numbered 1 to ${players}`;
  cursor.fail(
    'unknown-player',
    `there is no player ${id}: the game has ${known}`,
    'a move of chance begins with c',
    at,
  );
}

/** Takes one node and gives the set of its actions; undefined at an end. */
function takeNode(cursor: EfgCursor, movers: Movers, outcomes: EfgOutcomes, nodes: EfgNodes): MoveSet | undefined {
  const form = cursor.is('symbol') ? cursor.tokens.value : '';
  if (form !== 'c' && form !== 'p' && form !== 't') cursor.refuse(NODE_FORMS, helpFor(cursor));
  cursor.tokens.advance();
  const label = tidyLabel(cursor.take('text', 'the node’s label in quotes'));
  if (form === 't') {
    nodes.addEnd(label, outcomes.take(cursor));
    return undefined;
  }
  const player = form === 'p' ? takePlayer(cursor, movers.players.length) : -1;
  const set = (movers.players[player] ?? movers.chance).take(cursor);
  nodes.addMove(label, player, set, outcomes.take(cursor));
  return set;
}

function helpFor(cursor: EfgCursor): string | undefined {
  const { kind, value } = cursor.tokens;
  if (kind === 'end') return 'the file ends before every action has its node: it may have been cut off';
  return kind === 'symbol' && /^[cpt]"/.test(value) ? `leave a blank after ${value[0]}` : undefined;
}

/** Takes every node in the order of the file: a node, then what follows from it. By a stack, so that no line is too long. */
function takeNodes(cursor: EfgCursor, movers: Movers, outcomes: EfgOutcomes, nodes: EfgNodes): void {
  const open: Open[] = [];
  for (;;) {
    cursor.node = nodes.count;
    const parent = open.at(-1);
    if (parent !== undefined) nodes.lead(parent.branch++, nodes.count);
    const set = takeNode(cursor, movers, outcomes, nodes);
    if (set !== undefined) {
      set.open += 1;
      open.push({ set, branch: nodes.branches - set.actions.length, end: nodes.branches });
    }
    for (let last = open.at(-1); last !== undefined && last.branch === last.end; last = open.at(-1)) {
      last.set.open -= 1;
      open.pop();
    }
    if (open.length === 0) return;
  }
}

/**
 * Reads a game of perfect information in Gambit's .efg format, version 2, in one pass and in time linear in its length. Payoffs at
 * nodes that are no ends are increments. Everything but a break of the format itself is gathered, so that one reading tells it all.
 */
export function readEfg(text: string, file: string): EfgReading {
  const problems = new EfgProblems();
  let game: EfgGame | undefined;
  try {
    game = takeGame(new EfgCursor(text), problems);
  } catch (cause) {
    if (!(cause instanceof Unreadable)) throw cause;
    problems.add(cause.fault);
  }
  return { game: problems.hasErrors ? undefined : game, problems: problems.located(text, file) };
}

function takeGame(cursor: EfgCursor, problems: EfgProblems): EfgGame | undefined {
  const { title, players, comment } = takeHead(cursor, problems);
  const outcomes = new EfgOutcomes(players.length, problems);
  const movers: Movers = {
    chance: new EfgMoves(true, problems),
    players: players.map(() => new EfgMoves(false, problems)),
  };
  const nodes = new EfgNodes(players.length);
  takeNodes(cursor, movers, outcomes, nodes);
  if (!cursor.is('end')) problems.add(textAfter(cursor));
  const tooLarge = nodes.tooLarge;
  if (tooLarge !== undefined) problems.add({ code: 'game-too-large', at: 0, message: tooLarge });
  return problems.hasErrors ? undefined : { ...nodes.game(title, players, outcomes), comment };
}

const textAfter = ({ at }: EfgCursor): EfgFault => ({
  code: 'text-after-game',
  at,
  message: 'the game is complete before this; what comes after it is not read',
  suggestion: 'remove it, or look for an action too few further up',
});
