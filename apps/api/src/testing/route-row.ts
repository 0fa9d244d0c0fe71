export interface Row {
  /** As in the description of the API. */
  route: string;
  /** Whose: own, other, none; '' = the route names no row. */
  about: string;
  path: (ids: Ids) => string;
  body?: (ids: Ids) => object;
  /** Texts by which a row of the own and of the other commune is known in the answer. */
  marks?: readonly [own: string, other: string];
}

export interface Ids {
  /** An account of the own commune, and of the other. */
  account: number;
  otherAccount: number;
  session: string;
  otherSession: string;
  report: number;
  /** Who gets the reports of the town by mail. */
  recipient: number;
  /** The first of its topic, which stays. */
  lawRule: number;
  source: number;
  unit: number;
  otherUnit: number;
  /** What the own commune has, and what the other has. */
  own: Facts;
  other: Facts;
  token: string;
}

export interface Facts {
  producer: number;
  product: number;
  registration: number;
  evaluation: number;
  recognition: number;
  revocation: number;
  inspection: number;
  communeReport: number;
  activity: number;
  /** A line of the ledger, and a warning about it. */
  entry: number;
  warning: number;
}
