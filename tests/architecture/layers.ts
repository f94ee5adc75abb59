/** A row of ARCHITECTURE.md's table "Who may import whom". Every folder and file may import within its own row. */
export type Layer = {
  /** The folder or the single file that the row is about; the longest match wins. */
  readonly at: string;
  /** Our own folders and files it may import from. */
  readonly ours: readonly string[];
  /** Those it may import types from, which leave nothing behind at run time. */
  readonly ourTypes?: readonly string[];
  /** Libraries it may import. A name ending in a slash stands for all libraries of that scope. */
  readonly libraries: readonly string[];
  readonly libraryTypes?: readonly string[];
  /** Whether it may use Node's own modules. */
  readonly node?: true;
  /** What to do instead of breaking the row. */
  readonly instead: string;
};

const SCREEN_LIBRARIES = [
  'react',
  'react-dom',
  '@xstate/react',
  'recharts',
  'wouter',
  'idb',
  'fastest-levenshtein',
  '@fontsource-variable/',
];

/** The table of ARCHITECTURE.md. Where the two differ, mend one of them in the same change. */
export const LAYERS: readonly Layer[] = [
  {
    at: 'src/domain',
    ours: [],
    libraries: ['zod', 'fastest-levenshtein'],
    instead: 'The domain is words and rules alone: have what it needs handed in, or move the code to a layer above.',
  },
  {
    at: 'src/formats',
    ours: ['src/domain'],
    libraries: ['yaml', 'csv-stringify'],
    libraryTypes: ['zod'],
    instead: 'A format turns text into domain values and back: file access belongs in cli, meaning in src/domain.',
  },
  {
    at: 'src/formats/schema/generate.ts',
    ours: ['src/domain', 'src/formats'],
    libraries: ['zod'],
    node: true,
    instead: 'This script writes the JSON Schema from the domain, and does nothing else.',
  },
  {
    at: 'machines',
    ours: ['src/domain'],
    libraries: ['xstate'],
    instead: 'A machine knows rules, not screens, findings or cases: have the scenario handed in.',
  },
  {
    at: 'src/analysis',
    ours: ['src/domain'],
    ourTypes: ['machines/unfold.ts', 'machines/compile.ts'],
    libraries: ['comlink'],
    instead: 'An analysis takes plain arrays and trees: have them handed in, and `import type` their shape at most.',
  },
  {
    at: 'src/workshop',
    ours: ['src/domain', 'machines'],
    libraries: ['zod'],
    instead: 'A room is pure code: have findings, time and transport handed in.',
  },
  {
    at: 'src/ui',
    ours: ['src/domain', 'src/formats', 'src/analysis', 'src/workshop', 'machines'],
    libraries: [...SCREEN_LIBRARIES, 'comlink'],
    libraryTypes: ['xstate'],
    instead: 'A screen shows what it is handed: scenarios are joined in src/main.tsx, machines are built in machines/.',
  },
  {
    at: 'src/main.tsx',
    ours: ['src', 'machines', 'scenarios'],
    libraries: [...SCREEN_LIBRARIES, 'comlink', 'xstate', 'virtual:'],
    instead: 'It joins scenarios, machines and screens for the browser: command and server code stay out.',
  },
  {
    at: 'scenarios',
    ours: [],
    ourTypes: ['src/domain', 'src/formats'],
    libraries: ['virtual:'],
    instead: 'A scenario is data: a rule belongs in src/domain, reading in src/formats.',
  },
  {
    at: 'scenarios/vitePlugin.ts',
    ours: ['src/domain', 'src/formats', 'scenarios'],
    libraries: [],
    libraryTypes: ['vite'],
    node: true,
    instead: 'It parses scenarios while the app is built: everything else belongs in src/formats.',
  },
  {
    at: 'cli',
    ours: ['src/domain', 'src/formats', 'src/analysis', 'src/workshop', 'machines', 'scenarios', 'package.json'],
    libraries: ['tsx', 'sirv', 'vite', 'tinypool'],
    node: true,
    instead: 'A command reads files and prints: meaning belongs in src/domain, parsing in src/formats.',
  },
  {
    at: 'server',
    ours: ['src/domain', 'src/formats', 'src/analysis', 'src/workshop', 'machines', 'scenarios'],
    libraries: ['fastify', 'ws', 'pg'],
    node: true,
    instead: 'The server is transport and storage: every rule comes from src/workshop.',
  },
];

/** Folders of src/ui that all features may share. The other folders are features, which stay apart. */
export const SHARED_UI: readonly string[] = ['app', 'basis', 'charts', 'parts', 'keys', 'text'];

/** Where chance, time and the network are handed in and never reached for. */
export const PURE: readonly string[] = ['src/domain', 'src/analysis', 'src/workshop', 'machines'];

/** Lines at which a reviewer asks. */
export const LONG_FILE = 350;

/** Longer files that a reviewer has let stand, each with the reason. */
export const LET_STAND: Readonly<Record<string, string>> = {};
