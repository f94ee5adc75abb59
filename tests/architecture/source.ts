import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ESTree, parseSync, Visitor, type VisitorObject } from 'vite';

/** A file of ours: its path from the project's folder, with slashes, and its text. */
export type Source = { readonly path: string; readonly text: string };

/** Something a file brings in: the name as written, from which line, and whether it is gone at run time. */
export type Import = { readonly name: string; readonly line: number; readonly typeOnly: boolean };

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** All files below the given folders that have one of the endings, such as `.ts`; a folder may be missing. */
export function sources(folders: readonly string[], endings: readonly string[]): readonly Source[] {
  return folders.flatMap(filesBelow).flatMap((path) => {
    return endings.includes(extname(path)) ? [{ path, text: readFileSync(join(ROOT, path), 'utf8') }] : [];
  });
}

function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Walks a file's syntax tree. Throws when it cannot be parsed: what cannot be read cannot be checked. */
export function visit({ path, text }: Source, visitor: VisitorObject): void {
  const { program, errors } = parseSync(path, text);
  if (errors[0] !== undefined) throw new Error(`${path} cannot be parsed: ${errors[0].message}`);
  new Visitor(visitor).visit(program);
}

/** The line, from 1, on which a piece of syntax starts. */
export function lineOf({ text }: Source, node: { readonly start: number }): number {
  return text.slice(0, node.start).split('\n').length;
}

/**
 * Everything a file imports: statements, re-exports, `import()` in code and in types, and Vite's `import.meta.glob`.
 * A path that is put together at run time is given as written up to there, ending in `*`.
 */
export function importsOf(source: Source): readonly Import[] {
  const imports: Import[] = [];
  const add = (node: ESTree.Node, name: string, typeOnly: boolean) =>
    imports.push({ name, line: lineOf(source, node), typeOnly });
  visit(source, {
    ImportDeclaration: (node) => add(node, node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => add(node, node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) add(node, node.source.value, node.exportKind === 'type');
    },
    ImportExpression: (node) => add(node, written(node.source), false),
    TSImportType: (node) => add(node, node.source.value, true),
    CallExpression: (node) => {
      if (!isImportMetaGlob(node.callee)) return;
      const [patterns] = node.arguments;
      const each = patterns?.type === 'ArrayExpression' ? patterns.elements : [patterns];
      for (const pattern of each) if (pattern) add(pattern, upToStar(written(pattern)), false);
    },
  });
  return imports;
}

function isImportMetaGlob(callee: ESTree.Node): boolean {
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'MetaProperty' &&
    callee.property.type === 'Identifier' &&
    callee.property.name === 'glob'
  );
}

function written(node: ESTree.Node): string {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral') {
    const start = node.quasis[0]?.value.raw ?? '';
    return node.expressions.length === 0 ? start : `${start}*`;
  }
  return '*';
}

function upToStar(pattern: string): string {
  return pattern.replace(/\*.*$/s, '*');
}
