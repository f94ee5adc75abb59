import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { ESTree } from 'vite';
import { LAYERS, type Layer, LET_STAND, LONG_FILE, PURE, SHARED_UI } from './layers.ts';
import { type Import, importsOf, lineOf, type Source, visit } from './source.ts';

/** What breaks a rule, one sentence or two each: the file and line, what is there, and what to do instead. */
type Problems = readonly string[];

/** What a file imports that its layer may not. */
export function layerProblems(source: Source): Problems {
  const layer = layerOf(source.path);
  if (layer === undefined) {
    return [`${source.path} belongs to no layer: put it into one, or add a row to ARCHITECTURE.md and to layers.ts.`];
  }
  return importsOf(source).flatMap((found) => {
    const why = whyNot(source.path, layer, found);
    return why === undefined ? [] : [`${source.path}:${found.line} imports '${found.name}'. ${why}`];
  });
}

/** Where a file that must be pure reaches for chance, time or the network. */
export function purityProblems(source: Source): Problems {
  if (!PURE.some((folder) => isWithin(source.path, folder))) return [];
  const problems: string[] = [];
  const report = (node: ESTree.Node, what: string) =>
    problems.push(
      `${source.path}:${lineOf(source, node)} uses ${what}. Here chance, time, ids and answers are handed in as arguments.`,
    );
  visit(source, {
    MemberExpression: (node) => {
      const name = node.object.type === 'Identifier' ? `${node.object.name}.${propertyName(node)}` : '';
      if (IMPURE_MEMBERS.includes(name) || /^(crypto|globalThis|window)\./.test(name)) report(node, name);
    },
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && IMPURE_CALLS.includes(node.callee.name)) report(node, node.callee.name);
    },
    NewExpression: (node) => {
      const isNow = node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0;
      if (isNow) report(node, 'new Date()');
    },
  });
  return problems;
}

const IMPURE_MEMBERS: readonly string[] = ['Date.now', 'Math.random', 'performance.now'];
const IMPURE_CALLS: readonly string[] = ['Date', 'fetch', 'setTimeout', 'setInterval', 'queueMicrotask'];

/** Timers and services in a statechart: positions are unfolded by moves alone, and no time passes there. */
export function statechartProblems(source: Source): Problems {
  if (!isWithin(source.path, 'machines')) return [];
  const problems: string[] = [];
  visit(source, {
    Property: (node) => {
      const key = node.key.type === 'Identifier' ? node.key.name : node.key.type === 'Literal' ? node.key.value : '';
      // `after` may also be a plain word for a later position; a table of delays is an object written out.
      const isTimer = key === 'after' && node.value.type === 'ObjectExpression';
      if (!isTimer && key !== 'invoke') return;
      const instead = 'Make it a move, or an effect that is handed back as data.';
      problems.push(`${source.path}:${lineOf(source, node)} has \`${key}\` in a statechart. ${instead}`);
    },
  });
  return problems;
}

/** A file longer than a reviewer lets pass. */
export function lengthProblems({ path, text }: Source): Problems {
  const lines = text.split('\n').length - 1;
  if (lines <= LONG_FILE || path in LET_STAND) return [];
  return [`${path} has ${lines} lines; a file has at most ${LONG_FILE}. Split it by what its parts are about.`];
}

/** Tests that are left out, or that leave the others out. */
export function leftOutProblems(source: Source): Problems {
  const problems: string[] = [];
  visit(source, {
    MemberExpression: (node) => {
      const name = propertyName(node);
      if (!LEAVES_OUT.includes(name)) return;
      const instead = 'Every test runs, every time: make it run or delete it.';
      problems.push(`${source.path}:${lineOf(source, node)} has \`.${name}\`. ${instead}`);
    },
  });
  return problems;
}

const LEAVES_OUT: readonly string[] = ['only', 'skip', 'skipIf', 'runIf', 'todo'];

function propertyName(node: ESTree.MemberExpression): string {
  if (node.property.type === 'Identifier' && !node.computed) return node.property.name;
  return node.property.type === 'Literal' ? String(node.property.value) : '';
}

function layerOf(path: string): Layer | undefined {
  const rows = LAYERS.filter(({ at }) => isWithin(path, at));
  return rows.sort((one, other) => other.at.length - one.at.length)[0];
}

function whyNot(file: string, layer: Layer, { name, typeOnly }: Import): string | undefined {
  if (name.startsWith('*')) return 'A path that is put together at run time cannot be checked: write the paths out.';
  if (name.startsWith('.')) {
    const target = posix.join(posix.dirname(file), name.replace(/[?*].*$/s, ''));
    const allowed = [layer.at, ...layer.ours, ...(typeOnly ? (layer.ourTypes ?? []) : [])];
    const owner = layerOf(target)?.at ?? '';
    // A file with a row of its own has other rights than its folder: it is imported by name or not at all.
    const isOpen = posix.extname(owner) === '' || allowed.includes(owner);
    const isAllowed = isOpen && allowed.some((place) => isWithin(target, place));
    if (!isAllowed) return `${layer.at} may import ${list(layer)}. ${layer.instead}`;
    return featureProblem(file, target);
  }
  if (isBuiltin(name)) return layer.node ? undefined : `${layer.at} runs in the browser too. ${layer.instead}`;
  const allowed = [...layer.libraries, ...(typeOnly ? (layer.libraryTypes ?? []) : [])];
  if (allowed.some((library) => isFrom(name, library))) return undefined;
  return `${layer.at} may import ${list(layer)}. ${layer.instead}`;
}

/** One feature of src/ui reaching into another. */
function featureProblem(file: string, target: string): string | undefined {
  const feature = featureOf(target);
  if (feature === undefined || SHARED_UI.includes(feature) || feature === featureOf(file)) return undefined;
  // The files directly in src/ui, and main.tsx, join the features.
  if (!file.startsWith('src/ui/') || featureOf(file) === undefined) return undefined;
  return `A feature stays apart from the others: move what both need into src/ui/${SHARED_UI.slice(0, 2).join(' or src/ui/')}.`;
}

function featureOf(path: string): string | undefined {
  return /^src\/ui\/([^/]+)\//.exec(path)?.[1];
}

function list({ ours, ourTypes = [], libraries, libraryTypes = [], node }: Layer): string {
  const all = [
    ...ours,
    ...ourTypes.map((place) => `types of ${place}`),
    ...libraries,
    ...libraryTypes.map((library) => `types of ${library}`),
    ...(node ? ["Node's modules"] : []),
  ];
  return all.length === 0 ? 'nothing else' : all.join(', ');
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}

function isFrom(name: string, library: string): boolean {
  return /[/:]$/.test(library) ? name.startsWith(library) : isWithin(name, library);
}
