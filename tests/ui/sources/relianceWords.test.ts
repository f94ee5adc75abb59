import { describe, expect, test } from 'vitest';
import type { Reliance, Subject } from '../../../src/analysis/restsOn.ts';
import { groupReliances } from '../../../src/ui/sources/relianceWords.ts';
import { sources } from '../../../src/ui/text/en/sources.ts';
import { en } from '../../../src/ui/text/en.ts';
import { templateWith } from '../../support/template.ts';

const scenario = await templateWith();
const told = (subject: Subject): Reliance => ({ subject, burdens: ['told'] });

const text = { ...en, sources };

describe('what rests on a fact, for a reader', () => {
  test('stands under its branch, in file order: questions, and moves under the question they are played at', () => {
    const { branches, counted } = groupReliances(scenario, text, [
      told({ kind: 'state', state: 'evenings.shared' }),
      { subject: { kind: 'move', move: 'evenings.answer.refuse' }, burdens: ['numbers', 'law'] },
      told({ kind: 'move', move: 'evenings.answer.agree' }),
      { subject: { kind: 'state', state: 'evenings.request' }, burdens: ['told', 'law'] },
      told({ kind: 'move', move: 'table.evenings' }),
    ]);
    expect(branches).toEqual([
      {
        name: 'Where the reader begins',
        places: [
          {
            state: 'table',
            label: 'Where do you want to begin?',
            burdens: undefined,
            moves: [{ key: 'table.evenings', label: 'The café asks for more evenings', burdens: ['text'] }],
          },
        ],
      },
      {
        name: 'The café asks for more evenings',
        places: [
          {
            state: 'evenings.request',
            label: 'What does the café ask for?',
            burdens: ['account', 'law'],
            moves: [],
          },
          {
            state: 'evenings.answer',
            label: 'How does the library answer?',
            burdens: undefined,
            moves: [
              { key: 'evenings.answer.agree', label: 'Agree', burdens: ['text'] },
              { key: 'evenings.answer.refuse', label: 'Refuse', burdens: ['effects and odds', 'law'] },
            ],
          },
          { state: 'evenings.shared', label: 'The courtyard is shared', burdens: ['account'], moves: [] },
        ],
      },
    ]);
    expect(counted).toBe('3 moves and 2 questions or ends');
  });

  test('is named for the whole scenario, each kind in its own words', () => {
    const subjects: readonly Subject[] = [
      { kind: 'summary' },
      { kind: 'actor', actor: 'CAFE' },
      { kind: 'indicator', address: 'quiet' },
      { kind: 'drivers', actor: 'LIBRARY' },
      { kind: 'weights', actor: 'LIBRARY' },
      { kind: 'stakes', actor: 'LIBRARY' },
      { kind: 'scale' },
      { kind: 'postures' },
      { kind: 'condition', condition: 'summer', state: undefined },
      { kind: 'condition', condition: 'summer', state: 'wet' },
      { kind: 'noDeal', branch: 'evenings', actor: undefined },
      { kind: 'noDeal', branch: 'evenings', actor: 'CAFE' },
    ];
    const { branches, whole, counted } = groupReliances(scenario, text, subjects.map(told));
    expect(branches).toEqual([]);
    expect(whole.map(({ label }) => label)).toEqual([
      'The scenario’s summary',
      'What Café wants and fears',
      'Quiet for readers, at the reading date',
      'The start of Library’s leverage',
      'Weights in Library’s leverage',
      'What is at stake for Library',
      'The table of words for effects',
      'Postures and what they bring together',
      'Condition: The summer',
      'Condition: The summer, Wet',
      'Without a deal, in “The café asks for more evenings”',
      'What Café can do without a deal, in “The café asks for more evenings”',
    ]);
    expect(counted).toBe('10 numbers and 2 other texts');
  });
});
