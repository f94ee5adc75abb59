import type { LocatedProblem } from '../locatedProblem.ts';
import { orderProblems } from '../locatedProblem.ts';
import { textPlaces } from '../textPlaces.ts';

/**
 * What may be wrong with an .efg file. Errors: `syntax` the text is not of the format; `payoff-count` not one payoff per player;
 * `undefined-outcome` and `undefined-infoset` an id is used before it is described; `probabilities` they are negative or do not sum to
 * exactly 1; `imperfect-information` somebody cannot tell two positions apart; `imperfect-recall` one draw of chance stands twice on a
 * line; `unknown-player`; `infoset-conflict` and `outcome-conflict` described twice, differently; `number-range` beyond what is
 * computed with; `game-too-large`. Warnings: `text-after-game`, `label-renamed`.
 */
export type EfgCode =
  | 'syntax'
  | 'payoff-count'
  | 'undefined-outcome'
  | 'undefined-infoset'
  | 'probabilities'
  | 'imperfect-information'
  | 'imperfect-recall'
  | 'unknown-player'
  | 'infoset-conflict'
  | 'outcome-conflict'
  | 'number-range'
  | 'game-too-large'
  | 'text-after-game'
  | 'label-renamed';

const WARNINGS: ReadonlySet<EfgCode> = new Set<EfgCode>(['text-after-game', 'label-renamed']);

/** Problems of one kind that are listed; a large file may have the same fault at every node. */
const MOST = 10;

/** One thing that is wrong, at an offset of the text. */
export interface EfgFault {
  readonly code: EfgCode;
  readonly at: number;
  /** The node that it is about, counted from 0 in the order of the file; undefined for the head of the file. */
  readonly node?: number | undefined;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

/** A fault after which nothing more can be read. Thrown and caught within the reader. */
export class Unreadable extends Error {
  readonly fault: EfgFault;

  constructor(fault: EfgFault) {
    super(fault.message);
    this.fault = fault;
  }
}

/** Gathers what is wrong with a file. */
export class EfgProblems {
  readonly #listed = new Map<EfgCode, EfgFault[]>();
  readonly #counts = new Map<EfgCode, number>();

  add(fault: EfgFault): void {
    const count = (this.#counts.get(fault.code) ?? 0) + 1;
    this.#counts.set(fault.code, count);
    if (count === 1) this.#listed.set(fault.code, [fault]);
    else if (count <= MOST) this.#listed.get(fault.code)?.push(fault);
  }

  get hasErrors(): boolean {
    return [...this.#counts.keys()].some((code) => !WARNINGS.has(code));
  }

  /** In file order, each with its place; the last one listed of a kind says how many more there are. */
  located(text: string, file: string): readonly LocatedProblem[] {
    const placeAt = textPlaces(text);
    const all = [...this.#listed.values()].flatMap((faults) =>
      faults.map(({ code, at, node, message, suggestion }, index): LocatedProblem => {
        const more = index === MOST - 1 ? (this.#counts.get(code) ?? 0) - MOST : 0;
        return {
          code,
          severity: WARNINGS.has(code) ? 'warning' : 'error',
          file,
          ...placeAt(at),
          path: node === undefined ? '' : `node n${node}`,
          message: more > 0 ? `${message}; and ${more.toLocaleString('en')} more of this kind` : message,
          ...(suggestion === undefined ? {} : { suggestion }),
        };
      }),
    );
    return orderProblems(all);
  }
}
