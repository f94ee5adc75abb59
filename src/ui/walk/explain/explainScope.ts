/** What a waterfall takes apart: the step just taken, or the whole line. */
export type ExplainScope = 'step' | 'line';
