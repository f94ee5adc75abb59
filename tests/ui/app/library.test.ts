import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { requireScenario } from '../../../cli/loadScenario.ts';
import { type NegotiationMachine, negotiation } from '../../../machines/negotiation.ts';
import { type StudyEvent, studyMachine } from '../../../machines/study.ts';
import { chapters } from '../../../src/domain/chapters.ts';
import { emptyStudy, foldStudy, isInBin, stepAt } from '../../../src/domain/study.ts';
import { createKeeping } from '../../../src/ui/app/keeping.ts';
import { type Library, openLibrary } from '../../../src/ui/app/library.ts';
import { MemoryBrowser } from '../../support/memoryStore.ts';
import { told } from '../../support/randomStudy.ts';

let machine: NegotiationMachine;
beforeAll(async () => {
  machine = negotiation(await requireScenario(new URL('../../../scenarios/kursk-2025', import.meta.url).pathname));
});

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id${ids}`;
};

/** A tab of a browser, with the library that it opens. */
async function openTab(browser: MemoryBrowser, last?: string) {
  const writer = newId();
  const keeping = createKeeping();
  let session = last;
  const library = await openLibrary({
    store: browser.tab(),
    keeping,
    start: (entries) => createActor(studyMachine, { input: { machine, entries, writer } }),
    newId,
    now: () => 1,
    writer,
    stamp: 'kursk-2025@1.0.0.a',
    firstName: 'My lines',
    saved: () => undefined,
    session: {
      read: () => session,
      write: (id) => {
        session = id;
      },
    },
  });
  return { library, keeping, session: () => session };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));
const LINE = ['table.ceasefire'];
const walk: StudyEvent = { type: 'study.play', move: 'table.ceasefire' };
const nameOf = (library: Library, id = library.shelf().open) =>
  library.shelf().studies.get(id)?.getSnapshot().context.study.name?.value;

/** Makes a study as the screen does, and shows it. */
async function create(library: Library, name: string): Promise<string> {
  const { id, study } = library.make();
  study.send({ type: 'whole.create', name, scenario: 'kursk-2025@1.0.0.a', order: 2, content: [] });
  await library.show(id);
  return id;
}

describe('beginning', () => {
  test('a first visit begins with one study, and the next finds it as it was left', async () => {
    const browser = new MemoryBrowser();
    const { library } = await openTab(browser);
    expect(nameOf(library)).toBe('My lines');
    library.current().send(walk);
    await settled();
    const again = await openTab(browser);
    expect(again.library.shelf().open).toBe(library.shelf().open);
    expect(stepAt(again.library.current().getSnapshot().context.study, LINE)).toBeDefined();
  });

  test('two tabs that begin at the same moment begin with the same study', async () => {
    const browser = new MemoryBrowser();
    const [one, two] = await Promise.all([openTab(browser), openTab(browser)]);
    expect(one.library.shelf().open).toBe(two.library.shelf().open);
    expect(browser.studies.size).toBe(1);
  });

  test('a tab shows what it showed last, another tab what was opened last, and neither what lies in the bin', async () => {
    const browser = new MemoryBrowser();
    const { library } = await openTab(browser);
    const first = library.shelf().open;
    const second = await create(library, 'Second');
    await settled();
    expect((await openTab(browser)).library.shelf().open).toBe(second);
    expect((await openTab(browser, first)).library.shelf().open).toBe(first);
    library.current().send({ type: 'whole.remove' });
    await settled();
    expect((await openTab(browser, second)).library.shelf().open).toBe(first);
  });
});

describe('a browser that refuses', () => {
  test('leaves a study that works, and what was written is kept once the browser takes it again', async () => {
    const browser = new MemoryBrowser();
    browser.refuses = true;
    const { library, keeping } = await openTab(browser);
    library.current().send(walk);
    await settled();
    expect(keeping.refused()).toBe(true);
    expect(stepAt(library.current().getSnapshot().context.study, LINE)).toBeDefined();
    expect(library.entries(library.shelf().open)).toHaveLength(3);
    browser.refuses = false;
    library.current().send({ type: 'study.note', line: LINE, note: 'Now' });
    await settled();
    expect(keeping.refused()).toBe(false);
    const kept = [...(browser.studies.get(library.shelf().open)?.values() ?? [])];
    expect(kept.map(({ type }) => type)).toEqual(['studyCreated', 'studyNamed', 'added', 'noted']);
  });
});

describe('undo over all studies', () => {
  test('takes back the last act on any of them, and shows what it brings back', async () => {
    const { library } = await openTab(new MemoryBrowser());
    const first = library.shelf().open;
    library.current().send(walk);
    const second = await create(library, 'Second');
    library.current().send({ type: 'whole.rename', name: 'Renamed' });
    library.undo();
    expect(nameOf(library, second)).toBe('Second');
    library.undo();
    await settled();
    expect(library.shelf().open).toBe(first);
    expect(library.shelf().turned).toMatchObject({ study: second, way: 'undone', what: 'whole.create' });
    library.undo();
    expect(stepAt(library.current().getSnapshot().context.study, LINE)).toBeUndefined();
    for (let time = 0; time < 5; time += 1) library.redo();
    await settled();
    expect(nameOf(library)).toBe('Renamed');
    expect(stepAt(library.shelf().studies.get(first)?.getSnapshot().context.study ?? emptyStudy, LINE)).toBeDefined();
  });

  test('an undo on Walk is the same undo', async () => {
    const { library } = await openTab(new MemoryBrowser());
    library.current().send(walk);
    library.current().send({ type: 'study.undo' });
    expect(library.shelf().done).toEqual([]);
    library.redo();
    expect(stepAt(library.current().getSnapshot().context.study, LINE)).toBeDefined();
  });

  test('the only study that goes to the bin leaves a new one, and comes back by undo', async () => {
    const { library } = await openTab(new MemoryBrowser());
    const first = library.shelf().open;
    library.current().send({ type: 'whole.remove' });
    await settled();
    expect(library.shelf().open).not.toBe(first);
    library.undo();
    await settled();
    expect(library.shelf().open).toBe(first);
  });
});

describe('several tabs', () => {
  test('a study that one tab makes, renames or deletes is made, renamed or gone in the other', async () => {
    const browser = new MemoryBrowser();
    const [one, two] = [await openTab(browser), await openTab(browser)];
    await two.library.readAll();
    const id = await create(one.library, 'Second');
    await settled();
    expect(nameOf(two.library, id)).toBe('Second');
    await two.library.show(id);
    one.library.current().send({ type: 'whole.rename', name: 'Renamed' });
    await settled();
    expect(nameOf(two.library, id)).toBe('Renamed');
    await one.library.forget(id);
    await settled();
    for (const { library } of [one, two]) {
      expect(library.shelf().studies.has(id)).toBe(false);
      expect(library.shelf().open).not.toBe(id);
    }
    expect(browser.studies.has(id)).toBe(false);
  });

  test('that write at once, and take back, end alike, and a tab opened afterwards finds the same', async () => {
    const MOVES = ['table.ceasefire', 'table.withdrawal', 'table.surrender-demand'];
    const act = fc.oneof(
      fc.constantFrom(...MOVES).map((move): StudyEvent[] => [{ type: 'study.first' }, { type: 'study.play', move }]),
      fc
        .tuple(fc.constantFrom(...MOVES), fc.string())
        .map(([move, note]): StudyEvent[] => [{ type: 'study.note', line: [move], note }]),
      fc.constantFrom(...MOVES).map((move): StudyEvent[] => [{ type: 'chapter.keep', line: [move], name: '' }]),
      fc.constantFrom<StudyEvent[]>([{ type: 'study.undo' }], [{ type: 'study.redo' }]),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(1), act, fc.boolean()), { maxLength: 30 }), async (acts) => {
        const browser = new MemoryBrowser();
        const tabs = await Promise.all([openTab(browser), openTab(browser)]);
        for (const [who, events, waits] of acts) {
          for (const event of events) tabs[who]?.library.current().send(event);
          if (waits) await Promise.resolve();
        }
        await settled();
        const studies = tabs.map(({ library }) => told(library.current().getSnapshot().context.study));
        expect(studies[0]).toEqual(studies[1]);
        const kept = [...(browser.studies.get(tabs[0].library.shelf().open)?.values() ?? [])];
        expect(told(foldStudy(emptyStudy, kept))).toEqual(studies[0]);
      }),
      { numRuns: 40 },
    );
  });
});

test('everything that a study knows can be exported, and a bin is no loss', async () => {
  const { library } = await openTab(new MemoryBrowser());
  const id = library.shelf().open;
  const study = library.current();
  study.send(walk);
  study.send({ type: 'chapter.keep', line: LINE, name: 'Plan' });
  study.send({ type: 'whole.remove' });
  await settled();
  const again = foldStudy(emptyStudy, library.entries(id));
  expect(isInBin(again)).toBe(true);
  expect(chapters(again).map(({ name }) => name)).toEqual(['Plan']);
});
