import { type GameLabels, type GameTree, NODE } from '../../domain/gameTree.ts';
import { METHODS } from '../rollback/methods.ts';
import { partialInformation } from './partialInformation.ts';
import { perfectInformation } from './perfectInformation.ts';

/** What knowing results of chance before the first decision is worth to the one actor who decides everything, in its points. */
export interface InformationReport {
  readonly actor: string;
  readonly method: string;
  readonly source: string;
  /** EVPI; null where its exact computation would take too long, with the reason. */
  readonly evpi: number | null;
  readonly refused: string | null;
  /** EVPPI per chance node, `n` and its number. */
  readonly evppi: Readonly<Record<string, number>>;
  /** The chance node that is worth most to know, by what it is called; null where none is worth anything. */
  readonly mostWorth: { readonly node: string; readonly label: string; readonly value: number } | null;
}

/** The value of information of a game in which one actor decides everything and chance something; null for any other. */
export function informationReport(tree: GameTree, labels: GameLabels): InformationReport | null {
  const actor = tree.deciders[0]?.[0] ?? 0;
  const partial = partialInformation(tree, actor);
  const chance = [...tree.kind.keys()].filter((node) => tree.kind[node] === NODE.chance);
  if (!partial.ok || tree.deciders.length === 0 || chance.length === 0) return null;
  const perfect = perfectInformation(tree, actor);
  const { name, source } = METHODS.perfectInformation;
  const worth = chance.map((node) => ({ node: `n${node}`, label: labels.node(node), value: partial.value[node] ?? 0 }));
  const most = worth.reduce<InformationReport['mostWorth']>(
    (best, each) => (each.value > (best?.value ?? 0) ? each : best),
    null,
  );
  return {
    actor: tree.actors[actor] ?? '',
    method: name,
    source,
    evpi: perfect.ok ? perfect.value.value : null,
    refused: perfect.ok ? null : perfect.error.message,
    evppi: Object.fromEntries(worth.map(({ node, value }) => [node, value])),
    mostWorth: most,
  };
}
