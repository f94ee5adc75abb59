import { describe, expect, test } from 'vitest';
import { problemLine } from '../support/faults.ts';
import { edit, edited, type Folder, HARBOUR_LEASE, readTexts } from '../support/harbourLease.ts';

const said = (folder: Folder): readonly string[] =>
  readTexts(folder).problems.map((problem) => problemLine(problem, folder));

function without(...files: readonly string[]): Folder {
  return Object.fromEntries(Object.entries(HARBOUR_LEASE).filter(([file]) => !files.includes(file)));
}

describe('the files of a folder', () => {
  test('make one scenario', () => {
    const { scenario, problems } = readTexts(HARBOUR_LEASE);
    expect(problems).toEqual([]);
    expect(Object.keys(scenario?.branches ?? {})).toEqual(['lease', 'courts']);
    expect(Object.keys(scenario?.facts ?? {})).toEqual(['F01', 'F02', 'F03']);
  });

  test('may be one file', () => {
    const branch = (name: string) => (HARBOUR_LEASE[`branches/${name}.yaml`] ?? '').replaceAll(/^(?=.)/gm, '    ');
    const text = `${HARBOUR_LEASE['scenario.yaml']}${HARBOUR_LEASE['facts.yaml']}branches:\n  lease:\n${branch('lease')}  courts:\n${branch('courts')}`;
    expect(said({ 'scenario.yaml': text })).toEqual([]);
    const faulty = text.replace('target: signed\n', 'target: singed\n');
    const line = faulty.split('\n').findIndex((written) => written.includes('singed')) + 1;
    expect(said({ 'scenario.yaml': faulty })).toEqual([
      `scenario.yaml:${line}:21 «singed» unknown-target at branches.lease.states.reply.on.accept.target: no state is called \`singed\` → did you mean \`signed\`?`,
    ]);
  });

  test('may have the endings and line ends of another system, and things that are no YAML', () => {
    const { 'branches/lease.yaml': lease = '', ...others } = HARBOUR_LEASE;
    const crlf = lease.replaceAll('\n', '\r\n');
    expect(said({ ...others, 'branches/lease.yml': crlf, 'notes.md': '# Notes', 'text/uk.yaml': 'a: [' })).toEqual([]);
  });

  test('may leave out the ledger where nothing is cited, and then every citation is a problem', () => {
    const codes = readTexts(without('facts.yaml')).problems.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['unknown-fact']));
    expect(codes.length).toBeGreaterThan(10);
  });
});

