import { stampKey } from '../../domain/studyEntry.ts';
import { readStudyFile, type StudyFileProblem } from '../../formats/studyFile.ts';
import type { Parley } from '../app/parley.ts';

/** What became of a study file. */
export type Brought =
  | { readonly type: 'problems'; readonly problems: readonly StudyFileProblem[] }
  | { readonly type: 'otherScenario'; readonly theirs: string }
  | {
      readonly type: 'brought';
      /** The studies that gained anything, with the number of entries that were not there. */
      readonly studies: readonly { readonly name: string; readonly fresh: number }[];
      /** The stamp that the file was exported with, where it is another one than this page's. */
      readonly otherStamp: string | undefined;
    };

const scenarioOf = (stamp: string): string => stamp.split('@')[0] ?? '';

/** Joins the studies of a file to the reader's own, by their ids: what is there already is not taken twice. */
export async function bringStudies(
  { library, stamp }: Pick<Parley, 'library' | 'stamp'>,
  text: string,
): Promise<Brought> {
  const read = readStudyFile(text);
  if (!read.ok) return { type: 'problems', problems: read.error };
  const { scenario, studies } = read.value;
  if (scenarioOf(scenario) !== scenarioOf(stamp)) return { type: 'otherScenario', theirs: scenarioOf(scenario) };
  const brought: { readonly name: string; readonly fresh: number }[] = [];
  for (const { id, name, entries } of studies) {
    const kept = await library.read(id).catch(() => undefined);
    const known = new Set(library.entries(id).map((entry) => stampKey(entry.stamp)));
    const fresh = entries.filter((entry) => !known.has(stampKey(entry.stamp)));
    if (fresh.length === 0) continue;
    const study = kept ?? library.make(id).study;
    study.send({ type: 'whole.bring', entries: fresh });
    await library.show(id);
    brought.push({ name, fresh: fresh.length });
  }
  return { type: 'brought', studies: brought, otherStamp: scenario === stamp ? undefined : scenario };
}
