/** How an answer was reached: what the method is called, and who described it. */
export interface Method {
  readonly name: string;
  readonly source: string;
}

/** The methods of this folder by name, each with its source. docs/methods/ explains them. */
export const METHODS = {
  rational: {
    name: 'backward induction (subgame-perfect equilibrium)',
    source:
      'Kuhn 1953, Extensive Games and the Problem of Information; Selten 1965, Spieltheoretische Behandlung eines Oligopolmodells mit Nachfrageträgheit',
  },
  bounded: {
    name: 'agent logit quantal response, by one pass of backward induction',
    source: 'McKelvey & Palfrey 1998, Quantal Response Equilibria for Extensive Form Games',
  },
  tendency: {
    name: 'declared tendencies, by one pass of backward induction',
    source: 'the analyst who wrote the game; no theory of choice stands behind it',
  },
  profile: {
    name: 'expected payoffs under a given behaviour profile',
    source: 'Kuhn 1953, Extensive Games and the Problem of Information',
  },
  securityLevel: {
    name: 'security level: what an actor can assure itself of when all others work against it',
    source: 'von Neumann 1928, Zur Theorie der Gesellschaftsspiele',
  },
  bestCase: {
    name: 'best case: what an actor gets when everybody moves for it',
    source: 'plain maximisation; an upper bound, not a forecast',
  },
  teamOptimum: {
    name: 'team optimum: the largest expected sum of all payoffs',
    source: 'Marschak & Radner 1972, Economic Theory of Teams',
  },
  perfectInformation: {
    name: 'expected value of (partial) perfect information, one decision maker',
    source: 'Howard 1966, Information Value Theory; Raiffa & Schlaifer 1961, Applied Statistical Decision Theory',
  },
  privateInformation: {
    name: 'value of private information: the others’ strategies stay as they are',
    source: 'Howard 1966, Information Value Theory, with the others’ solved play held',
  },
  publicInformation: {
    name: 'value of public information: everybody learns it first and play is solved again',
    source: 'Hirshleifer 1971, The Private and Social Value of Information and the Reward to Inventive Activity',
  },
} as const satisfies Readonly<Record<string, Method>>;
