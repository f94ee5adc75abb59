import { describe, expect, test } from 'vitest';
import {
  layerProblems,
  leftOutProblems,
  lengthProblems,
  purityProblems,
  statechartProblems,
} from './architecture/rules.ts';
import { type Source, sources } from './architecture/source.ts';

const CODE = sources(['src', 'machines', 'scenarios', 'cli', 'server'], ['.ts', '.tsx', '.js']);
const STYLES = sources(['src'], ['.css']);
const TESTS = sources(['tests'], ['.ts', '.tsx']);

describe('every file keeps the rules of the house', () => {
  test('there are files to check', () => {
    expect(CODE.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['cli/parley.js', 'machines/negotiation.ts', 'src/domain/scenario.ts']),
    );
    expect(TESTS.map(({ path }) => path)).toContain('tests/architecture.test.ts');
  });

  test.each([
    ['imports only what its layer may', CODE, layerProblems],
    ['has chance, time and the network handed in where it must be pure', CODE, purityProblems],
    ['is free of timers and services where it is a statechart', CODE, statechartProblems],
    ['is short enough to be read', [...CODE, ...STYLES], lengthProblems],
    ['leaves no test out', TESTS, leftOutProblems],
  ] as const)('%s', (_rule, files, problems) => {
    expect(files.flatMap(problems)).toEqual([]);
  });
});

