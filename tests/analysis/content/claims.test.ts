import { describe, expect, test } from 'vitest';
import { claimIn, claimsNothing, peopleNamed } from '../../../src/analysis/content/claims.ts';
import { harbourLease } from '../../support/harbourLease.ts';

describe('what can be checked in a sentence is found:', () => {
  test.each([
    ['The demand of 14 March stands.', 'a date', '14 March'],
    ['Since August 2024 the line moves.', 'a date', 'Since August 2024'],
    ['In February the answer is no.', 'a date', 'In February'],
    ['The rules of 1949 apply.', 'a date', '1949'],
    ['By early March support flows.', 'a date', 'early March'],
    ['It holds 140 km² of it.', 'a figure', '140 km²'],
    ['About 30 % of the peak is left.', 'a figure', '30 %'],
    ['The line is 1,000 to 2,000 km long.', 'a figure', '1,000 to 2,000 km'],
    ['The mission counts 93,902 of them.', 'a figure', '93,902'],
    ['General Oleksandr Syrskyi holds the line.', 'a named person', 'General Oleksandr Syrskyi'],
    ['The word is President Putin’s.', 'a named person', 'President Putin’s'],
    ['Washington said that a no is telling.', 'the past', 'said'],
    ['Ukraine accepted the offer.', 'the past', 'accepted'],
    ['The area shrank.', 'the past', 'shrank'],
    ['Support had been stopped once.', 'the past', 'had'],
    ['The call was repeated.', 'the past', 'was'],
    ['It did not come.', 'the past', 'did'],
    ['Ukraine could say that it accepted this term.', 'the past', 'accepted'],
    ['In this line Russia refused.', 'the past', 'refused'],
  ])('%s', (sentence, claim, words) => {
    expect(claimIn(sentence)).toEqual({ claim, words });
  });

  test('a person whom the ledger names, by the family name alone', () => {
    const scenario = harbourLease();
    const facts = {
      F1: {
        claim: "Secretary Ana Maria Rubio's words, and the General Staff's.",
        kind: 'event' as const,
        status: 'contested' as const,
      },
    };
    const people = peopleNamed({ ...scenario, facts });
    expect([...people]).toEqual(['Rubio']);
    expect(claimIn('It is Rubio’s idea.', people)).toEqual({ claim: 'a named person', words: 'Rubio’s' });
    expect(claimIn('It is Rubio’s idea.')).toBeUndefined();
  });
});

describe('a sentence about what may come holds nothing to check:', () => {
  test.each([
    ['It keeps the offer alive and passes the next step to others.'],
    ['The chip is spent under pressure, without land in exchange.'],
    ['No surrender has been ordered and no passage has been agreed.'],
    ['Both armies have had a month.'],
    ['Russia has said yes, and the armed forces stay tied.'],
    ['An agreed passage and a watched border need consent.'],
    ['It is neither accepted nor refused, and no longer believed.'],
    ['Delay may cost both sides, in march and in camp.'],
    ['The thirty days begin, and day 30 comes.'],
    ['The 30-day ceasefire needs speed; nobody may exceed it.'],
    ['Does Ukraine open the text that it accepted on 11 March?'],
    ['The General Staff and the General Assembly are bodies.'],
  ])('%s', (sentence) => {
    expect(claimIn(sentence)).toBeUndefined();
  });
});

describe('a sentence claims nothing', () => {
  test.each([
    ['question', 'How does Kyiv answer?'],
    ['question', 'Is it “reasonable and necessary?”'],
    ['exercise', 'In this line Russia offers to stop some strikes.'],
    ['reading', 'The United States is thought to want a quick answer.'],
    ['conditional', 'Delegations could still meet.'],
    ['conditional', 'The city could say that it has moved first.'],
    ['pointer', 'A large attack can be played with either side.'],
    ['pointer', 'You choose for both sides.'],
  ])('as a %s: %s', (way, sentence) => {
    expect(claimsNothing(sentence)).toBe(way);
  });

  test.each([
    ['tells what is so', 'The troops hold a shrinking area.'],
    ['tells a rule: “may not” is no conditional', 'Those who surrender may not be attacked.'],
    ['tells what somebody says, whatever the mood', 'Russia says that the troops should be spared and would be.'],
    ['tells what somebody says beside a reading', 'Russia asks who checks; it is thought to want a say.'],
    ['speaks of the exercise, but not at its beginning', 'Support flows, in this line.'],
  ])('but not where it %s', (_what, sentence) => {
    expect(claimsNothing(sentence)).toBeUndefined();
  });
});
