import type { ReactNode } from 'react';
import type { PlotTheme } from '../charts/plotTheme.ts';
import styles from './OutcomeLegend.module.css';
import { useWords } from './useWords.ts';

/** What the marks of the scatter are, in words. */
export function OutcomeLegend({
  theme,
  crosses,
  footprint,
}: {
  readonly theme: PlotTheme;
  readonly crosses: readonly { readonly letter: string; readonly label: string }[];
  /** The end whose own squares are shown. */
  readonly footprint: string | undefined;
}) {
  const { plot } = useWords();
  const { legend } = plot;
  const entries: readonly (readonly [string, ReactNode])[] = [
    [legend.agreement, <circle key="mark" cx="8" cy="8" r="6" fill={theme.accent} />],
    [legend.noAgreement, <circle key="mark" cx="8" cy="8" r="6" fill="none" stroke={theme.ink} strokeWidth="1.5" />],
    [legend.range, <path key="mark" d="M1 8H15M8 1V15" stroke={theme.axis} strokeWidth="1.5" />],
    [legend.cells, <rect key="mark" x="2" y="2" width="12" height="12" fill={theme.axis} fillOpacity="0.25" />],
    ...(footprint === undefined
      ? []
      : [
          [
            legend.footprint(footprint),
            <rect key="mark" x="2" y="2" width="12" height="12" fill={theme.accent} fillOpacity="0.5" />,
          ] as const,
        ]),
    [legend.frontier, <path key="mark" d="M1 3H6V9H11V14H15" fill="none" stroke={theme.accent} strokeWidth="1.5" />],
    ...crosses.map(
      ({ label }) => [label, <path key="mark" d="M2 8H14M8 2V14" stroke={theme.ink} strokeWidth="2.5" />] as const,
    ),
  ];
  return (
    <ul className={styles.legend} aria-label={legend.title}>
      {entries.map(([label, mark]) => (
        <li key={label}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            {mark}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}