/** The rules themselves, on files that nobody would commit: each must be seen, and its neighbour must pass. */
describe('a planted fault is seen', () => {
  const file = (path: string, text: string): Source => ({ path, text });

  test.each([
    ['src/domain/effects.ts', "import { useState } from 'react';", /effects\.ts:1 imports 'react'\. src\/domain may/],
    ['src/domain/effects.ts', "import { unfold } from '../../machines/unfold.ts';", /have what it needs handed in/],
    ['src/domain/effects.ts', "\nexport * from '../formats/yaml.ts';", /effects\.ts:2/],
    ['src/domain/effects.ts', "const later = () => import('yaml');", /imports 'yaml'/],
    ['src/domain/effects.ts', "import { readFileSync } from 'node:fs';", /runs in the browser too/],
    ['src/formats/yaml.ts', "import { z } from 'zod';", /types of zod/],
    ['src/formats/yaml.ts', "import { type ZodType } from 'zod';", /types of zod/],
    ['src/formats/yaml.ts', "const all = import.meta.glob('../../scenarios/*/scenario.yaml');", /scenarios/],
    ['machines/branch.ts', "import kursk from '../scenarios/kursk-2025/scenario.yaml?scenario';", /handed in/],
    ['src/analysis/rollback.ts', "import { unfold } from '../../machines/unfold.ts';", /plain arrays/],
    ['src/analysis/rollback.ts', "import type { Study } from '../../machines/study.ts';", /plain arrays/],
    ['src/ui/walk/Walk.tsx', "import { createActor } from 'xstate';", /types of xstate/],
    ['src/ui/walk/Walk.tsx', "import { Tree } from '../tree/Tree.tsx';", /A feature stays apart/],
    ['src/ui/charts/Line.tsx', "import { Walk } from '../walk/Walk.tsx';", /A feature stays apart/],
    ['src/ui/walk/Walk.tsx', "import { scenarios } from '../../../scenarios/index.ts';", /joined in src\/main\.tsx/],
    ['src/ui/walk/Walk.tsx', "import { start } from '../../main.tsx';", /src\/ui may import/],
    ['src/ui/walk/Walk.tsx', "import reactRouter from 'react-router';", /react-router/],
    ['src/main.tsx', "import { serve } from '../cli/serve.ts';", /stay out/],
    ['scenarios/index.ts', "import { readFileSync } from 'node:fs';", /A scenario is data/],
    ['scenarios/index.ts', "import { scenarioPlugin } from './vitePlugin.ts';", /A scenario is data/],
    ['src/main.tsx', "import { scenarioPlugin } from '../scenarios/vitePlugin.ts';", /for the browser/],
    ['cli/check.ts', "import { parse } from 'yaml';", /parsing in src\/formats/],
    ['cli/check.ts', "import { Walk } from '../src/ui/walk/Walk.tsx';", /cli may import/],
    ['cli/check.ts', 'const load = (name: string) => import(name);', /cannot be checked/],
    ['src/helpers.ts', 'export const one = 1;', /belongs to no layer/],
  ])('in %s: %s', (path, text, message) => {
    expect(layerProblems(file(path, text))).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    ['src/domain/effects.ts', "import { z } from 'zod/v4'; import { holds } from './guard.ts';"],
    ['src/formats/yaml.ts', "import type { ZodType } from 'zod'; import { parse } from 'yaml';"],
    ['machines/study.ts', "import { setup } from 'xstate'; import { unfold } from './unfold.ts';"],
    ['src/analysis/rollback.ts', "import type { Tree } from '../../machines/unfold.ts';"],
    ['src/ui/walk/Walk.tsx', "import { Line } from '../charts/Line.tsx'; import { useState } from 'react';"],
    ['src/ui/walk/Walk.tsx', "import './Walk.module.css'; const chart = () => import('./Chart.tsx');"],
    ['src/ui/App.tsx', "import { Walk } from './walk/Walk.tsx'; import { Tree } from './tree/Tree.tsx';"],
    ['src/main.tsx', "import { scenarios } from '../scenarios/index.ts'; import { App } from './ui/App.tsx';"],
    ['scenarios/vitePlugin.ts', "import { readFile } from 'node:fs/promises'; import type { Plugin } from 'vite';"],
    ['cli/check.ts', "import { parseArgs } from 'node:util'; import { unfold } from '../machines/unfold.ts';"],
  ])('and what is allowed passes in %s: %s', (path, text) => {
    expect(layerProblems(file(path, text))).toEqual([]);
  });

  test.each([
    'Date.now()',
    'Math.random()',
    "Math['random']()",
    'performance.now()',
    'new Date()',
    'Date()',
    "fetch('/facts')",
    'globalThis.fetch',
    'crypto.randomUUID()',
    'setTimeout(() => {}, 1)',
  ])('in src/domain: %s', (text) => {
    expect(purityProblems(file('src/domain/random.ts', `\n${text};`))).toEqual([
      expect.stringMatching(/^src\/domain\/random\.ts:2 uses .* handed in as arguments\.$/),
    ]);
    expect(purityProblems(file('src/ui/walk/Walk.tsx', text))).toEqual([]);
  });

  test('and a date that is handed in passes', () => {
    expect(purityProblems(file('src/domain/scenario.ts', 'new Date(day).getTime() < Math.max(1, 2);'))).toEqual([]);
  });

  test.each(['({ after: { 1000: "late" } })', '({ invoke: { src: "load" } })', '({ "invoke": load })'])(
    'in a statechart: %s',
    (text) => {
      expect(statechartProblems(file('machines/branch.ts', text))).toEqual([expect.stringMatching(/^machines.*move/)]);
    },
  );

  test('and a later position called `after` passes', () => {
    expect(statechartProblems(file('machines/study.ts', '({ before, after, at: { after: next } });'))).toEqual([]);
  });

  test('in a file of 351 lines, not in one of 350', () => {
    expect(lengthProblems(file('cli/check.ts', 'x\n'.repeat(351)))).toHaveLength(1);
    expect(lengthProblems(file('cli/check.ts', 'x\n'.repeat(350)))).toEqual([]);
  });

  test.each(['test.only("a", run)', 'describe.skip("a", run)', 'test["todo"]("a")', 'it.skipIf(slow)("a", run)'])(
    'in a test: %s',
    (text) => {
      expect(leftOutProblems(file('tests/a.test.ts', text))).toHaveLength(1);
    },
  );

  test('and in nothing that cannot be parsed', () => {
    expect(() => layerProblems(file('src/domain/effects.ts', 'import {'))).toThrow(/effects\.ts cannot be parsed/);
  });
});
