import { didYouMean, formatPath, nearMiss, type Path } from '../../domain/problem.ts';
import { jsonOffset } from '../jsonPlaces.ts';
import { type LocatedProblem, orderProblems } from '../locatedProblem.ts';
import { describe } from '../schemaIssues.ts';
import { textPlaces } from '../textPlaces.ts';

/** Problems of one kind that are listed: a large file may have the same fault at every state. */
const MOST = 10;

type Mapping = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface Fault {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly path: Path;
  readonly message: string;
  readonly suggestion?: string | undefined;
}

/** Gathers what is wrong with a conflict file, and reads its parts by the form that they should have. */
export class ConflictProblems {
  readonly #faults = new Map<string, Fault[]>();

  #add(fault: Fault): void {
    const known = this.#faults.get(fault.code);
    if (known === undefined) this.#faults.set(fault.code, [fault]);
    else known.push(fault);
  }

  error(code: string, path: Path, message: string, suggestion?: string): void {
    this.#add({ severity: 'error', code, path, message, suggestion });
  }

  warning(code: string, path: Path, message: string, suggestion?: string): void {
    this.#add({ severity: 'warning', code, path, message, suggestion });
  }

  get hasErrors(): boolean {
    return [...this.#faults.values()].some(([first]) => first?.severity === 'error');
  }

  #wrongType(value: unknown, path: Path, expected: string): undefined {
    if (value === undefined) this.error('missing-key', path, `\`${path.at(-1)}\` is missing`, `add it: ${expected}`);
    else this.error('wrong-type', path, `expected ${expected}, found ${describe(value)}`);
    return undefined;
  }

  text(value: unknown, path: Path, expected: string): string | undefined {
    return typeof value === 'string' && value.trim() !== '' ? value : this.#wrongType(value, path, expected);
  }

  list(value: unknown, path: Path, expected: string): readonly unknown[] | undefined {
    return Array.isArray(value) ? value : this.#wrongType(value, path, expected);
  }

  mapping(value: unknown, path: Path, expected: string): Mapping | undefined {
    return isMapping(value) ? value : this.#wrongType(value, path, expected);
  }

  truth(value: unknown, path: Path): boolean | undefined {
    return typeof value === 'boolean' ? value : this.#wrongType(value, path, 'true or false');
  }

  /** A finite number. */
  number(value: unknown, path: Path, expected: string): number | undefined {
    return typeof value === 'number' && Number.isFinite(value) ? value : this.#wrongType(value, path, expected);
  }

  /** The index of a name that was given elsewhere. */
  known(value: unknown, path: Path, sort: string, indexOf: ReadonlyMap<string, number>): number | undefined {
    const name = this.text(value, path, `the name of a ${sort}`);
    if (name === undefined) return undefined;
    const index = indexOf.get(name);
    if (index === undefined)
      this.error(
        `unknown-${sort.replaceAll(' ', '-')}`,
        path,
        `no ${sort} is called \`${name}\``,
        didYouMean(name, indexOf.keys()),
      );
    return index;
  }

  /** Warns of keys that look like misspelt ones; what else a file says is its own business. */
  keys(mapping: Mapping, path: Path, known: readonly string[]): void {
    for (const key of Object.keys(mapping)) {
      const meant = known.includes(key)
        ? undefined
        : nearMiss(
            key,
            known.filter((one) => !Object.hasOwn(mapping, one)),
          );
      if (meant !== undefined)
        this.warning(
          'unknown-key',
          [...path, key],
          `the key \`${key}\` is not known here and was not read`,
          `did you mean \`${meant}\`?`,
        );
    }
  }

  /** In file order, each with its place; the last one listed of a kind says how many more there are. */
  located(text: string, file: string): readonly LocatedProblem[] {
    const placeAt = textPlaces(text);
    const all = [...this.#faults.values()].flatMap((faults) =>
      faults.slice(0, MOST).map(({ severity, code, path, message, suggestion }, index): LocatedProblem => {
        const more = index === MOST - 1 ? faults.length - MOST : 0;
        return {
          code,
          severity,
          file,
          ...placeAt(jsonOffset(text, path)),
          path: formatPath(path),
          message: more > 0 ? `${message}; and ${more.toLocaleString('en')} more of this kind` : message,
          ...(suggestion === undefined ? {} : { suggestion }),
        };
      }),
    );
    return orderProblems(all);
  }
}
