import { describe } from 'vitest';
import { testFaults } from '../support/faults.ts';
import { edit } from '../support/harbourLease.ts';

describe('names', () => {
  testFaults([
    [
      'an actor who decides and is not there',
      edit('lease', '      decides: PORT\n', '      decides: PROT\n'),
      'lease.yaml:10:16 «PROT» unknown-actor at branches.lease.states.reply.meta.decides: no actor is called `PROT` → did you mean `PORT`?',
    ],
    [
      'a misspelt chance',
      edit('lease', 'decides: chance', 'decides: chanse'),
      'lease.yaml:45:22 «chanse, ask: "» unknown-actor at branches.lease.states.waiting.meta.decides: no actor is called `chanse` → did you mean `chance`?',
    ],
    [
      'nobody decides',
      edit('lease', '      decides: PORT\n', ''),
      'lease.yaml:9:5 «meta:» decision-without-actor at branches.lease.states.reply.meta: nobody decides at `reply` → add `decides`: an actor, a list of actors, or chance',
    ],
    [
      'nobody decides where chance did',
      edit('lease', 'decides: chance, ', ''),
      'lease.yaml:45:5 «meta: { ask: "» decision-without-actor at branches.lease.states.waiting.meta: nobody decides at `waiting` → add `decides`: an actor, a list of actors, or chance',
    ],
    [
      'the user decides away from the table',
      edit('lease', '      decides: PORT\n', '      decides: user\n'),
      'lease.yaml:10:16 «user» decision-without-actor at branches.lease.states.reply.meta.decides: only the table is decided by the user → name an actor, or chance',
    ],
    [
      'an actor decides jointly with itself',
      edit('lease', '[CITY, PORT, MED]', '[CITY, PORT, CITY]'),
      'lease.yaml:50:35 «CITY], noAgree» duplicate-decider at branches.lease.states.together.meta.decides[2]: `CITY` is named twice among those who decide → name each once',
    ],
    [
      'chance decides together with an actor',
      edit('lease', '[CITY, PORT, MED]', '[CITY, chance]'),
      'lease.yaml:50:29 «chance], noAgr» joint-chance at branches.lease.states.together.meta.decides[1]: chance does not decide together with actors → give chance a state of its own',
    ],
    [
      'a joint decision without noAgreement',
      edit('lease', 'noAgreement: none, ', ''),
      'lease.yaml:50:5 «meta: { decide» joint-without-no-agreement at branches.lease.states.together.meta: `together` is decided jointly, so it must say what happens when they do not agree → name a move in `noAgreement`',
    ],
    [
      'a failure to agree with oneself',
      edit('courts', 'decides: CITY', 'decides: CITY, noAgreement: sue'),
      'courts.yaml:7:41 «sue, ask: "Doe» warning no-agreement-alone at branches.courts.states.filed.meta.noAgreement: `filed` is not decided jointly, so there is nobody to disagree → remove `noAgreement`, or name all who must agree',
    ],
    [
      'an account of nobody',
      edit('lease', 'told: { CITY: The city could', 'told: { CTY: The city could'),
      'lease.yaml:13:15 «CTY: The city» unknown-actor at branches.lease.states.reply.meta.told.CTY: no actor is called `CTY` → did you mean `CITY`?',
    ],
    [
      'an indicator of nobody',
      edit('scenario', 'of: CITY', 'of: CIYT'),
      'scenario.yaml:32:9 «CIYT» unknown-actor at indicators.strain.of: no actor is called `CIYT` → did you mean `CITY`?',
    ],
    [
      'drivers of nobody',
      edit('scenario', '  PORT:\n    chip: 50', '  PROT:\n    chip: 50'),
      'scenario.yaml:47:3 «PROT:» unknown-actor at drivers.PROT: no actor is called `PROT` → did you mean `PORT`?',
    ],
    [
      'a driver without a label',
      edit('scenario', '    backing: 45\n', '    backing: 45\n    luck: 50\n'),
      'scenario.yaml:51:5 «luck: 50» unknown-driver at drivers.PORT.luck: no driver is called `luck` → use one of: chip, alternatives, backing, time, credibility',
    ],
    [
      'anchors of a driver that is not there',
      edit('scenario', 'anchors: { chip:', 'anchors: { chap:'),
      'scenario.yaml:39:14 «chap: { 0: not» unknown-driver at drivers.anchors.chap: no driver is called `chap` → did you mean `chip`?',
    ],
    [
      'weights of nobody',
      edit('scenario', 'leverage:\n  PORT:', 'leverage:\n  PROT:'),
      'scenario.yaml:56:3 «PROT:» unknown-actor at leverage.PROT: no actor is called `PROT` → did you mean `PORT`?',
    ],
    [
      'a weight on a driver that is not there',
      edit('scenario', 'weights: { chip: 0.2,', 'weights: { chap: 0.2,'),
      'scenario.yaml:57:16 «chap: 0.2, alt» unknown-driver at leverage.PORT.weights.chap: no driver is called `chap` → did you mean `chip`?',
    ],
    [
      'stakes of nobody',
      edit(
        'scenario',
        'stakes:\n  CITY:',
        'stakes:\n  MAYOR: { days: { weight: 1, worst: 0, best: 80 }, basis: { judgement: None. } }\n  CITY:',
      ),
      'scenario.yaml:61:3 «MAYOR: { days:» unknown-actor at stakes.MAYOR: no actor is called `MAYOR` → use one of: CITY, PORT, MED',
    ],
    [
      'a stake in an indicator that is not there is still a reading of the one that was meant',
      edit('scenario', '    strain: { weight', '    starin: { weight'),
      'scenario.yaml:64:5 «starin: { weig» unknown-indicator at stakes.CITY.starin: no indicator is called `starin` → did you mean `strain`?',
    ],
    [
      'an alternative of nobody',
      edit('lease', '    CITY: { end', '    CTY: { end'),
      'lease.yaml:6:5 «CTY: { end: co» unknown-actor at branches.lease.meta.alternative.CTY: no actor is called `CTY` → did you mean `CITY`?',
    ],
    [
      'an effect on an indicator that is not there',
      edit('lease', 'strain: "+"', 'strian: "+"'),
      'lease.yaml:52:114 «strian: "+" },» unknown-indicator at branches.lease.states.together.on.share.meta.effects.strian: no indicator is called `strian` → did you mean `strain`?',
    ],
    [
      'an effect on a driver that is not there',
      edit('lease', 'PORT.credibility: { low', 'PORT.credebility: { low'),
      'lease.yaml:24:35 «PORT.credebili» unknown-indicator at branches.lease.states.reply.on.accept.meta.effects.PORT.credebility: no indicator is called `PORT.credebility` → did you mean `PORT.credibility`?',
    ],
    [
      'an effect scaled by an indicator that is not there',
      edit('lease', 'by: days', 'by: day'),
      'lease.yaml:39:52 «day, ref: 60 }» unknown-indicator at branches.lease.states.reply.on.raise[0].meta.effects.CITY.time.scaled.by: no indicator is called `day` → did you mean `days`?',
    ],
    [
      'odds that lean on an indicator that is not there',
      edit('lease', 'leans: { days', 'leans: { dais'),
      'lease.yaml:47:129 «dais: { per: 0» unknown-indicator at branches.lease.states.waiting.on.dredged.meta.leans.dais: no indicator is called `dais` → did you mean `days`?',
    ],
    [
      'a word that the scale does not have',
      edit('lease', 'strain: "+"', 'strain: "+++"'),
      'lease.yaml:52:122 «"+++" }, tende» unknown-word at branches.lease.states.together.on.share.meta.effects.strain: the scale has no word `+++` for the unit index → did you mean `++`?',
    ],
    [
      'a word for a unit without a table',
      edit('lease', 'days: { add: { low: -20, mode: -10, high: -5 } }', 'days: "-"'),
      'lease.yaml:37:21 «"-"» unknown-word at branches.lease.states.reply.on.raise[0].meta.effects.days: the scale has no word `-` for the unit days → write an estimate, or add a table to `scale`',
    ],
    [
      'a guard on an indicator that is not there',
      edit('lease', '{ indicator: days', '{ indicator: dayz'),
      'lease.yaml:30:62 «dayz, atLeast:» unknown-indicator at branches.lease.states.reply.on.raise[0].guard.params.all[0].indicator: no indicator is called `dayz` → did you mean `days`?',
    ],
    [
      'a guard on a condition that is not there',
      edit('lease', '{ condition: storm, is: calm }, {', '{ condition: strom, is: calm }, {'),
      'lease.yaml:30:96 «strom, is: cal» unknown-condition at branches.lease.states.reply.on.raise[0].guard.params.all[1].condition: no condition is called `strom` → did you mean `storm`?',
    ],
    [
      'a guard on a state that the condition does not have',
      edit('lease', '{ condition: storm, is: calm }, {', '{ condition: storm, is: clam }, {'),
      'lease.yaml:30:107 «clam }, { not:» unknown-state at branches.lease.states.reply.on.raise[0].guard.params.all[1].is: no state is called `clam` → did you mean `calm`?',
    ],
    [
      'a guard on a move that is not there',
      edit('lease', 'played: lease.waiting.silted', 'played: lease.waiting.silt'),
      'lease.yaml:30:132 «lease.waiting.» unknown-move at branches.lease.states.reply.on.raise[0].guard.params.all[2].not.played: no move is called `lease.waiting.silt` → did you mean `lease.waiting.silted`?',
    ],
    [
      'a guard inside an effect',
      edit('lease', '{ condition: storm, is: early }', '{ condition: storm, is: erly }'),
      'lease.yaml:40:76 «erly } }» unknown-state at branches.lease.states.reply.on.raise[0].meta.effects.PORT.credibility.when.is: no state is called `erly` → did you mean `early`?',
    ],
    [
      'a condition that begins nowhere',
      edit('scenario', 'initial: calm', 'initial: clam'),
      'scenario.yaml:84:14 «clam» unknown-state at conditions.storm.initial: no state is called `clam` → did you mean `calm`?',
    ],
    [
      'an option of nobody',
      edit('scenario', '    PORT: { market:', '    PROT: { market:'),
      'scenario.yaml:101:5 «PROT: { market» unknown-actor at postures.options.PROT: no actor is called `PROT` → did you mean `PORT`?',
    ],
    [
      'an option that is not there',
      edit('scenario', '[CITY.insist, PORT.market]', '[CITY.insit, PORT.market]'),
      'scenario.yaml:103:16 «CITY.insit, PO» unknown-option at postures.combinations[0].when[0]: no option is called `CITY.insit` → did you mean `CITY.insist`?',
    ],
    [
      'an irreversible option that is not there',
      edit('scenario', 'irreversible: [PORT.market]', 'irreversible: [PORT.markt]'),
      'scenario.yaml:105:18 «PORT.markt]» unknown-option at postures.irreversible[0]: no option is called `PORT.markt` → did you mean `PORT.market`?',
    ],
    [
      'an infeasible option that is not there',
      edit('scenario', 'infeasible: []', 'infeasible: [[CITY.insist, PORT.markt]]'),
      'scenario.yaml:104:30 «PORT.markt]]» unknown-option at postures.infeasible[0][1]: no option is called `PORT.markt` → did you mean `PORT.market`?',
    ],
    [
      'an indifference of nobody',
      edit('scenario', 'indifference: { CITY: 2', 'indifference: { CTY: 2'),
      'scenario.yaml:106:19 «CTY: 2, PORT:» unknown-actor at postures.indifference.CTY: no actor is called `CTY` → did you mean `CITY`?',
    ],
  ]);
});
