import { CONSOLE_KEYS } from '../../keys/consoleKeys.ts';
import { KeyList } from '../../keys/KeyList.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { usePresentWords } from '../words.ts';

const GROUPS = ['run', 'room', 'time', 'go', 'write'] as const;

/** The console's keys, from the table that its handler reads. */
export function ConsoleKeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { keys } = usePresentWords();
  return (
    <Sheet title={keys.title} onClose={onClose}>
      <p>{keys.note}</p>
      {GROUPS.map((group) => (
        <KeyList
          key={group}
          title={keys.groups[group]}
          rows={CONSOLE_KEYS.filter((binding) => binding.group === group).map(({ deed, shown }) => ({
            deed,
            shown,
            says: keys.deeds[deed],
            isRange: deed === 'choose',
          }))}
        />
      ))}
    </Sheet>
  );
}
