import { type GameLabels, type GameTree, NODE } from '../../domain/gameTree.ts';
import type { MoveSet } from './efgMoves.ts';
import type { EfgOutcomes } from './efgOutcomes.ts';

/** Payoffs, one per player and node, that are kept of a game: 8 bytes each. */
const MOST_PAYOFFS = 50_000_000;

/** The nodes of a game as they are read, each before what follows from it. */
export class EfgNodes {
  readonly #players: number;
  readonly #kind: number[] = [];
  readonly #player: number[] = [];
  readonly #label: string[] = [];
  readonly #outcome: number[] = [];
  readonly #first: number[] = [0];
  readonly #child: number[] = [];
  readonly #odds: number[] = [];
  readonly #action: string[] = [];

  constructor(players: number) {
    this.#players = players;
  }

  get count(): number {
    return this.#kind.length;
  }

  get branches(): number {
    return this.#child.length;
  }

  /** Why the game cannot be kept, where it cannot. */
  get tooLarge(): string | undefined {
    const payoffs = this.#players * this.count;
    if (payoffs <= MOST_PAYOFFS) return undefined;
    const most = MOST_PAYOFFS.toLocaleString('en');
    return `the game has ${payoffs.toLocaleString('en')} payoffs (players × nodes); at most ${most} are read`;
  }

  /** Says where a branch leads. */
  lead(branch: number, node: number): void {
    this.#child[branch] = node;
  }

  addEnd(label: string, outcome: number): void {
    this.#add(NODE.end, -1, label, outcome);
  }

  /** A node where a player decides, or chance (−1). A node of no label of its own is called like its information set. */
  addMove(label: string, player: number, { label: setLabel, actions, odds }: MoveSet, outcome: number): void {
    for (let index = 0; index < actions.length; index += 1) {
      this.#child.push(0);
      this.#odds.push(odds?.[index] ?? 0);
      this.#action.push(actions[index] ?? '');
    }
    this.#add(player < 0 ? NODE.chance : NODE.decision, player, label === '' ? setLabel : label, outcome);
  }

  #add(kind: number, player: number, label: string, outcome: number): void {
    this.#kind.push(kind);
    this.#player.push(player);
    this.#label.push(label);
    this.#outcome.push(outcome);
    this.#first.push(this.branches);
  }

  /** The game, once every node has been read. */
  game(title: string, players: readonly string[], outcomes: EfgOutcomes): { tree: GameTree; labels: GameLabels } {
    const seen = new Set(this.#player);
    const deciding = [...players.keys()].filter((player) => seen.has(player));
    let next = 0;
    const deciderOf = players.map((_, player) => (seen.has(player) ? next++ : -1));
    const names = outcomes.labels();
    const [label, action, outcome] = [this.#label, this.#action, this.#outcome];
    return {
      tree: {
        actors: players,
        kind: Uint8Array.from(this.#kind),
        decider: Int32Array.from(this.#player.map((player) => deciderOf[player] ?? -1)),
        deciders: deciding.map((player) => [player]),
        first: Int32Array.from(this.#first),
        child: Int32Array.from(this.#child),
        odds: Float64Array.from(this.#odds),
        payoffs: players.map((_, player) => outcomes.payoffsOf(player, outcome)),
        noAgreement: new Int32Array(this.count).fill(-1),
        kin: Int32Array.from(this.#child.keys()),
        tendency: undefined,
      },
      labels: {
        title,
        branch: (branch) => action[branch] ?? '',
        outcome: (node) => names[outcome[node] ?? 0] ?? '',
        node: (node) => label[node] ?? '',
      },
    };
  }
}
