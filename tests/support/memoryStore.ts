import { type StudyEntry, stampKey } from '../../src/domain/studyEntry.ts';
import type { StoreNews, StudyStore } from '../../src/ui/app/studyStore.ts';

/** What the tabs of one browser share: what is kept, and who listens. A later tick delivers, as a browser does. */
export class MemoryBrowser {
  readonly studies = new Map<string, Map<string, StudyEntry>>();
  readonly opened = new Map<string, number>();
  readonly #ears = new Map<object, Set<(news: StoreNews) => void>>();
  /** Refuses everything while true, as a private window or a full disk does. */
  refuses = false;
  #now = 0;

  /** The store as one tab has it. */
  tab(): StudyStore {
    const self = {};
    const ears = new Set<(news: StoreNews) => void>();
    this.#ears.set(self, ears);
    const tell = (news: StoreNews) => {
      for (const [tab, others] of this.#ears)
        if (tab !== self) for (const ear of others) queueMicrotask(() => ear(structuredClone(news)));
    };
    const attempt = async <Value>(does: () => Value): Promise<Value> => {
      await Promise.resolve();
      if (this.refuses) throw new DOMException('no room', 'QuotaExceededError');
      return does();
    };
    const add = (study: string, entries: readonly StudyEntry[]) => {
      const log = this.studies.get(study) ?? new Map<string, StudyEntry>();
      this.studies.set(study, log);
      for (const entry of entries) if (!log.has(stampKey(entry.stamp))) log.set(stampKey(entry.stamp), entry);
    };
    let unsaved: { readonly study: string; readonly entries: readonly StudyEntry[] }[] = [];
    return {
      studies: () => attempt(() => [...this.studies.keys()].map((id) => ({ id, opened: this.opened.get(id) }))),
      load: (study) => attempt(() => [...(this.studies.get(study)?.values() ?? [])]),
      save: (study, entries) => {
        tell({ type: 'written', study, entries });
        unsaved.push({ study, entries });
        return attempt(() => {
          for (const each of unsaved) add(each.study, each.entries);
          unsaved = [];
        });
      },
      begin: (study, entries, known) =>
        attempt(() => {
          const isFirst = [...this.studies.keys()].every((id) => known.includes(id));
          if (isFirst) add(study, entries);
          return isFirst;
        }),
      forget: (study) =>
        attempt(() => {
          this.studies.delete(study);
          tell({ type: 'forgotten', study });
        }),
      remember: (study) =>
        attempt(() => {
          this.#now += 1;
          this.opened.set(study, this.#now);
        }),
      setAside: () => attempt(() => []),
      clearAside: () => attempt(() => undefined),
      listen: (heard) => {
        ears.add(heard);
        return () => ears.delete(heard);
      },
    };
  }
}
