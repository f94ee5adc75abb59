import type { Check } from '../../src/domain/check/checkScenario.ts';
import type { Scenario } from '../../src/domain/scenario.ts';
import { parseScenario, type ScenarioReading } from '../../src/formats/parseScenario.ts';

/** A made-up scenario that is sound and small and uses every key of the format: tests plant their faults in it. */
export const HARBOUR_LEASE: Readonly<Record<string, string>> = {
  'scenario.yaml': `format: 1
id: harbour-lease
version: 1.0.0
title: Harbour lease
language: en
readingDate: 2025-03-14
author: { name: The Parley authors, licence: CC-BY-4.0 }
summary: A city and a port authority negotiate a lease while a storm season nears.

actors:
  CITY: { name: City, shape: circle, colour: 1, principal: true, wants: [ships in summer], fears: [silted berths], facts: [F01] }
  PORT: { name: Port authority, shape: square, colour: 2, principal: true, wants: [an answer soon], fears: [an empty quay], facts: [F02] }
  MED: { name: Mediator, shape: triangle, colour: 3, wants: [an end before June], fears: [blame] }

indicators:
  days:
    label: Days until the lease ends
    unit: days
    range: [0, 120]
    initial: 80
    basis: { source: [F01] }
  access:
    label: Summer access for ships
    unit: index
    range: [0, 100]
    initial: { low: 40, mode: 55, high: 70 }
    note: What a pilot would say, not a measurement.
    basis: { judgement: Berths are partly silted. }
  strain:
    label: Strain on the city's budget
    unit: index
    of: CITY
    range: [0, 100]
    initial: 50
    basis: { judgement: Two bad years. }

drivers:
  labels: { chip: Something to give, alternatives: Can live without a deal, backing: Outside support, time: Hurt less by delay, credibility: Is believed }
  anchors: { chip: { 0: nothing to give, 50: something the other wants, 100: all that the other wants } }
  CITY:
    chip: { low: 30, mode: 45, high: 60 }
    alternatives: { low: 20, mode: 35, high: 50 }
    backing: 50
    time: { low: 30, mode: 40, high: 55 }
    credibility: 50
    basis: { judgement: One reading; to be replaced by a panel. }
  PORT:
    chip: 50
    alternatives: { low: 40, mode: 60, high: 80 }
    backing: 45
    time: 55
    credibility: { low: 35, mode: 50, high: 60 }
    basis: { judgement: One reading; to be replaced by a panel. }

leverage:
  PORT:
    weights: { chip: 0.2, alternatives: 0.3, backing: 0.1, time: 0.2, credibility: 0.2 }
    basis: { judgement: The second tenant matters most. }

stakes:
  CITY:
    access: { weight: 0.6, worst: 20, best: 90 }
    days: { weight: 0.2, worst: 0, best: 80 }
    strain: { weight: 0.2, worst: 80, best: 30 }
    basis: { judgement: Ships first. }
  PORT:
    access: { weight: 0.2, worst: 90, best: 20, curve: [[90, 0], [50, 0.6], [20, 1]] }
    days: { weight: 0.8, worst: 80, best: 0 }
    basis: { judgement: It wants an answer soon. }

scale:
  index:
    "++": { low: 6, mode: 12, high: 20 }
    "+": { low: 2, mode: 5, high: 10 }
    "-": { low: -10, mode: -5, high: -2 }
    "--": { low: -20, mode: -12, high: -6 }
    "?": { low: -8, mode: 0, high: 8 }
  basis: { judgement: "One table for all, so that it can be disputed at once." }

conditions:
  storm:
    label: Storm season
    facts: [F01]
    initial: calm
    states:
      calm: { label: Calm }
      early: { label: Storms come early, effects: { access: "--", PORT.time: "+" }, basis: { judgement: Dredging stops. } }

table:
  meta: { decides: user, ask: "Where do you want to begin?" }
  on:
    lease: { target: lease, meta: { label: The city offers a shorter lease, effects: { CITY.chip: "-" }, facts: [F01], basis: { judgement: Length is what it has to give. } } }

shortcuts:
  lease: [lease.reply, lease.together]
afterwards:
  - { date: 2025-06-02, text: "The storms came early, as some had said. [F03]", facts: [F01] }
postures:
  options:
    CITY: { insist: { label: Insist on length, effects: { access: "-" }, basis: { judgement: It costs the season. } } }
    PORT: { market: { label: Court the other tenant, effects: { PORT.alternatives: "+", access: "-" }, basis: { judgement: It takes months. } } }
  combinations:
    - { when: [CITY.insist, PORT.market], effects: { access: "--", CITY.chip: "-" }, basis: { judgement: Both lose the summer. } }
  infeasible: []
  irreversible: [PORT.market]
  indifference: { CITY: 2, PORT: 2, basis: { judgement: Points within which an actor does not care. } }
  statusQuo: [CITY.insist]
`,
  'facts.yaml': `sources:
  S1: { title: An article, publisher: A paper, date: 2025-03-12, url: "https://example.org/lease" }
facts:
  F01: { claim: Under the contract of 10 January the lease ends on 1 June., section: Background, kind: event, date: 2025-01-10, printed: in January, status: corroborated, sources: [S1] }
  F02: { claim: The port says that it has another tenant., section: Talks, kind: stated position, by: PORT, status: contested, sources: [S1], note: Not named. }
  F03: { claim: The first storm came on 30 May., kind: event, date: 2025-05-30, status: corroborated, sources: [S1] }
issues:
  I1: { problem: The article gives two dates for the contract., facts: [F01], handled: The contract's own date is used. }
`,
  'branches/lease.yaml': `id: lease
initial: reply
meta:
  noDeal: { end: walkedAway, effects: { access: "-" }, basis: { judgement: The berths go to others. } }
  alternative:
    CITY: { end: courts.ruled, effects: { days: { set: 0 } }, basis: { judgement: It can always sue. } }
states:
  reply:
    meta:
      decides: PORT
      ask: "How does the port answer?"
      context: The offer is on the table; the contract still runs. [F01]
      told: { CITY: The city could say that it has moved first., PORT: The port would find the offer short of enough. }
      facts: [F02]
      wouldChange: Proof of the other tenant.
      whenNoneOpen: accept
    on:
      accept:
        target: signed
        meta:
          label: Accept
          describes: The port signs at the offered length.
          reason: It takes the sure thing.
          effects: { access: "+", PORT.credibility: { low: -4, mode: -2, high: 0 } }
          tendency: { low: 0.2, mode: 0.4, high: 0.6 }
          facts: [F02]
          basis: { judgement: Half heard in public. }
      raise:
        - target: waiting
          guard: { type: holds, params: { all: [{ indicator: days, atLeast: 30 }, { condition: storm, is: calm }, { not: { played: lease.waiting.silted } }] } }
          meta:
            label: Raise the price
            reason: It believes that the city has no other berth.
            departs: Contrary to what it said in January. [F01]
            law: { text: A lease may be renegotiated by consent only., facts: [F01] }
            effects:
              days: { add: { low: -20, mode: -10, high: -5 } }
              access: { scale: { low: 0.7, mode: 0.9, high: 1 } }
              CITY.time: { add: "-", scaled: { by: days, ref: 60 } }
              PORT.credibility: { add: "--", when: { condition: storm, is: early } }
            tendency: { low: 0.4, mode: 0.6, high: 0.8 }
            basis: { judgement: Its habit. }
        - target: walkedAway
  waiting:
    meta: { decides: chance, ask: "What comes first?", limit: 2 }
    on:
      dredged: { target: reply, meta: { label: The channel is dredged, likelihood: { low: 0.3, mode: 0.5, high: 0.7 }, leans: { days: { per: 0.02, ref: 80 } }, effects: { access: "+" }, basis: { judgement: The budget is voted. } } }
      silted: { target: together, meta: { label: It silts up, likelihood: { low: 0.3, mode: 0.5, high: 0.7 }, effects: { access: "--" }, basis: { judgement: As last year. } } }
  together:
    meta: { decides: [CITY, PORT, MED], noAgreement: none, ask: "Do they share the cost?" }
    on:
      share: { target: signed, meta: { label: Share it, reason: Each pays half., effects: { access: { set: 80 }, strain: "+" }, tendency: 0.5, basis: { judgement: Even. } } }
      none: { target: elsewhere, meta: { label: No agreement, reason: Neither will pay., tendency: 0.5, basis: { judgement: Even. } } }
  elsewhere: { type: final, meta: { continues: courts.filed } }
  signed:
    type: final
    meta: { label: A lease is signed, agreement: true, describes: Ships come in summer; both say that they lost little., told: { CITY: The city calls it a good summer., PORT: The port calls it an answer. }, facts: [F01] }
  walkedAway:
    type: final
    meta: { label: No lease, agreement: false, describes: The berths stay empty and each blames the other. }
`,
  'branches/courts.yaml': `id: courts
initial: filed
meta:
  noDeal: { end: ruled, basis: { judgement: There is no other way out. } }
states:
  filed:
    meta: { decides: CITY, ask: "Does the city sue?" }
    on:
      sue: { target: ruled, meta: { label: Sue, reason: Nothing else is left., effects: { days: { set: 0 } }, tendency: 1, basis: { judgement: The only course. } } }
  ruled:
    type: final
    meta: { label: A court decides, agreement: false, describes: A judge sets terms that neither likes. }
`,
};

