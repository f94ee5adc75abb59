import type { Path, Problem } from '../problem.ts';

/** The parts of a file that could not be read, for asking what can still be said of the others. */
export interface Unread {
  /** Whether a path is such a part, or lies in one. */
  readonly covers: (path: Path) => boolean;
  /** Whether a path holds such a part. */
  readonly isIn: (path: Path) => boolean;
  /** Whether a finding still stands: nothing that it was concluded from is among them. */
  readonly spares: (problem: Problem) => boolean;
}

const keyOf = (path: Path): string => JSON.stringify(path.map(String));

const waysTo = (path: Path): readonly string[] => path.map((_, index) => keyOf(path.slice(0, index + 1)));

/** Whether an unread part lies at or above what a pattern describes, or below one that ends in `**`. */
function matches(part: Path, pattern: Path): boolean {
  for (const [index, key] of pattern.entries()) {
    if (key === '**' || index >= part.length) return true;
    if (key !== '*' && String(key) !== String(part[index])) return false;
  }
  return part.length <= pattern.length;
}

/** Looks parts up by their paths: a file may have thousands that could not be read, and as many findings. */
export function unreadParts(parts: readonly Path[]): Unread {
  const whole = new Set(parts.map(keyOf));
  const onTheWay = new Set(parts.flatMap(waysTo));
  const answers = new WeakMap<Path, boolean>();

  const covers = (path: Path): boolean => waysTo(path).some((key) => whole.has(key));
  const isIn = (path: Path): boolean => onTheWay.has(keyOf(path));
  const touches = (ground: Path): boolean => {
    const all = ground.at(-1) === '**';
    const path = all ? ground.slice(0, -1) : ground;
    if (!path.includes('*')) return covers(path) || (all && isIn(path));
    // Some patterns describe the whole chart, and every finding about it is concluded from them.
    const answer = answers.get(ground) ?? parts.some((part) => matches(part, ground));
    answers.set(ground, answer);
    return answer;
  };
  return {
    covers,
    isIn,
    spares: ({ path, inferredFrom }) =>
      !(inferredFrom === undefined ? [[...path, '**']] : [path, ...inferredFrom]).some(touches),
  };
}
