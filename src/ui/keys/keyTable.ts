import type { Messages } from '../text/en.ts';

/** What a key does. The help sheet and the handler read the same table. */
export type KeyDeed =
  | 'back'
  | 'forward'
  | 'first'
  | 'last'
  | 'previousVariation'
  | 'nextVariation'
  | 'choose'
  | 'undo'
  | 'redo'
  | 'mark'
  | 'note_'
  | 'rename'
  | 'promote'
  | 'remove'
  | 'keep'
  | 'help'
  | 'find'
  | 'search'
  | 'sources'
  | 'walk'
  | 'copy'
  | 'compare'
  | 'tradeoffs'
  | 'studies'
  | 'present';

export interface KeyBinding {
  readonly deed: KeyDeed;
  /** As `KeyboardEvent.key` has them. */
  readonly keys: readonly string[];
  /** With Ctrl, or with Command on a Mac: works while somebody types, and is never switched off. */
  readonly withControl?: true;
  /** How the help sheet writes them. */
  readonly shown: readonly string[];
  readonly group: keyof Messages['keys']['groups'];
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export const KEY_TABLE: readonly KeyBinding[] = [
  { deed: 'back', keys: ['ArrowLeft'], shown: ['←'], group: 'step' },
  { deed: 'forward', keys: ['ArrowRight'], shown: ['→'], group: 'step' },
  { deed: 'first', keys: ['Home'], shown: ['Home'], group: 'step' },
  { deed: 'last', keys: ['End'], shown: ['End'], group: 'step' },
  { deed: 'previousVariation', keys: ['ArrowUp'], shown: ['↑'], group: 'step' },
  { deed: 'nextVariation', keys: ['ArrowDown'], shown: ['↓'], group: 'step' },
  { deed: 'choose', keys: DIGITS, shown: ['1', '9'], group: 'choose' },
  { deed: 'undo', keys: ['z'], shown: ['Z'], group: 'write' },
  { deed: 'redo', keys: ['Z'], shown: ['Shift', 'Z'], group: 'write' },
  { deed: 'mark', keys: ['m'], shown: ['M'], group: 'write' },
  { deed: 'note_', keys: ['n'], shown: ['N'], group: 'write' },
  { deed: 'rename', keys: ['r'], shown: ['R'], group: 'write' },
  { deed: 'promote', keys: ['p'], shown: ['P'], group: 'write' },
  { deed: 'keep', keys: ['k'], shown: ['K'], group: 'write' },
  { deed: 'remove', keys: ['Delete'], shown: ['Del'], group: 'write' },
  { deed: 'find', keys: ['k'], withControl: true, shown: ['Ctrl', 'K'], group: 'page' },
  { deed: 'search', keys: ['/'], shown: ['/'], group: 'page' },
  { deed: 'copy', keys: ['l'], shown: ['L'], group: 'page' },
  { deed: 'walk', keys: ['w'], shown: ['W'], group: 'page' },
  { deed: 'compare', keys: ['c'], shown: ['C'], group: 'page' },
  { deed: 'tradeoffs', keys: ['t'], shown: ['T'], group: 'page' },
  { deed: 'sources', keys: ['s'], shown: ['S'], group: 'page' },
  { deed: 'studies', keys: ['o'], shown: ['O'], group: 'page' },
  { deed: 'present', keys: ['g'], shown: ['G'], group: 'page' },
  { deed: 'help', keys: ['?'], shown: ['?'], group: 'page' },
];
