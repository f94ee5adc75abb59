import { useSelector } from '@xstate/react';
import { useDeferredValue, useEffect, useRef } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Line } from '../../domain/identifier.ts';
import { beginsWith, sameLine } from '../../domain/line.ts';
import { formatAddress, parseAddress } from './address.ts';
import type { StudyActor } from './library.ts';
import { useParley } from './parley.ts';

/** The reader's line and study, re-read when they change. */
export function useStudyState() {
  const { study } = useParley();
  return useSelector(study, ({ context }) => context);
}

/** Where the reader stands. */
export function useLine(): Line {
  const { study } = useParley();
  return useSelector(study, ({ context }) => context.line);
}

/** The study that an entry of the browser's history was made in, if it says. */
function studyOfEntry(): string | undefined {
  const state = window.history.state as { readonly study?: string } | null;
  return state?.study;
}

/** Whether the browser still stands at a route: several steps of its history may come and go before the page is drawn. */
const isAt = (route: string): boolean => `/${window.location.hash.replace(/^#?\/?/, '')}` === route;

/** Keeps the address bar and the study's line equal: stepping writes the address, and Back, Forward or a link move the cursor. */
export function useAddressedLine(): void {
  const { study, library, stamp } = useParley();
  // Deferred as the page is: the address names the step that is shown.
  const line = useDeferredValue(useLine());
  const [route, navigate] = useHashLocation();
  // The address of a step that the reader has taken since, or is taking now: read back as theirs, it would undo the next one.
  const written = useRef<string>(undefined);
  // A way back into another study that is still being gone: until then the line is that of the study before.
  const going = useRef<Promise<void>>(undefined);
  // Only a change of the address may move the cursor; comparing with the line here would undo the reader's own step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    const address = parseAddress(route);
    const isOurs = route === written.current;
    written.current = undefined;
    if (isOurs || address.screen !== 'walk' || !isAt(route)) return;
    const { open } = library.shelf();
    const of = studyOfEntry();
    const jumpIn = (actor: StudyActor) => {
      if (!sameLine(address.line, actor.getSnapshot().context.line))
        actor.send({ type: 'study.jump', line: address.line });
    };
    if (of === undefined) window.history.replaceState({ ...window.history.state, study: open }, '');
    if (of === undefined || of === open) return jumpIn(library.current());
    // Back leads to what was shown, in the study of that moment: a line of one study is never put into another.
    const back = async () => {
      const actor = await library.read(of).catch(() => undefined);
      if (!isAt(route)) return;
      if (actor !== undefined) {
        // Before it is shown: a study that stands elsewhere would write its own step over the address.
        jumpIn(actor);
        await library.show(of);
        return;
      }
      const { line: present } = library.current().getSnapshot().context;
      navigate(formatAddress({ screen: 'walk', line: present }, stamp), { replace: true, state: { study: open } });
    };
    const way = back().finally(() => {
      if (going.current === way) going.current = undefined;
    });
    going.current = way;
  }, [route]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a step of the reader writes the address.
  useEffect(() => {
    const address = parseAddress(route);
    if (address.screen !== 'walk' || sameLine(address.line, line) || !isAt(route)) return;
    // A link that led further than the chart allows is replaced; a step is a new entry of the history.
    const { dropped, line: present } = study.getSnapshot().context;
    // The page is behind, and the reader has gone back or forward since: written now, this step would undo that.
    if (going.current || sameLine(address.line, present) || !beginsWith(present, line)) return;
    const state = { study: library.shelf().open };
    written.current = formatAddress({ screen: 'walk', line }, stamp);
    navigate(written.current, { replace: dropped.length > 0, state });
  }, [line]);
}
