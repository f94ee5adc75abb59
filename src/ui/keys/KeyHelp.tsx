import { Sheet } from '../parts/Sheet.tsx';
import type { Messages } from '../text/en.ts';
import { useText } from '../text/useText.ts';
import styles from './KeyHelp.module.css';
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
        <section key={group}>
          <h3 className="eyebrow">{text.keys.groups[group]}</h3>
          <dl className={styles.keys}>
            {KEY_TABLE.filter((binding) => binding.group === group).map(({ deed, shown }) => (
              <div key={deed}>
                <dt>
                  {shown.map((key, index) => (
                    <span key={key}>
                      {index > 0 ? (deed === 'choose' ? '–' : ' + ') : ''}
                      <kbd>{key === 'Ctrl' ? CONTROL : key}</kbd>
                    </span>
                  ))}
                </dt>
                <dd>{text.keys[deed]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Sheet>
  );
}
