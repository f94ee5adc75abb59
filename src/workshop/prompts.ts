/** Prompts of a debrief, in their order: what a room is asked once it has seen what it did. */
export const PROMPTS = ['happened', 'surprised', 'sides', 'contested', 'change', 'missing'] as const;
export type Prompt = (typeof PROMPTS)[number];
