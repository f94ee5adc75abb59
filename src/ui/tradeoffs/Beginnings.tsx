import { sameLine } from '../../domain/line.ts';
import { type LineReading, useLineReading } from '../app/lineReading.ts';
import { useParley } from '../app/parley.ts';
import { useLine } from '../app/useStudy.ts';
import { placeLabel } from '../text/sentences.ts';
import { useText } from '../text/useText.ts';
import { Group, type OnView } from './Filters.tsx';
import type { TradeoffsView } from './tradeoffsView.ts';
import { useWords } from './useWords.ts';

/** Where lines begin: at the table, at a place that the address names, or where the reader stands on Walk. */
export function Beginnings({
  view,
  from,
  onView,
}: {
  readonly view: TradeoffsView;
  readonly from: LineReading;
  readonly onView: OnView;
}) {
  const { scenario } = useParley();
  const { walk } = useText();
  const { filters } = useWords();
  const line = useLine();
  const here = useLineReading(line);
  const place = (reading: LineReading) => placeLabel(scenario, reading.state);
  const isHere = sameLine(line, view.from);
  // With nothing walked there is nothing to choose.
  if (line.length === 0 && view.from.length === 0) return null;
  const begin = (start: typeof line) => () => onView({ from: start, branches: [], conditions: {} });
  return (
    <Group label={filters.from}>
      <label>
        <input type="radio" name="from" checked={view.from.length === 0} onChange={begin([])} />
        {filters.fromTable}
      </label>
      {view.from.length === 0 || isHere ? null : (
        <label>
          <input type="radio" name="from" checked readOnly />
          {filters.fromLine(place(from), walk.step(from.line.length))}
        </label>
      )}
      {line.length === 0 ? null : here.ended && !isHere ? (
        <p>{filters.fromEnded}</p>
      ) : (
        <label>
          <input type="radio" name="from" checked={isHere} onChange={begin(line)} />
          {filters.fromHere(place(here), walk.step(line.length))}
        </label>
      )}
    </Group>
  );
}