describe('a folder in disorder', () => {
  const EMPTY = 'must be a mapping (key: value); it is empty';

  test.each<[string, Folder, readonly string[]]>([
    [
      'nothing at all',
      {},
      [
        'scenario.yaml:1:1 «» file-missing at : there is no scenario.yaml here → name a scenario folder, or copy scenarios/_template',
      ],
    ],
    [
      'no scenario.yaml beside sound branches and facts',
      without('scenario.yaml'),
      [
        'scenario.yaml:1:1 «» file-missing at : there is no scenario.yaml here → name a scenario folder, or copy scenarios/_template',
      ],
    ],
    [
      'a scenario.yaml under another ending',
      { ...without('scenario.yaml'), 'scenario.yml': HARBOUR_LEASE['scenario.yaml'] ?? '' },
      [
        'scenario.yaml:1:1 «» file-missing at : there is no scenario.yaml here → name a scenario folder, or copy scenarios/_template',
        'scenario.yml:1:1 «format: 1» warning unknown-file at : scenario.yml is not read → did you mean `scenario.yaml`?',
      ],
    ],
    [
      'an empty scenario.yaml',
      { ...HARBOUR_LEASE, 'scenario.yaml': '' },
      [`scenario.yaml:1:1 «» wrong-type at : scenario.yaml ${EMPTY}`],
    ],
    [
      'an empty ledger',
      { ...HARBOUR_LEASE, 'facts.yaml': '# later\n' },
      [`facts.yaml:1:1 «# later» wrong-type at : facts.yaml ${EMPTY}`],
    ],
    [
      'an empty branch',
      { ...HARBOUR_LEASE, 'branches/lease.yaml': '' },
      [`lease.yaml:1:1 «» wrong-type at branches.lease: branches/lease.yaml ${EMPTY}`],
    ],
    [
      'a branch that is a list',
      { ...HARBOUR_LEASE, 'branches/lease.yaml': '- id: lease\n' },
      [
        'lease.yaml:1:1 «- id: lease» wrong-type at branches.lease: branches/lease.yaml must be a mapping (key: value); it holds a list',
      ],
    ],
    [
      'a ledger that is a text',
      { ...HARBOUR_LEASE, 'facts.yaml': 'none yet' },
      [
        'facts.yaml:1:1 «none yet» wrong-type at : facts.yaml must be a mapping (key: value); it holds the text "none yet"',
      ],
    ],
    [
      'a ledger with a section of its own',
      edited(HARBOUR_LEASE, edit('facts', 'issues:\n', 'issue:\n')),
      [
        'facts.yaml:7:1 «issue:» unknown-key at issue: the key `issue` is not known in facts.yaml → did you mean `issues`?',
      ],
    ],
    [
      'facts in two files',
      edited(HARBOUR_LEASE, edit('scenario', 'shortcuts:\n', 'issues: {}\nshortcuts:\n')),
      ['facts.yaml:7:1 «issues:» duplicate-id at issues: `issues` stands in scenario.yaml too → keep one of them'],
    ],
    [
      'a branch in two files',
      { ...HARBOUR_LEASE, 'branches/another.yaml': HARBOUR_LEASE['branches/lease.yaml'] ?? '' },
      [
        'another.yaml:1:5 «lease» duplicate-id at branches.lease.id: the branch `lease` stands in branches/lease.yaml too → keep one of them, or give one another id',
      ],
    ],
    [
      'a branch in a file with another name',
      { ...without('branches/courts.yaml'), 'branches/trial.yaml': HARBOUR_LEASE['branches/courts.yaml'] ?? '' },
      [
        'trial.yaml:1:5 «courts» warning file-name at branches.courts.id: the branch `courts` is in branches/trial.yaml → rename the file to branches/courts.yaml',
      ],
    ],
    [
      'a branch that calls itself by an inherited name',
      edited(HARBOUR_LEASE, edit('courts', 'id: courts', 'id: constructor')),
      [
        'courts.yaml:1:5 «constructor» branch-id at branches.courts.id: this branch stands under the key `courts` but calls itself `constructor` → make them equal',
      ],
    ],
    [
      'branches that are no mapping, beside branch files',
      edited(HARBOUR_LEASE, edit('scenario', 'shortcuts:\n', 'branches: [lease]\nshortcuts:\n')),
      ['scenario.yaml:94:1 «branches: [lea» wrong-type at branches: expected a mapping, found a list'],
    ],
    [
      'a misspelt ledger',
      { ...without('facts.yaml'), 'fact.yaml': '', 'scenario.yaml': 'format: 2\n' },
      [
        'fact.yaml:1:1 «» warning unknown-file at : fact.yaml is not read → did you mean `facts.yaml`?',
        'scenario.yaml:1:9 «2» unknown-format at format: the file is written in format 2; this Parley reads up to 1 → use a newer Parley',
      ],
    ],
  ])('%s', (_name, folder, expected) => {
    expect(said(folder)).toEqual(expected);
  });
});

describe('a file that cannot be read hides nothing in the others', () => {
  const broken = (file: string): Folder => ({ ...HARBOUR_LEASE, [file]: `${HARBOUR_LEASE[file]}note: "unfinished` });
  const codesBy = (folder: Folder) => readTexts(folder).problems.map(({ file, code }) => `${file} ${code}`);

  test.each(Object.keys(HARBOUR_LEASE))('where %s alone is wrong, nothing else is said to be', (file) => {
    expect(codesBy(broken(file))).toEqual([`${file} yaml-syntax`]);
  });

  test('where several are wrong, each says so', () => {
    const folder = edited(
      broken('branches/lease.yaml'),
      edit('courts', 'target: ruled', 'target: rulled'),
      edit('facts', 'by: PORT', 'by: PROT'),
      edit('scenario', 'initial: 80', 'initial: 800'),
      edit('scenario', 'title: Harbour lease', 'title: 5'),
    );
    expect(said(folder)).toEqual([
      'courts.yaml:9:22 «rulled, meta:» unknown-target at branches.courts.states.filed.on.sue.target: no state is called `rulled` → did you mean `ruled`?',
      'lease.yaml:61:18 «» yaml-syntax at branches.lease: Missing closing "quote → look for a quote, a bracket, a comma or a colon that is missing',
      'facts.yaml:5:103 «PROT, status:» unknown-actor at facts.F02.by: no actor is called `PROT` → did you mean `PORT`?',
      'scenario.yaml:4:8 «5» wrong-type at title: expected text, found the number 5',
      'scenario.yaml:20:14 «800» out-of-range at indicators.days.initial: 800 lies outside the range 0 to 120 → write a value from 0 to 120',
    ]);
  });

  test('where the scenario itself is wrong, branches and facts are still read', () => {
    const folder = edited(
      broken('scenario.yaml'),
      edit('courts', 'target: ruled', 'target: rulled'),
      edit('facts', 'kind: stated position', 'kind: stated'),
    );
    expect(codesBy(folder)).toEqual([
      'branches/courts.yaml unknown-target',
      'facts.yaml unknown-value',
      'scenario.yaml yaml-syntax',
    ]);
  });
});
