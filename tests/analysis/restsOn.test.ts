import { describe, expect, test } from 'vitest';
import { requireScenario } from '../../cli/loadScenario.ts';
import { type Reliances, restsOn } from '../../src/analysis/restsOn.ts';
import { citations } from '../../src/domain/check/walkFile.ts';
import { factsInProse } from '../../src/domain/citations.ts';
import { splitScenario } from '../../src/domain/prose.ts';
import { scenarioFolders } from '../support/scenarioFolders.ts';
import { type Edit, templateWith } from '../support/template.ts';

/** As sets, since texts that load on demand are read after the structure. */
const sorted = (reliances: Reliances) =>
  [...reliances].map(([fact, list]) => [fact, list.map((one) => JSON.stringify(one)).sort()]).sort();

describe('what rests on a fact', () => {
  test('is every number, move and text of the template that cites it', async () => {
    const reliances = restsOn(await templateWith());
    expect(reliances.get('F1')).toEqual([
      { subject: { kind: 'indicator', address: 'evenings' }, burdens: ['numbers'] },
      { subject: { kind: 'state', state: 'evenings.request' }, burdens: ['told'] },
    ]);
  });

  test('is told apart by what it carries: what is told, numbers, a note on the law', async () => {
    const judged = (text: string): Edit => [`{ judgement: ${text} }`, `{ judgement: "${text} [F2]" }`];
    const reliances = restsOn(
      await templateWith(
        judged('The library holds the key to the courtyard.'),
        judged('Quiet first; the evenings matter for the key and the lights.'),
        judged('A clear effect is about an eighth of the scale and a slight one about a twentieth.'),
        judged('A refusal in the stairwell is remembered for a while.'),
        judged('A refusal is taken worse by somebody who has just offered something.'),
        ['"Rain empties the tables, and the pavement too."', '"Rain empties the tables. [F2]"'],
        [
          'is what the library is for.',
          'is what the library is for.\n          law: { text: A house rule., facts: [F2] }',
        ],
      ),
    );
    expect(reliances.get('F2')).toEqual([
      { subject: { kind: 'actor', actor: 'CAFE' }, burdens: ['told'] },
      { subject: { kind: 'condition', condition: 'summer', state: 'wet' }, burdens: ['numbers'] },
      { subject: { kind: 'drivers', actor: 'LIBRARY' }, burdens: ['numbers'] },
      { subject: { kind: 'stakes', actor: 'LIBRARY' }, burdens: ['numbers'] },
      { subject: { kind: 'scale' }, burdens: ['numbers'] },
      { subject: { kind: 'noDeal', branch: 'evenings', actor: undefined }, burdens: ['numbers'] },
      { subject: { kind: 'state', state: 'evenings.request' }, burdens: ['told'] },
      { subject: { kind: 'move', move: 'evenings.answer.refuse' }, burdens: ['numbers', 'law'] },
      { subject: { kind: 'move', move: 'table.evenings' }, burdens: ['told'] },
    ]);
  });
});

describe.each(scenarioFolders)('in $name', ({ path }) => {
  test('a scenario cut for a page gives the same as the whole one', async () => {
    const scenario = await requireScenario(path);
    const { structure, prose, ledger } = splitScenario(scenario);
    const whole = sorted(restsOn(scenario));
    expect(whole).not.toEqual([]);
    const { postures } = ledger;
    const read = postures === undefined ? structure : { ...structure, postures };
    expect(sorted(restsOn(read, Object.values(prose)))).toEqual(whole);
  });

  test('no citation of the file is lost', async () => {
    const scenario = await requireScenario(path);
    const cited = citations(scenario)
      .filter((citation) => citation.path[0] !== 'issues')
      .flatMap((citation) => ('facts' in citation ? citation.facts : factsInProse(citation.prose)));
    expect([...restsOn(scenario).keys()].sort()).toEqual([...new Set(cited)].sort());
  });
});
