import { Symbols } from 'recharts';
import type { Actor } from '../../domain/scenario.ts';
import type { PlotTheme } from '../charts/plotTheme.ts';
import type { PayoffPlane } from './payoffPlane.ts';
import { useWords } from './useWords.ts';

/** What the two scales measure: each principal by name, shape and colour. */
export function AxisNames({
  actors: [first, second],
  plane,
  theme,
}: {
  readonly actors: readonly [Actor, Actor];
  readonly plane: PayoffPlane;
  readonly theme: PlotTheme;
}) {
  const { plot } = useWords();
  const { text } = theme;
  const name = (actor: Actor) => (
    <g fill={theme.actor(actor.colour)} fontSize={text} fontWeight={600}>
      <Symbols type={actor.shape} cx={0} cy={0} size={0.45 * text ** 2} />
      <text x={0.8 * text} y={0} dominantBaseline="central">
        {plot.axis(actor.name)} →
      </text>
    </g>
  );
  return (
    <>
      <g transform={`translate(${plane.left + 0.5 * text} ${plane.size - 0.75 * text})`}>{name(first)}</g>
      <g transform={`translate(${0.75 * text} ${plane.bottom - 0.5 * text}) rotate(-90)`}>{name(second)}</g>
    </>
  );
}
