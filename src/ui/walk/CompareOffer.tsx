import { siblingLine } from '../../domain/siblings.ts';
import { formatAddress } from '../app/address.ts';
import { lineName, linesToCompare } from '../app/comparison.ts';
import { useParley } from '../app/parley.ts';
import { useStudyState } from '../app/useStudy.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useText } from '../text/useText.ts';

/** The way to the other turn, side by side with this one; nothing where the study has no other turn. */
export function CompareOffer() {
  const parley = useParley();
  const text = useText();
  const { study, line } = useStudyState();
  // Where both turns still lie ahead, there is nothing yet to set beside this step.
  if (siblingLine(study, line) === undefined) return null;
  const lines = linesToCompare(parley, { study, line });
  const [present, other] = lines;
  if (present === undefined || other === undefined) return null;
  const name = lineName(parley.scenario, study, other, [present]);
  return name === undefined ? null : (
    <a className="button" href={`#${formatAddress({ screen: 'compare', lines }, parley.stamp)}`}>
      {text.walk.compareWith(name)} <KeyHint>C</KeyHint>
    </a>
  );
}
