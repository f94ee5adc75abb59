import { coalitionStability, vulnerabilities } from '../../src/analysis/stability/coalitions.ts';
import { CONCEPTS, type Concept } from '../../src/analysis/stability/concepts.ts';
import { drawnEquilibria, shareError } from '../../src/analysis/stability/drawnEquilibria.ts';
import { inverseStability } from '../../src/analysis/stability/inverse.ts';
import { drawnPostureConflicts, postureConflict } from '../../src/analysis/stability/postureConflict.ts';
import { reach } from '../../src/analysis/stability/searcher.ts';
import { marked, stability } from '../../src/analysis/stability/stability.ts';
import { explainer } from '../../src/analysis/stability/verdict.ts';
import type { Conflict } from '../../src/domain/conflict.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { conflictOf } from './conflictFixture.ts';
import { figuresIn, jsonExamples, type PageFigure } from './methodPage.ts';

/** A worked example of a page that is a conflict, or the postures of a scenario: the figures that it states, and how they are computed. */
export interface ConflictExample {
  readonly figures: readonly PageFigure[];
  readonly read: (figure: string) => number;
}

function conceptOf(name: string): Concept {
  const concept = CONCEPTS.find((one) => one === name);
  if (concept === undefined) throw new Error(`a page names a concept that is not known: ${name}`);
  return concept;
}

/** Computes a figure as a page names it: `stays(Ann at s3, seq)`, `joint(Ann Ben at s0)`, `equilibria(nash)`. */
function compute(conflict: Conflict, figure: string): number {
  const [, name = '', inside = ''] = /^(\w+)\((.*)\)$/.exec(figure) ?? [];
  const [subject = '', concept = subject] = inside.split(', ');
  const [who = '', where = who] = subject.split(' at ');
  const makers = who.split(' ').map((one) => conflict.decisionMakers.indexOf(one));
  const maker = makers[0] ?? -1;
  const state = conflict.states.indexOf(where);
  const found = stability(conflict);
  switch (name) {
    case 'stays':
      return found.stable[conceptOf(concept)][maker]?.[state] ?? Number.NaN;
    case 'equilibria':
      return marked(found.equilibrium[conceptOf(concept)]).length;
    case 'steps':
      return explainer(conflict)(maker, conceptOf(concept), state).temptations[0]?.answer?.length ?? Number.NaN;
    case 'improving':
      return reach(conflict, state).byImprovements.length;
    case 'joint':
      return coalitionStability(conflict, makers).improvements.get(state)?.length ?? 0;
    case 'holds':
      return coalitionStability(conflict, makers).stable[conceptOf(concept)].includes(state) ? 1 : 0;
    case 'vulnerable':
      return vulnerabilities(conflict, found).filter((one) => one.concept === concept).length;
    case 'rankings':
      return inverseStability(conflict, maker).counts[conceptOf(concept)][state]?.count ?? Number.NaN;
    case 'worth':
      return conflict.payoffs[maker]?.[state] ?? Number.NaN;
    default:
      throw new Error(`a page names a figure that is not known: ${figure}`);
  }
}

/** The examples of a page that are conflicts written out. */
export const conflictExamples = (page: string): readonly ConflictExample[] =>
  jsonExamples(page)
    .filter(({ text }) => text.includes('"decisionMakers"'))
    .map(({ text, figures }) => {
      const conflict = conflictOf(text);
      return { figures, read: (figure) => compute(conflict, figure) };
    });

/** The examples of a page that are postures of a scenario in this repository, with how many redraws it speaks of. */
export async function postureExamples(
  page: string,
  load: (folder: string) => Promise<Scenario>,
): Promise<readonly ConflictExample[]> {
  return Promise.all(
    page
      .split('\nPostures of ')
      .slice(1)
      .map(async (part) => {
        const [, folder = '', count, seed] = /^`([^`]+)`, (\d+) redraws with seed (\d+)\./.exec(part) ?? [];
        const scenario = await load(folder);
        const conflict = postureConflict(scenario);
        if (conflict === undefined) throw new Error(`${folder} has no postures`);
        const { shares, draws } = drawnEquilibria(
          drawnPostureConflicts(scenario, Number(count), Number(seed)),
          conflict.states.length,
        );
        const read = (figure: string): number => {
          const [, name, id = '', concept = ''] = /^(share|error)\((\w+), (\w+)\)$/.exec(figure) ?? [];
          if (name === undefined) return compute(conflict, figure);
          const share = shares[conceptOf(concept)][conflict.states.indexOf(id)] ?? Number.NaN;
          return name === 'share' ? share : shareError(share, draws);
        };
        return { figures: figuresIn(part), read };
      }),
  );
}
