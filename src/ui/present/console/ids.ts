/** Where keys of the console put the focus. */
export const HANDS_ID = 'hands-first';
export const INJECT_ID = 'inject-cards';
export const OVERRIDE_ID = 'override-move';
export const NOTES_ID = 'private-notes';
export const PROMPT_NOTE_ID = 'prompt-note';

/** What a note is about where it is about no prompt: the facilitator alone. */
export const PRIVATE = 'private';
