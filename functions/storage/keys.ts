// Where every item stands in the one table; the README of this room lists the questions that these keys answer.

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

const SEQ_DIGITS = 12;

export const keys = {
  /** Record and personal fields share a partition of their own: ids are unique in the whole table. */
  record: (id: string): Key => ({ pk: `R#${id}`, sk: "R" }),
  personal: (id: string): Key => ({ pk: `R#${id}`, sk: "P" }),
  /** Who looked at a record unmasked. */
  access: (id: string, at: string, unique: string): Key => ({ pk: `R#${id}`, sk: `A#${at}#${unique}` }),
  /** The feed of a hall's ledger, and its head. */
  feed: (hall: string, ledger: string): string => `F#${hall}#${ledger}`,
  revision: (hall: string, ledger: string, seq: number): Key => ({
    pk: keys.feed(hall, ledger),
    sk: `V#${String(seq).padStart(SEQ_DIGITS, "0")}`,
  }),
  head: (hall: string, ledger: string): Key => ({ pk: keys.feed(hall, ledger), sk: "HEAD" }),
  batch: (hall: string, ledger: string, batchId: string): Key => ({ pk: `B#${hall}#${ledger}`, sk: batchId }),
  /** A ledger's headline figures of all halls of a centre on one day or in one month. */
  summaries: (centre: string, period: string, ledger: string): string => `S#${centre}#${period}#${ledger}`,
  summary: (centre: string, period: string, hall: string, ledger: string): Key => ({
    pk: keys.summaries(centre, period, ledger),
    sk: hall,
  }),
  /** The same, split by the ledger's dimension (the matter of a case), by month. */
  splits: (centre: string, month: string, ledger: string): string => `X#${centre}#${month}#${ledger}`,
  split: (centre: string, month: string, hall: string, ledger: string, dimension: string): Key => ({
    pk: keys.splits(centre, month, ledger),
    sk: `${hall}#${dimension}`,
  }),
  /** Months of a hall whose report was accepted, with what unlocks them for a while. */
  locks: (hall: string): string => `L#${hall}`,
  lock: (hall: string, month: string): Key => ({ pk: keys.locks(hall), sk: month }),
  /** Figures as they were accepted: headline of all halls, and split by dimension. */
  frozen: (centre: string, month: string): string => `Z#${centre}#${month}`,
  frozenSplits: (centre: string, month: string): string => `ZX#${centre}#${month}`,
  /** How the periods that a centre's halls owe for in a month stand in their ledgers. */
  periodStates: (centre: string, month: string): string => `C#${centre}#${month}`,
  /** How many duties of rows a centre's halls have in a month, and how they stand. */
  dutyCounts: (centre: string, month: string): string => `DUTIES#${centre}#${month}`,
  centre: (id: string): Key => ({ pk: "CENTRES", sk: id }),
  hall: (id: string): Key => ({ pk: "HALLS", sk: id }),
  /** What was open and overdue in a centre's halls when they closed on a day, and how far a hall has been stamped. */
  stocks: (centre: string, day: string): string => `STOCK#${centre}#${day}`,
  stamped: (hall: string): Key => ({ pk: `STAMPED#${hall}`, sk: "CURSOR" }),
  /** Holiday notices that were loaded, by year and version. */
  calendarChanges: (centre: string): string => `CAL#${centre}`,
  /** Who exported what, in the order of time; reports that were asked for. */
  exports: (centre: string): string => `EXPORTS#${centre}`,
  reports: (centre: string): string => `REPORTS#${centre}`,
  report: (id: string): Key => ({ pk: `REPORT#${id}`, sk: "REPORT" }),
  /** Rounds of inspection of a centre; everything of one round; the centre's own versions of the scorecard. */
  inspections: (centre: string): string => `INSPECTION#${centre}`,
  round: (centre: string, round: string): string => `ROUND#${centre}#${round}`,
  scorecards: (centre: string): string => `SCORECARD#${centre}`,
  /** Who looked at whose personal fields on purpose, in the order of time. */
  readings: (centre: string): string => `READINGS#${centre}`,
  /** Runs of the scheduled jobs, in the order of real time. */
  runs: (centre: string): string => `RUNS#${centre}`,
  /** The hall at which a job that takes halls in turn stopped. */
  turn: (centre: string, job: string): Key => ({ pk: `TURN#${centre}`, sk: job }),
  /** Messages by month, sorted by day; the groups that may get some. */
  messages: (centre: string, month: string): string => `MSG#${centre}#${month}`,
  webhooks: (centre: string): string => `HOOKS#${centre}`,
  /** The ids of the people who have work in a centre or its halls. */
  members: (centre: string): string => `N#${centre}`,
  /** Who deputises for whom in a centre and its halls, sorted by first day. */
  deputies: (centre: string): string => `DEP#${centre}`,
  /** The ids of the people who have work in one hall. */
  hallMembers: (hall: string): string => `NH#${hall}`,
  person: (id: string): Key => ({ pk: `U#${id}`, sk: "U" }),
  invitation: (email: string): Key => ({ pk: `I#${email.toLowerCase()}`, sk: "I" }),
  subject: (issuer: string, sub: string): Key => ({ pk: `T#${issuer}#${sub}`, sk: "T" }),
  /** How often a person did what is limited, in a window of time. */
  pace: (person: string, what: string, window: number): Key => ({
    pk: `PACE#${person}`,
    sk: `${what}#${window}`,
  }),
  session: (hash: string): Key => ({ pk: `K#${hash}`, sk: "K" }),
} as const;

/** Partition of the sparse index of open rows of a hall, sorted by due date. */
export const openPartition = (hall: string, ledger: string): string => `O#${hall}#${ledger}`;
/** Partition of rows closed in a month, sorted by day; a row is either open or closed, so one index serves both. */
export const closedPartition = (hall: string, ledger: string, month: string): string =>
  `D#${hall}#${ledger}#${month}`;
/** Partition of rows by the month of their business date. */
export const businessPartition = (hall: string, ledger: string, month: string): string =>
  `M#${hall}#${ledger}#${month}`;

/** Partition of the sparse index of messages that are neither sent nor given up. */
export const waitingPartition = (centre: string): string => `MQ#${centre}`;

/** Open rows whose due date is not known sort behind all others. */
export const NO_DUE_DATE = "~";
