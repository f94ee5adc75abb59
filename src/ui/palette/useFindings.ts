import { useEffect, useMemo, useState } from 'react';
import { openMoves } from '../../../machines/stepping.ts';
import type { Line, StateId } from '../../domain/identifier.ts';
import type { BarScreen } from '../app/Bar.tsx';
import { useLedgerIfThere } from '../app/loaded.ts';
import { useParley } from '../app/parley.ts';
import { useSettings } from '../app/settings.ts';
import { linesToPlaces } from '../app/shortestLines.ts';
import { useStudyState } from '../app/useStudy.ts';
import { useText } from '../text/useText.ts';
import {
  type Action,
  actionEntries,
  type Entry,
  type Findings,
  factEntries,
  find,
  lineEntries,
  moveEntries,
  placeEntries,
  screenEntries,
} from './entries.ts';
import { useWords } from './words.ts';

/** Before anything is typed, what is at hand. */
const AT_HAND: readonly Entry['group'][] = ['moves', 'screens', 'lines', 'actions'];

/** What answers a query. `looking` while decisions and ends are still being found. */
export function useFindings(
  query: string,
  to: Readonly<Record<BarScreen, string>>,
): { readonly findings: Findings; readonly looking: boolean } {
  const parley = useParley();
  const { scenario } = parley;
  const [text, words] = [useText(), useWords()];
  const { study, snapshots, line, undoable, undone } = useStudyState();
  const { dark, projector } = useSettings();
  const ledger = useLedgerIfThere();
  const places = usePlaces();
  // Not deferred: Enter must run what answers to the last letter, not to the one before it.
  const typed = query.trim();
  const here = snapshots.at(-1);
  const near = useMemo(() => {
    const actions: readonly Action[] = [
      ...(undoable.length > 0 ? (['undo'] as const) : []),
      ...(undone.length > 0 ? (['redo'] as const) : []),
      'copy',
      ...(line.length > 0 ? (['first'] as const) : []),
      dark ? 'light' : 'dark',
      projector ? 'normal' : 'large',
      'keys',
      'about',
    ];
    return [
      ...moveEntries(scenario, here === undefined ? [] : openMoves(scenario, here)),
      ...screenEntries(text, Object.keys(to) as BarScreen[]),
      ...lineEntries(words, study),
      ...actionEntries(words, actions),
    ];
  }, [scenario, here, text, words, study, to, undoable, undone, line, dark, projector]);
  const far = useMemo(
    () => [
      ...(places === undefined ? [] : placeEntries(scenario, words, places)),
      ...(ledger === undefined ? [] : factEntries(text, words, ledger, scenario.readingDate)),
    ],
    [scenario, text, words, places, ledger],
  );
  const findings = useMemo(() => {
    const all = [...near, ...far];
    return find(typed === '' ? all.filter(({ group }) => AT_HAND.includes(group)) : all, typed);
  }, [near, far, typed]);
  return { findings, looking: typed !== '' && places === undefined };
}

function usePlaces(): ReadonlyMap<StateId, Line> | undefined {
  const parley = useParley();
  const [places, setPlaces] = useState<ReadonlyMap<StateId, Line>>();
  useEffect(() => {
    let gone = false;
    linesToPlaces(parley).then((lines) => {
      if (!gone) setPlaces(lines);
    });
    return () => {
      gone = true;
    };
  }, [parley]);
  return places;
}
