import type { ReactNode } from 'react';
import { useText } from '../text/useText.ts';
import type { Screen } from './address.ts';
import styles from './Bar.module.css';
import { useParley } from './parley.ts';

/** Screens that every page leads to, in the order of use. */
const TABS = ['walk', 'compare', 'tradeoffs', 'sources', 'studies'] as const;

/** A screen that a tab or a button of the bar leads to. */
export type BarScreen = (typeof TABS)[number] | 'present';

/** The bar of every screen: what this is, where one can go, what the scores are, and the tools, which are handed in. */
export function Bar({
  at,
  to,
  children,
}: {
  readonly at: Screen;
  /** Routes by screen. */
  readonly to: Readonly<Record<BarScreen, string>>;
  readonly children: ReactNode;
}) {
  const { scenario } = useParley();
  const text = useText();
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <p className={styles.mark}>
          {text.name} <span>{scenario.title}</span>
        </p>
        <nav className={styles.tabs} aria-label={text.name}>
          {TABS.map((tab) => (
            <a key={tab} href={`#${to[tab]}`} aria-current={at === tab ? 'page' : undefined}>
              {text.screens[tab]}
            </a>
          ))}
        </nav>
        <p className={styles.standing}>{text.standing}</p>
        <div className={styles.tools}>{children}</div>
        <a
          className={`button primary ${styles.present}`}
          href={`#${to.present}`}
          aria-current={at === 'present' ? 'page' : undefined}
        >
          {text.screens.present}
        </a>
      </header>
    </div>
  );
}
