import { type RefObject, useId } from 'react';
import { jointPayoffs, type Pair, pairsOf } from '../../analysis/compare.ts';
import { principals } from '../../domain/actors.ts';
import type { Scenario } from '../../domain/scenario.ts';
import { useParley } from '../app/parley.ts';
import { formatDay } from '../text/format.ts';
import { useText } from '../text/useText.ts';
import styles from './Finding.module.css';
import { bothSentence, findingSentence, redrawSentences } from './findings.ts';
import type { ComparedLine } from './lines.ts';
import { useWords, type Words } from './words.ts';

/** The letters of a pair of lines. */
export const lettersOf = (lines: readonly ComparedLine[], [first, second]: Pair) => ({
  first: lines[first]?.letter ?? '',
  second: lines[second]?.letter ?? '',
});

/** The finding for a pair, in a sentence. */
export function findingOf(scenario: Scenario, words: Words, lines: readonly ComparedLine[], pair: Pair): string {
  const places = lines.map(({ place }) => place);
  const joint = jointPayoffs(scenario, principals(scenario), places, pair);
  return findingSentence(scenario, words, lettersOf(lines, pair), joint);
}

/** What the pair comes to: the finding, how many redraws go which way, and whether either is better for both. */
export function Finding({
  lines,
  pair,
  onPair,
  heading,
}: {
  readonly lines: readonly ComparedLine[];
  readonly pair: Pair;
  readonly onPair: (pair: Pair) => void;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { scenario } = useParley();
  const text = useText();
  const words = useWords();
  const places = lines.map(({ place }) => place);
  const sides = principals(scenario);
  const joint = jointPayoffs(scenario, sides, places, pair);
  const pairs = pairsOf(lines.length);
  const finding = findingOf(scenario, words, lines, pair);
  return (
    <header className={styles.head}>
      <p className="eyebrow">
        {words.title} · {text.stamp(formatDay(scenario.readingDate))} · {scenario.title}
      </p>
      <h1 ref={heading} tabIndex={-1}>
        {finding}
      </h1>
      <p role="status" className="visually-hidden">
        {finding}
      </p>
      {lines.length > 2 ? <PairChoice lines={lines} pair={pair} onPair={onPair} /> : null}
      <p className={styles.redraws}>{redrawSentences(scenario, words, lettersOf(lines, pair), joint).join(' ')}</p>
      <div className={styles.both}>
        <h2 className="eyebrow">{words.both.title}</h2>
        {pairs.length === 1 ? (
          <p>{bothSentence(scenario, words, lettersOf(lines, pair), joint)}</p>
        ) : (
          <dl className={styles.pairs}>
            {pairs.map((each) => {
              const letters = lettersOf(lines, each);
              return (
                <div key={each.join()}>
                  <dt>{words.both.pair(letters.first, letters.second)}</dt>
                  <dd>{bothSentence(scenario, words, letters, jointPayoffs(scenario, sides, places, each))}</dd>
                </div>
              );
            })}
          </dl>
        )}
      </div>
      <p className={styles.rule}>{words.finding.rule}</p>
    </header>
  );
}

/** Of three or four lines, the two that the finding and the differences are about. */
function PairChoice({
  lines,
  pair: [first, second],
  onPair,
}: {
  readonly lines: readonly ComparedLine[];
  readonly pair: Pair;
  readonly onPair: (pair: Pair) => void;
}) {
  const { pair: words } = useWords();
  const id = useId();
  // The same line twice is no comparison: choosing the other's line swaps the two.
  const choose = (at: 0 | 1, place: number) => {
    const other = at === 0 ? second : first;
    const kept = place === other ? (at === 0 ? first : second) : other;
    onPair(at === 0 ? [place, kept] : [kept, place]);
  };
  return (
    <fieldset className={styles.pair}>
      <legend className="visually-hidden">{words.legend}</legend>
      {([0, 1] as const).map((at) => (
        <span key={at}>
          <label htmlFor={`${id}-${at}`}>{at === 0 ? words.legend : words.against}</label>{' '}
          <select
            id={`${id}-${at}`}
            value={at === 0 ? first : second}
            onChange={({ target }) => choose(at, Number(target.value))}
          >
            {lines.map(({ key, letter, name }, place) => (
              <option key={key} value={place}>
                {words.name(letter, name)}
              </option>
            ))}
          </select>
        </span>
      ))}
    </fieldset>
  );
}
