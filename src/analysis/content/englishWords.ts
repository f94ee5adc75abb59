const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.flatMap((line) => line.split(' ')));

/** Titles that a person's name follows. */
export const TITLES = words(
  'President Minister Chancellor Secretary Ambassador Senator Governor Mayor General Colonel Admiral Judge Professor',
  'King Queen Pope Mr Mrs Ms Dr',
);

/** What may follow a title in the name of a body. */
export const BODIES = words('Staff Assembly Secretariat Office Council Court');

/** Verbs by which somebody's words are told. Whether somebody says something can be checked, so these ask for a fact. */
export const REPORTS = words(
  'says say asks denies announces promises calls names demands states insists replies rejects accepts refuses proposes',
  'offers speaks warns threatens claims reports',
);

/** Words by which a sentence says that words are somebody's. */
export const ATTRIBUTION = words(
  'said says say told called calls named names wrote writes spoke speaks asked asks announced announces described',
  'describes promised denied word words statement quoted',
);

/** Past forms that are nothing else: no participle, no noun. */
export const PAST = words(
  'was were did took gave went came began fell rose grew drew became spoke wrote saw knew broke chose drove flew shrank',
);

/** Past forms that are participles too: after an auxiliary they are no simple past. */
export const PAST_OR_PARTICIPLE = words('had said told stood fought sought');

export const AUXILIARIES = words('is are be been being has have having');

/** Words in “-ed” that are no past. */
export const NOT_PAST = words('need speed indeed exceed proceed succeed hundred sacred armed united');

/** Words after which a form in “-ed” is a participle or an adjective: something was done, by somebody or at any time. */
export const NEVER_BEFORE_PAST = words(
  'is are am be been being was were has have had having get gets getting stay stays remain remains look looks seem seems',
  'a an the this that these those its their his her each every any no some one two three few many much other another such',
  'of in on at by with without for from to under over into as than like',
  'and or but not nor neither if when once unless until while where though because',
  'more less most least so too very well still already yet just never ever also only both all newly half longer',
);
