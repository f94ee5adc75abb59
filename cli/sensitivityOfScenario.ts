import type { ScenarioKernel } from '../src/analysis/kernel/scenarioKernel.ts';
import { type ScenarioModel, scenarioModel } from '../src/analysis/sensitivity/scenarioModel.ts';
import { SWEEP } from '../src/analysis/sensitivity/scenarioSensitivity.ts';
import { fail, type Result } from '../src/domain/result.ts';
import type { Scenario } from '../src/domain/scenario.ts';
import { answerBranch, type BranchAnswer, type Pause } from './answerBranch.ts';
import { branchStartOf } from './branchStartOf.ts';
import { commonErrorWords } from './commonError.ts';
import { stampLines } from './exportScenario.ts';
import { printLines } from './printLines.ts';
import { entriesOf, kernelOf, tooLarge } from './scenarioGame.ts';
import type { SensitivityAsk } from './sensitivityAsk.ts';
import { sensitivityTable } from './sensitivityTable.ts';
import { sensitivityText } from './sensitivityText.ts';
import { sweeperOf } from './sweepThreads.ts';
import { usage } from './usage.ts';
import { writeTable } from './writeTable.ts';

/** What `parley sensitivity` tells of a scenario. */
export interface ScenarioSensitivity {
  readonly title: string;
  readonly stamp: readonly string[];
  readonly of: string;
  readonly ofName: string;
  /** Where everything is looked at: −1 is low, 0 central, 1 high. */
  readonly positions: readonly number[];
  readonly branches: Readonly<Record<string, BranchAnswer>>;
}

/** Lets an interruption through, and says on a terminal how far the work is. */
function pausing(): { readonly pause: Pause; readonly end: () => void } {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  process.once('SIGINT', stop);
  const tell = (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  };
  return {
    pause: async (told) => {
      tell(`${told}; Ctrl C stops`);
      await new Promise(setImmediate);
      return stopped;
    },
    end: () => {
      tell('');
      process.off('SIGINT', stop);
    },
  };
}

/** The model of a branch; in words, why there is none. */
function modelOf(kernel: ScenarioKernel, branch: string, actor: number): Result<ScenarioModel, string> {
  const start = branchStartOf(kernel.scenario, branch, kernel);
  if (start === undefined) return fail(`${branch}: ${tooLarge(false)}`);
  const model = scenarioModel(start, actor);
  return model.ok ? model : fail(`${branch}: ${model.error.message}`);
}

/** What a scenario's branches come to as their numbers vary; or the exit code with which the command ends, its reason printed. */
async function answers(
  usageLine: string,
  scenario: Scenario,
  ask: SensitivityAsk,
): Promise<Readonly<Record<string, BranchAnswer>> | 1 | 2> {
  const kernel = kernelOf(scenario);
  const actor = kernel.stakes.actors.indexOf(ask.of ?? '');
  const all = Object.keys(scenario.branches).filter((branch) => entriesOf(scenario, branch).length > 0);
  if (actor < 0) {
    const known = kernel.stakes.actors.join(', ');
    const wrong = ask.of === undefined ? 'say whose value: --of is' : `\`${ask.of}\` has no stakes here: --of is`;
    return usage.refuse(usageLine, `${wrong} one of ${known}`);
  }
  if (ask.from !== undefined && !all.includes(ask.from))
    return usage.refuse(usageLine, `--from is a branch of the table (${all.join(', ')}), not \`${ask.from}\``);
  const { pause, end } = pausing();
  const found: [string, BranchAnswer][] = [];
  try {
    for (const branch of ask.from === undefined ? all : [ask.from]) {
      const model = modelOf(kernel, branch, actor);
      if (!model.ok) {
        console.error(`parley: ${model.error}`);
        return 1;
      }
      const sweeper = sweeperOf(model.value, branch);
      try {
        const answer = await answerBranch(branch, model.value, ask, sweeper, pause);
        if (answer === undefined) {
          console.error('\nStopped; nothing was printed.');
          return 1;
        }
        if (!answer.ok) return usage.refuse(usageLine, answer.error);
        found.push([branch, answer.value]);
      } finally {
        await sweeper.close();
      }
    }
  } finally {
    end();
  }
  return Object.fromEntries(found);
}

/** `parley sensitivity` of a scenario: one actor's value of each branch from its own beginning, by rational play. */
export async function sensitivityOfScenario(
  usageLine: string,
  scenario: Scenario,
  ask: SensitivityAsk,
): Promise<number> {
  const branches = await answers(usageLine, scenario, ask);
  if (typeof branches === 'number') return branches;
  const of = ask.of ?? '';
  const told: ScenarioSensitivity = {
    title: scenario.title,
    stamp: [
      ...stampLines(scenario),
      ...(ask.information ? [`Draws of the numbers: ${commonErrorWords(scenario)}.`] : []),
    ],
    of,
    ofName: scenario.actors[of]?.name ?? of,
    positions: SWEEP,
    branches,
  };
  const isWritten = ask.csv === undefined || (await writeTable(ask.csv, sensitivityTable(told), told.stamp, ask.force));
  await printLines(
    ask.json ? [JSON.stringify({ ok: true, ...told }, null, 2)] : sensitivityText(scenario, told, ask.spider),
  );
  return isWritten ? 0 : 1;
}
