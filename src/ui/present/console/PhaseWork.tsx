import type { RoomEvent } from '../../../workshop/room.ts';
import type { Console } from '../useDesk.ts';
import { usePresentWords } from '../words.ts';
import { CompareWork } from './CompareWork.tsx';
import { ConsequenceWork } from './ConsequenceWork.tsx';
import styles from './Console.module.css';
import { DebriefWork } from './DebriefWork.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { HandsForm } from './HandsForm.tsx';
import { OptionChoices } from './OptionChoices.tsx';
import { RevealWork } from './RevealWork.tsx';
import { RoundStart } from './RoundStart.tsx';

/** What the facilitator works with in the present phase, under the big button. */
export function PhaseWork({ console, log }: { readonly console: Console; readonly log: readonly RoomEvent[] }) {
  const words = usePresentWords();
  const { view, send } = console;
  switch (view.phase) {
    case 'lobby':
      return (
        <p className={styles.row}>
          <a className="button" href="#/present/print">
            {words.start.print}
          </a>
        </p>
      );
    case 'briefing':
    case 'discuss':
    case 'rewound':
      return null;
    case 'conditions':
    case 'swap':
      return <RoundStart console={console} />;
    case 'present':
      return <OptionChoices console={console} />;
    case 'vote':
    case 'sealed':
      return <HandsForm console={console} />;
    case 'reveal':
      return <RevealWork console={console} />;
    case 'consequence':
      return <ConsequenceWork console={console} />;
    case 'inject':
      return (
        <p className={styles.row}>
          <button type="button" className="button" onClick={() => send({ type: 'inject.return' })}>
            {view.inject?.fired === true ? words.next.return : words.inject.hold}
          </button>
        </p>
      );
    case 'compare':
      return <CompareWork console={console} />;
    case 'debrief':
      return (
        <>
          <DebriefWork console={console} />
          <ExportPanel view={view} log={log} />
        </>
      );
    case 'closed':
      return <ExportPanel view={view} log={log} />;
    default:
      return view.phase satisfies never;
  }
}
