import { Sheet } from '../parts/Sheet.tsx';
import type { Messages } from '../text/en.ts';
import { useText } from '../text/useText.ts';
import { KeyList } from './KeyList.tsx';
import { KEY_TABLE } from './keyTable.ts';

/** What the control key is called on this computer. */
const CONTROL = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';

/** The list of keys, made from the table that the handler reads. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const groups = Object.keys(text.keys.groups) as (keyof Messages['keys']['groups'])[];
  return (
    <Sheet title={text.keys.title} onClose={onClose}>
      <p>{text.keys.note}</p>
      {groups.map((group) => (
        <KeyList
          key={group}
          title={text.keys.groups[group]}
          rows={KEY_TABLE.filter((binding) => binding.group === group).map(({ deed, shown }) => ({
            deed,
            shown: shown.map((key) => (key === 'Ctrl' ? CONTROL : key)),
            says: text.keys[deed],
            isRange: deed === 'choose',
          }))}
        />
      ))}
    </Sheet>
  );
}
