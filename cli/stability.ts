import { parseArgs } from 'node:util';
import type { DrawnEquilibria } from '../src/analysis/stability/drawnEquilibria.ts';
import { inverseStability } from '../src/analysis/stability/inverse.ts';
import { postureConflict } from '../src/analysis/stability/postureConflict.ts';
import { type ConflictStability, conflictStability, verdictsOn } from '../src/analysis/stability/stabilityReport.ts';
import { verdictSentence } from '../src/analysis/stability/verdictSentence.ts';
import { actorName } from '../src/domain/actors.ts';
import type { Conflict } from '../src/domain/conflict.ts';
import type { CommonError } from '../src/domain/parameters.ts';
import { didYouMean } from '../src/domain/problem.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import type { LocatedProblem } from '../src/formats/locatedProblem.ts';
import { stabilityCsv, type VerdictRow } from '../src/formats/stabilityCsv.ts';
import { COMMON_ERROR_OPTIONS, commonErrorOf, commonErrorWords } from './commonError.ts';
import { stampLines } from './exportScenario.ts';
import { openConflict } from './openConflict.ts';
import { isGameFile } from './openGame.ts';
import { openScenario } from './openScenario.ts';
import { printLines } from './printLines.ts';
import { stabilityJson } from './stabilityJson.ts';
import {
  POSTURE_SEED,
  postureAssumptions,
  postureDraws,
  redrawJson,
  redrawLines,
  usualDraws,
} from './stabilityScenario.ts';
import { stabilityText } from './stabilityText.ts';
import { usage } from './usage.ts';
import { wholeNumber } from './wholeNumber.ts';
import { writeOut } from './writeOut.ts';

const USAGE =
  'parley stability FILE [--state ID]... [--inverse DM] [--draws N] [--seed S] [--rho X] [--kappa=X] [--csv PATH [--force]] [--json]   FILE is a conflict file (gmcr-fixture/1, JSON) or a scenario folder with postures; --state tells why a state is stable; --inverse counts the rankings of one decision maker that would make states stable';

/** The most redraws that are taken: more change no twentieth. */
const MOST_DRAWS = 100_000;

/** Equilibria whose reasons are told unasked: those by `nash`, which need one sentence, and further ones by `smr` or `seq`. */
const MOST_TOLD = 40;
const MOST_FURTHER = 4;

interface Asked {
  readonly json: boolean;
  readonly states: readonly string[];
  readonly inverse: string | undefined;
  readonly csv: string | undefined;
  readonly force: boolean;
  readonly draws: number | undefined;
  readonly seed: number | undefined;
}

/** A conflict, and the scenario that it was read from, if any. In text people read names, in JSON ids. */
interface Opened {
  readonly conflict: Conflict;
  readonly scenario: Scenario | undefined;
  /** What the reader of a conflict file warned of; what a scenario is warned of, `parley check` says. */
  readonly problems: readonly LocatedProblem[];
}

async function open(path: string, json: boolean, commonError: Partial<CommonError>): Promise<Opened | 1 | 2> {
  if (await isGameFile(path)) {
    const opened = await openConflict(USAGE, path, json);
    return typeof opened === 'number' ? opened : { ...opened, scenario: undefined };
  }
  const scenario = await openScenario(USAGE, { positionals: [path], json, commonError });
  if (typeof scenario === 'number') return scenario;
  const conflict = postureConflict(scenario, json ? undefined : (actor) => actorName(scenario, actor));
  if (conflict !== undefined) return { conflict, scenario, problems: [] };
  const message = `${path} has no \`postures\`: the block says which options each actor has and what they change`;
  if (json)
    console.log(
      JSON.stringify({ ok: false, problems: [{ code: 'no-postures', severity: 'error', message }] }, null, 2),
    );
  else console.error(`parley: ${message}`);
  return 1;
}

/** The states whose reasons are told, by id; or the sentence that says which id is not known. */
function askedStates({ states }: Conflict, ids: readonly string[]): readonly number[] | string {
  const unknown = ids.find((id) => !states.includes(id));
  if (unknown !== undefined)
    return `no state is called \`${unknown}\`${didYouMean(unknown, states) === undefined ? '' : ` (${didYouMean(unknown, states)})`}`;
  return ids.map((id) => states.indexOf(id));
}

function* verdictRows(found: ConflictStability, drawn: DrawnEquilibria | undefined): Generator<VerdictRow> {
  const { conflict, stability, worthTelling } = found;
  const told = new Set(worthTelling);
  for (const [state, id] of conflict.states.entries()) {
    const taken = conflict.options.flatMap((option, index) =>
      conflict.taken[state]?.[index] === true ? [option.id] : [],
    );
    for (const verdict of verdictsOn(found, state)) {
      const { decisionMaker, concept, stable } = verdict;
      yield {
        state: id,
        taken,
        decisionMaker: conflict.decisionMakers[decisionMaker] ?? '',
        concept,
        stable,
        equilibrium: stability.equilibrium[concept][state] === 1,
        redraws: drawn?.shares[concept][state],
        reason: told.has(state) ? verdictSentence(conflict, verdict) : '',
      };
    }
  }
}

