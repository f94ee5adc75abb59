import type { PlotTheme } from '../charts/plotTheme.ts';
import styles from './PictureKey.module.css';
import type { PayoffPlane } from './payoffPlane.ts';

/** What a number or a letter of the picture stands for. */
export interface PictureKeyRow {
  readonly sign: string;
  readonly label: string;
}

/** Distance of two rows, and room above the first, in text sizes. */
const ROW = 1.5;

/** The height of the key below a picture, in pixels. */
export const pictureKeyHeight = (rows: readonly PictureKeyRow[], { text }: PayoffPlane): number =>
  (rows.length + 1) * ROW * text;

/** The key of a picture that is taken away: hidden by the page's stylesheet, which such a picture loses. */
export function PictureKey({
  rows,
  plane,
  theme,
}: {
  readonly rows: readonly PictureKeyRow[];
  readonly plane: PayoffPlane;
  readonly theme: PlotTheme;
}) {
  const { text } = theme;
  return (
    <g className={styles.key} fontSize={text} fill={theme.ink}>
      {rows.map(({ sign, label }, index) => {
        const y = plane.size + (index + 1) * ROW * text;
        return (
          <g key={sign}>
            <text x={plane.left} y={y} textAnchor="end" fontWeight={600}>
              {sign}
            </text>
            <text x={plane.left + 0.75 * text} y={y}>
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}
