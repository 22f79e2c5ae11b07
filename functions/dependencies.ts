// What the app needs from the world, handed in: the same app runs on AWS, on a developer's machine and in tests.
import type { Ledger } from "../shared/ledger/define-ledger.ts";
import type { Log } from "./logging/log.ts";
import type { Table } from "./storage/table.ts";

/** An OIDC issuer whose ID tokens are accepted. */
export interface TrustedIssuer {
  readonly issuer: string;
  /** Google signs with and without the scheme in `iss`. */
  readonly aliases: readonly string[];
  readonly jwksUri: string;
  readonly audiences: readonly string[];
}

/** The client that pages sign in with. */
export interface SignInClient {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | null;
}

/** Someone whom the first page offers to be, on a machine with invented people. */
export interface DemonstrationChoice {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  /** Ids; empty for people of the centre. */
  readonly halls: readonly string[];
}

export interface Dependencies {
  readonly table: Table;
  readonly ledgers: readonly Ledger[];
  readonly issuers: readonly TrustedIssuer[];
  readonly signIn: SignInClient;
  /** Where people reach the pages: `https://…`, without a slash at the end. */
  readonly publicUrl: string;
  /** Absent where people have accounts of their own. */
  readonly demonstrationAccounts?: (() => Promise<readonly DemonstrationChoice[]>) | null;
  /** What time it is in the halls, in milliseconds since 1970. */
  readonly now: () => number;
  /** What tokens and sessions are judged by, where `now` can be moved; else `now` is. */
  readonly realNow?: () => number;
  readonly log: Log;
}
