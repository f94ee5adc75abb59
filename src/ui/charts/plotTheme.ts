import { useMemo } from 'react';
import { useSettings } from '../app/settings.ts';

/** Colours and the text size of a chart as plain values: a picture that is taken away keeps attributes and loses stylesheets. */
export interface PlotTheme {
  readonly ink: string;
  readonly axis: string;
  readonly grid: string;
  readonly ground: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly actor: (colour: number) => string;
  /** The smallest text of a page, in pixels. */
  readonly text: number;
}

const SMALLEST_TEXT = 0.75;

/** The theme in force, read anew when the reader changes it. */
export function usePlotTheme(): PlotTheme {
  const { dark, projector } = useSettings();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stylesheet's values depend on both settings.
  return useMemo(() => {
    const style = getComputedStyle(document.documentElement);
    const value = (name: string) => style.getPropertyValue(name).trim();
    return {
      ink: value('--ink'),
      axis: value('--ink-2'),
      grid: value('--line'),
      ground: value('--paper'),
      accent: value('--accent'),
      accentSoft: value('--accent-soft'),
      actor: (colour) => value(`--actor-${colour}`),
      text: SMALLEST_TEXT * Number.parseFloat(style.fontSize),
    };
  }, [dark, projector]);
}
