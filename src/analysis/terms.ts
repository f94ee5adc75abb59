/** A word that takes a side, or that means something else in law, with what Parley writes instead. */
export interface Term {
  /** Small letters match a capital at the start of a sentence too; a form with a capital matches as it is written. */
  readonly forms: readonly string[];
  readonly instead: string;
  readonly why: string;
  /** Fixed expressions that hold the word and are in order. */
  readonly unless?: readonly string[];
}

/**
 * Words to avoid in a scenario's own voice in English; inside quotation marks they may stand, with whoever said them. After the
 * glossary of the Kursk scenario, AP's and the UN's usage, and the conflict-sensitive reporting guides of the OSCE (2016) and Howard.
 */
export const TERMS_TO_AVOID: readonly Term[] = [
  { forms: ['Kiev'], instead: 'Kyiv', why: 'The Ukrainian form; AP has used it since 2019.' },
  {
    forms: ['Zelenskyy', 'Zelenskiy', 'Zelenskyi', 'Zelenskii'],
    instead: 'Zelensky',
    why: 'One transliteration throughout.',
  },
  { forms: ['Syrisky', 'Syrskiy', 'Syrsky', 'Syrskii'], instead: 'Syrskyi', why: 'One transliteration throughout.' },
  {
    forms: ['former Kursk', 'Kurshchyna'],
    instead: 'Kursk region',
    why: 'It is a region of Russia, and its name is Kursk.',
  },
  { forms: ['oblast', 'oblasts'], instead: 'region', why: 'One word for both countries.' },
  {
    forms: ['capital of Kursk'],
    instead: 'centre of Sudzha district',
    why: 'Sudzha is the centre of a district only.',
  },
  {
    forms: ['special military operation'],
    instead: 'full-scale invasion of Ukraine',
    why: 'The name that one side gave; the other follows the United Nations.',
  },
  {
    forms: ['invasion', 'invasions', 'invade', 'invades', 'invaded', 'invading', 'aggression', 'adventure'],
    instead: 'cross-border operation, or incursion for short',
    why: 'A verdict in a noun. The full-scale invasion of Ukraine of February 2022 is the name that the United Nations uses.',
    unless: ['full-scale invasion of Ukraine'],
  },
  {
    forms: ['occupied', 'occupy', 'occupies', 'occupying', 'occupation', 'occupier', 'occupiers'],
    instead: 'held by, controlled by',
    why: 'The same word for both sides; occupation is a term of law.',
  },
  {
    forms: ['liberate', 'liberates', 'liberated', 'liberating', 'liberation'],
    instead: 'retaken, recaptured',
    why: 'It says whose ground it should be.',
  },
  { forms: ['regime', 'regimes', 'junta'], instead: 'government', why: 'It denies that a government is one.' },
  {
    forms: ['mercenary', 'mercenaries'],
    instead: 'foreign fighters',
    why: 'A legal term (Additional Protocol I, article 47) that few of them meet.',
  },
  {
    forms: [
      'capitulate',
      'capitulates',
      'capitulated',
      'capitulating',
      'capitulation',
      'give themselves up',
      'gave themselves up',
    ],
    instead: 'lay down arms, surrender',
    why: 'A soldier who surrenders does not decide for a country.',
  },
  {
    forms: ['cauldron', 'cauldrons', 'trapped'],
    instead: 'encirclement, with its status',
    why: 'The encirclement is disputed.',
  },
  {
    forms: ['truce', 'truces', 'armistice', 'armistices'],
    instead: 'ceasefire',
    why: 'Different things: an armistice ends a war, a truce is local and short.',
  },
  {
    forms: ['claimed', 'alleged', 'allegedly', 'boasts', 'boasted'],
    instead: 'said',
    why: 'The verb passes a verdict on what was said; one verb for both sides does not.',
  },
  { forms: ['terrorist', 'terrorists'], instead: 'what was done, and by whom', why: 'A verdict, not a description.' },
  {
    forms: ['massacre', 'massacres', 'massacred'],
    instead: 'what was done, and by whom',
    why: 'A verdict, not a description.',
  },
  {
    forms: ['fanatic', 'fanatics', 'fanatical'],
    instead: 'what somebody said or wants',
    why: 'It makes people less than people.',
  },
];
