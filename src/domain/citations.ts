/** Facts cited in a text: “… as Kyiv said. [F12]”, or several: “[F50, X06]”. */
export const FACT_MARK = /\[([A-Z]+\d+[a-z]?(?:,\s*[A-Z]+\d+[a-z]?)*)\]/g;

/** The ids of the facts that a text cites, in order. */
export const factsInProse = (prose: string): readonly string[] =>
  [...prose.matchAll(FACT_MARK)].flatMap(([, ids]) => (ids ?? '').split(/,\s*/));