async function report({ conflict, scenario, problems }: Opened, asked: Asked): Promise<number> {
  const { json } = asked;
  const states = askedStates(conflict, asked.states);
  if (typeof states === 'string') return usage.refuse(USAGE, states);
  const vary = asked.inverse === undefined ? -1 : varies(conflict, scenario, asked.inverse);
  if (asked.inverse !== undefined && vary < 0)
    return usage.refuse(
      USAGE,
      `--inverse names one of ${conflict.decisionMakers.join(', ')}, not \`${asked.inverse}\``,
    );
  const found = conflictStability(conflict);
  const inverse = vary < 0 ? undefined : inverseStability(conflict, vary);
  const draws = asked.draws ?? usualDraws(conflict);
  const seed = asked.seed ?? POSTURE_SEED;
  if (scenario !== undefined && process.stderr.isTTY) process.stderr.write(`drawing ${draws} times…\r\u001b[K`);
  const drawn = scenario === undefined ? undefined : postureDraws(scenario, conflict, draws, seed);
  const stamp =
    scenario === undefined ? [conflict.title] : [...stampLines(scenario), `Redraws: ${commonErrorWords(scenario)}.`];
  if (asked.csv !== undefined) {
    const pieces = stabilityCsv(verdictRows(found, drawn), stamp);
    const written = await writeOut(asked.csv, [{ name: 'stability.csv', pieces }], asked.force);
    console.error(written.ok ? `wrote ${asked.csv}` : `parley: ${written.why}`);
    if (!written.ok) return 1;
  }
  if (json) {
    const told = states.length > 0 ? states : found.worthTelling;
    const redrawn = drawn === undefined ? {} : { redraws: redrawJson(conflict, drawn, seed) };
    const rests = scenario === undefined ? {} : { stamp, rests: postureAssumptions(scenario) };
    const answer = { ok: true, ...stabilityJson(found, { told, inverse }), ...redrawn, ...rests, problems };
    await printLines([JSON.stringify(answer, null, 2)]);
    return 0;
  }
  const told = states.length > 0 ? states : toldUnasked(found);
  const rests = scenario === undefined ? [] : [...stamp, ...postureAssumptions(scenario)];
  const between = drawn === undefined ? [] : redrawLines(conflict, drawn);
  await printLines(stabilityText(found, { told, inverse }, rests, between));
  return 0;
}

/** Without being asked, the text says why of the status quo and of the equilibria by the narrower concepts. */
function toldUnasked({ conflict: { statusQuo }, equilibria }: ConflictStability): readonly number[] {
  // Where nearly everything holds by smr, its reasons tell little.
  const smr = equilibria.smr.length > MOST_TOLD / 2 ? [] : equilibria.smr;
  const further = [...equilibria.seq, ...smr].filter((state) => !equilibria.nash.includes(state));
  const narrow = [...equilibria.nash.slice(0, MOST_TOLD), ...[...new Set(further)].slice(0, MOST_FURTHER)];
  return [...new Set(statusQuo === undefined ? narrow : [statusQuo, ...narrow])].sort((a, b) => a - b);
}

/** Whose ranking varies: by its name, and in a scenario by its id too. */
function varies({ decisionMakers }: Conflict, scenario: Scenario | undefined, name: string): number {
  const byName = decisionMakers.indexOf(name);
  return byName >= 0 || scenario === undefined ? byName : Object.keys(scenario.postures?.options ?? {}).indexOf(name);
}

/** `parley stability`: who would stay where, and why; exit 0, 1 when it cannot be read or written, 2 for usage. */
export async function stability(args: readonly string[]): Promise<number> {
  const parsed = usage(USAGE, () =>
    parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        state: { type: 'string', multiple: true, default: [] },
        inverse: { type: 'string' },
        csv: { type: 'string' },
        force: { type: 'boolean', default: false },
        draws: { type: 'string' },
        seed: { type: 'string' },
        ...COMMON_ERROR_OPTIONS,
      },
      allowPositionals: true,
    }),
  );
  if (parsed === undefined) return 2;
  const { json, state, inverse, csv, force, ...written } = parsed.values;
  const [path, ...rest] = parsed.positionals;
  if (path === undefined || rest.length > 0) return usage.refuse(USAGE, 'name one conflict file or scenario folder');
  if (csv === '') return usage.refuse(USAGE, '--csv names a file');
  const draws = wholeNumber('--draws', written.draws, undefined, [1, MOST_DRAWS]);
  if (!draws.ok) return usage.refuse(USAGE, draws.error);
  const seed = wholeNumber('--seed', written.seed, undefined, [0, 2 ** 32 - 1]);
  if (!seed.ok) return usage.refuse(USAGE, seed.error);
  const commonError = commonErrorOf(written);
  if (!commonError.ok) return usage.refuse(USAGE, commonError.error);
  const opened = await open(path, json, commonError.value);
  if (typeof opened === 'number') return opened;
  if (opened.scenario === undefined && (draws.value !== undefined || seed.value !== undefined))
    return usage.refuse(USAGE, '--draws and --seed are for scenarios: the preferences of a conflict file are exact');
  return report(opened, { json, states: state, inverse, csv, force, draws: draws.value, seed: seed.value });
}
