/** What a key of the console does. The list of keys and the handler read the same table. */
export type ConsoleDeed =
  | 'next'
  | 'back'
  | 'skip'
  | 'choose'
  | 'waive'
  | 'blank'
  | 'projector'
  | 'hideNext'
  | 'pause'
  | 'one'
  | 'five'
  | 'hideTimer'
  | 'endTimer'
  | 'inject'
  | 'hands'
  | 'override'
  | 'notes'
  | 'draw'
  | 'put'
  | 'again'
  | 'undo'
  | 'redo'
  | 'help';

/** The console's keys. Letters that lead to other screens are left to the page. */
export const CONSOLE_KEYS = [
  { deed: 'next', keys: [' ', 'Enter'], shown: ['Space'], group: 'run' },
  { deed: 'back', keys: ['ArrowLeft', 'Backspace'], shown: ['←'], group: 'run' },
  { deed: 'skip', keys: ['k'], shown: ['K'], group: 'run' },
  { deed: 'choose', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], shown: ['1', '9'], group: 'run' },
  { deed: 'waive', keys: ['0'], shown: ['0'], group: 'run' },
  { deed: 'put', keys: ['v'], shown: ['V'], group: 'run' },
  { deed: 'again', keys: ['a'], shown: ['A'], group: 'run' },
  { deed: 'draw', keys: ['d'], shown: ['D'], group: 'run' },
  { deed: 'projector', keys: ['j'], shown: ['J'], group: 'room' },
  { deed: 'blank', keys: ['b'], shown: ['B'], group: 'room' },
  { deed: 'hideNext', keys: ['x'], shown: ['X'], group: 'room' },
  { deed: 'pause', keys: ['p'], shown: ['P'], group: 'time' },
  { deed: 'one', keys: ['+', '='], shown: ['+'], group: 'time' },
  { deed: 'five', keys: ['f'], shown: ['F'], group: 'time' },
  { deed: 'hideTimer', keys: ['h'], shown: ['H'], group: 'time' },
  { deed: 'endTimer', keys: ['e'], shown: ['E'], group: 'time' },
  { deed: 'hands', keys: ['u'], shown: ['U'], group: 'go' },
  { deed: 'inject', keys: ['i'], shown: ['I'], group: 'go' },
  { deed: 'override', keys: ['r'], shown: ['R'], group: 'go' },
  { deed: 'notes', keys: ['n'], shown: ['N'], group: 'go' },
  { deed: 'undo', keys: ['z'], shown: ['Z'], group: 'write' },
  { deed: 'redo', keys: ['Z'], shown: ['Shift', 'Z'], group: 'write' },
  { deed: 'help', keys: ['?'], shown: ['?'], group: 'write' },
] as const satisfies readonly {
  readonly deed: ConsoleDeed;
  readonly keys: readonly string[];
  readonly shown: readonly string[];
  readonly group: 'run' | 'room' | 'time' | 'go' | 'write';
}[];
