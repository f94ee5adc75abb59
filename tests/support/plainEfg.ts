/** A node of a game as the slow and obvious reader sees it. */
export interface PlainNode {
  readonly label: string;
  /** The player's number from 0; −1 for chance, undefined at an end. */
  readonly player: number | undefined;
  readonly moves: readonly { readonly label: string; readonly odds: number; readonly to: PlainNode }[];
  readonly payoffs: readonly number[];
}

export interface PlainEfg {
  readonly title: string;
  readonly players: readonly string[];
  readonly comment: string;
  readonly root: PlainNode;
}

const PIECE =
  /^(?:[ \t\n\v\f\r]+|[{},]|"(?:\\\\|\\"|[^"])*"|[-+.\d][^\s{},"]*|[^ \t\n\v\f\r{},"\-+.\d][^ \t\n\v\f\r]*)/;
const DECIMAL = /^-?(\d+(\.\d*)?([eE]-?\d+)?|\.\d+)$/;
const FRACTION = /^-?\d+\/\d+$/;

/** The pieces of a text; the last one is `?` where something is no piece. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const piece = PIECE.exec(rest)?.[0];
    if (piece === undefined) return [...pieces, '?'];
    if (!/^[ \t\n\v\f\r]/.test(piece)) pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return pieces;
}

type Fraction = readonly [over: bigint, under: bigint];

function fraction(piece: string): Fraction {
  if (FRACTION.test(piece)) {
    const [over = '', under = ''] = piece.split('/');
    if (BigInt(under) === 0n) throw new Error('a fraction of 0');
    return [BigInt(over), BigInt(under)];
  }
  if (!DECIMAL.test(piece)) throw new Error(`${piece} is no number`);
  const [digits = '', power = '0'] = piece.toLowerCase().split('e');
  if (Math.abs(Number(power)) > 400) throw new Error('too large');
  const [whole = '', after = ''] = digits.split('.');
  const size = BigInt(`${whole}${after}`.replace(/^-$/, '-0'));
  const scale = Number(power) - after.length;
  return scale < 0 ? [size, 10n ** BigInt(-scale)] : [size * 10n ** BigInt(scale), 1n];
}

function value(piece: string): number {
  const [over, under] = fraction(piece);
  const found = FRACTION.test(piece) ? Number(over) / Number(under) : Number(piece);
  if (!(Math.abs(found) <= 1e300)) throw new Error('too large');
  return found + 0;
}

const same = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b;

const tidy = (text: string): string =>
  [...text.replace(/\s+/g, ' ')]
    .filter((sign) => !/\p{Cc}/u.test(sign))
    .join('')
    .replace(/ +/g, ' ')
    .trim();

/** `_1`, `_2`, … after names that are empty or not alone. */
function apart(names: readonly string[]): string[] {
  const taken = [...names];
  return names.map((name) => {
    if (name !== '' && names.filter((other) => other === name).length === 1) return name;
    let number = 1;
    while (taken.includes(`${name}_${number}`)) number += 1;
    taken.push(`${name}_${number}`);
    return `${name}_${number}`;
  });
}

interface Described {
  readonly label: string;
  readonly actions: string[];
  readonly odds: Fraction[];
  readonly decimals: number[];
}

/**
 * A game in the .efg format, read by recursion, word for word after the rules of the format; throws where the rules do not allow it.
 * For small games: a long line is too long for it.
 */
export function plainEfg(written: string): PlainEfg {
  const pieces = piecesOf(written);
  const next = (): string => pieces.shift() ?? '';
  const need = (what: string) => {
    if (next() !== what) throw new Error(`expected ${what}`);
  };
  const text = (): string => {
    const piece = next();
    if (!piece.startsWith('"')) throw new Error('expected a text');
    return piece.slice(1, -1).replace(/\\([\\"])/g, '$1');
  };
  const whole = (): bigint => {
    const piece = next();
    if (!/^-?\d+$/.test(piece)) throw new Error('expected a whole number');
    return BigInt(piece);
  };
  need('EFG');
  need('2');
  if (!['R', 'D'].includes(next())) throw new Error('expected R or D');
  const title = tidy(text());
  need('{');
  const names = [tidy(text())];
  while (pieces[0] !== '}') names.push(tidy(text()));
  need('}');
  const players = apart(names);
  const comment = pieces[0]?.startsWith('"') ? text() : '';
  const outcomes = new Map<bigint, { label: string; payoffs: number[] }>();
  const sets = new Map<string, Described>();

  const payoffsHere = (): readonly number[] => {
    const id = whole();
    if (!pieces[0]?.startsWith('"')) {
      const known = outcomes.get(id)?.payoffs;
      if (id !== 0n && known === undefined) throw new Error('an unknown outcome');
      return known ?? players.map(() => 0);
    }
    if (id === 0n) throw new Error('outcome 0 has no text');
    const label = tidy(text());
    need('{');
    const payoffs: number[] = [];
    while (pieces[0] !== '}') {
      payoffs.push(value(next()));
      if (pieces[0] === ',') next();
    }
    need('}');
    const known = outcomes.get(id);
    if (payoffs.length !== players.length) throw new Error('not one payoff per player');
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify({ label, payoffs }))
      throw new Error('another outcome');
    outcomes.set(id, { label, payoffs });
    return payoffs;
  };

  const setHere = (player: number, above: readonly string[]): { key: string; set: Described } => {
    const key = `${player} ${whole()}`;
    const known = sets.get(key);
    if (known !== undefined && player >= 0) throw new Error('imperfect information');
    if (above.includes(key)) throw new Error('imperfect recall');
    if (!pieces[0]?.startsWith('"')) {
      if (known === undefined) throw new Error('an unknown information set');
      return { key, set: known };
    }
    const set: Described = { label: tidy(text()), actions: [], odds: [], decimals: [] };
    need('{');
    do {
      set.actions.push(tidy(text()));
      const piece = player < 0 ? next() : undefined;
      if (piece !== undefined) set.odds.push(fraction(piece));
      if (piece !== undefined) set.decimals.push(value(piece));
    } while (pieces[0] !== '}');
    need('}');
    const total = set.odds.reduce<Fraction>(([a, b], [c, d]) => [a * d + c * b, b * d], [0n, 1n]);
    if (player < 0 && (!same(total, [1n, 1n]) || set.odds.some(([over]) => over < 0n)))
      throw new Error('no probabilities');
    const told = { ...set, actions: apart(set.actions) };
    const isSame =
      known === undefined ||
      (known.label === told.label &&
        JSON.stringify(known.actions) === JSON.stringify(told.actions) &&
        known.odds.every((odds, index) => same(odds, told.odds[index] ?? [-1n, 1n])));
    if (!isSame) throw new Error('another information set');
    sets.set(key, told);
    return { key, set: told };
  };

  const nodeHere = (above: readonly string[]): PlainNode => {
    const form = next();
    if (!['c', 'p', 't'].includes(form)) throw new Error('expected a node');
    const label = tidy(text());
    if (form === 't') return { label, player: undefined, moves: [], payoffs: payoffsHere() };
    const player = form === 'c' ? -1 : Number(whole()) - 1;
    if (form === 'p' && (player < 0 || player >= players.length)) throw new Error('an unknown player');
    const { key, set } = setHere(player, above);
    const payoffs = payoffsHere();
    const moves = set.actions.map((action, index) => ({
      label: action,
      odds: set.decimals[index] ?? 0,
      to: nodeHere([...above, key]),
    }));
    return { label: label === '' ? set.label : label, player, moves, payoffs };
  };
  return { title, players, comment, root: nodeHere([]) };
}
