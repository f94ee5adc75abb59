import type { FacilitatorView } from '../../../workshop/viewFor.ts';
import { useParley } from '../../app/parley.ts';

/** The state of each condition: in the present round, or as the next round is to begin. */
export function useConditions(view: FacilitatorView): Readonly<Record<string, string>> {
  const { read } = useParley();
  const between = view.phase === 'conditions' || view.phase === 'swap';
  const line = between ? view.conditions : (view.negotiation?.line ?? view.conditions);
  return read(line)?.context.conditions ?? {};
}
