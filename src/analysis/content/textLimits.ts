/** A limit of a text's length, with the reason for it. */
interface TextLimit {
  /** Characters as a reader sees them, marks of facts not counted. */
  readonly characters: number;
  readonly why: string;
}

/**
 * How long each kind of text may be. The limits keep cards of one decision about equal in size, so that none draws the eye because its
 * author wrote more; each was set a little above the longest text of Kursk that reads well on a phone. Change them here and nowhere else.
 */
export const TEXT_LIMITS = {
  summary: { characters: 200, why: 'it is the one sentence under the title' },
  ask: { characters: 90, why: 'it is the heading of a decision, two lines on a phone' },
  label: { characters: 60, why: 'it is a button, a chip and a legend, two lines on a phone' },
  context: { characters: 360, why: 'it is read aloud in half a minute before a group decides' },
  told: { characters: 120, why: 'the accounts stand side by side, three lines each' },
  wouldChange: { characters: 120, why: 'it is one line under the options' },
  describes: { characters: 120, why: 'it is what an option does, in one sentence' },
  reason: { characters: 220, why: 'it stands on the option itself, beside those of its rivals' },
  departs: { characters: 130, why: 'it is a remark under an option' },
  law: { characters: 240, why: 'it is a note under an option or an end' },
  end: { characters: 520, why: 'an end is one paragraph' },
  judgement: { characters: 300, why: 'it is the reason beside a number, on a small sheet' },
  note: { characters: 240, why: 'it is a remark under its entry' },
  claim: { characters: 300, why: 'a longer claim is two facts' },
  issue: { characters: 180, why: 'problem and answer stand side by side' },
  afterwards: { characters: 240, why: 'it is one entry of a list by date' },
} as const satisfies Readonly<Record<string, TextLimit>>;

/** A kind of text of a scenario, by where a reader meets it. */
export type TextKind = keyof typeof TEXT_LIMITS;

/** Words of a sentence. Guides to plain English (B1 to B2) ask for 15 to 20 on average and nothing over 25; some law needs more. */
export const SENTENCE_WORDS = { warn: 25, fail: 32 } as const;

/** A translation may need this much more room than the English text: interfaces reckon with 30 % for Ukrainian, Russian or German. */
export const TRANSLATION_ROOM = 1.3;