/** The folder with one text replaced by another in a file; the text must stand there exactly once. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export type Folder = Readonly<Record<string, string>>;

const BY_SHORT_NAME: Readonly<Record<string, string>> = {
  scenario: 'scenario.yaml',
  facts: 'facts.yaml',
  lease: 'branches/lease.yaml',
  courts: 'branches/courts.yaml',
};

/** Names a file of the folder by its last part: `lease` is branches/lease.yaml. */
const fileNamed = (name: string): string => BY_SHORT_NAME[name] ?? name;

/** The folder after some edits: `edit('lease', 'target: signed', 'target: singed')`. */
export function edited(folder: Folder, ...edits: readonly Edit[]): Folder {
  const files: Record<string, string> = { ...folder };
  for (const { file, from, to } of edits) {
    const text = files[file];
    if (text === undefined || text.split(from).length !== 2) {
      throw new Error(`\`${from}\` stands ${(text ?? '').split(from).length - 1} times in ${file}, not once`);
    }
    // A function, since a replacement text may hold dollar signs.
    files[file] = text.replace(from, () => to);
  }
  return files;
}

export const edit = (file: string, from: string, to: string): Edit => ({ file: fileNamed(file), from, to });

/** Reads a folder that is held in memory. */
export const readTexts = (folder: Folder, checks: readonly Check[] = []): ScenarioReading =>
  parseScenario(
    Object.entries(folder).map(([file, text]) => ({ file, text })),
    { checks },
  );

/** The harbour lease after some edits, which must leave it sound. */
export function harbourLease(...edits: readonly Edit[]): Scenario {
  const { scenario, problems } = readTexts(edited(HARBOUR_LEASE, ...edits));
  if (scenario === undefined) throw new Error(JSON.stringify(problems, null, 2));
  return scenario;
}
