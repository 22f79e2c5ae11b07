// What the app needs from the world, handed in: the same app runs on AWS, on a developer's machine and in tests.
import type { Role } from "../shared/kernel/permissions.ts";
import type { Text } from "../shared/kernel/text.ts";
import type { Ledger } from "../shared/ledger/define-ledger.ts";
import type { BlobStore } from "./blobs/blob-store.ts";
import type { Log } from "./logging/log.ts";
import type { Channels } from "./messages/channel.ts";
import type { HandOver } from "./messages/message-queue.ts";
import type { Resolve } from "./messages/webhook-address.ts";
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

/** A workbook that the first page offers to open. */
export interface WorkbookChoice {
  readonly title: string;
  readonly url: string;
  /** Whose window it opens as. */
  readonly note: Text;
}

/** Something that one hall owes, in words for a message. */
export interface OwedNotice {
  readonly hall: string;
  readonly hallName: Text;
  /** `monthly-report/2026-10`: the same obligation is reminded of once per day. */
  readonly obligation: string;
  readonly label: Text;
  readonly period: string;
  readonly dueAt: string;
  readonly status: string;
  readonly mustAct: Role;
  readonly by: string;
}

export interface ReturnedNotice {
  readonly hall: string;
  readonly hallName: Text;
  readonly obligation: string;
  readonly label: Text;
  readonly period: string;
  /** The person who submitted it. */
  readonly author: string;
  readonly reason: string;
  readonly by: string;
}

/** A word to one person, about their own work in a hall or, without one, at the centre. */
export interface PersonalNotice {
  readonly centre: string;
  readonly hall: string | null;
  readonly person: string;
  /** What it is about and of which day: said again it is said once, `deputy/d-17`. */
  readonly about: string;
  readonly subject: Text;
  readonly text: Text;
  readonly by: string | null;
}

/** What became of a reminder. */
export interface RemindedPeople {
  /** Who is told, now or earlier that day. */
  readonly people: number;
  /** New messages: the same content is said once a day. */
  readonly queued: number;
  /** Notices for which nobody holds the role. */
  readonly unreachable: number;
}

export interface PeriodNotices {
  remind(owed: readonly OwedNotice[]): Promise<RemindedPeople>;
  tell(notice: PersonalNotice): Promise<void>;
  reportReturned(returned: ReturnedNotice): Promise<void>;
}

export interface Dependencies {
  readonly table: Table;
  readonly ledgers: readonly Ledger[];
  readonly issuers: readonly TrustedIssuer[];
  readonly signIn: SignInClient;
  /** The OpenAPI description as JSON, drawn ahead of time where functions start cold. */
  readonly describeApi: () => Promise<string>;
  /** Where people reach the pages: `https://…`, without a slash at the end. */
  readonly publicUrl: string;
  /** Absent where people have accounts of their own. */
  readonly demonstrationAccounts?: (() => Promise<readonly DemonstrationChoice[]>) | null;
  /** Workbooks on this machine; absent where people have them with Google. */
  readonly demonstrationWorkbooks?: readonly WorkbookChoice[];
  /** Snapshots of reports; later photos and rendered reports. */
  readonly blobs: BlobStore;
  /** Tells people what they owe, or that a report came back; absent where no way of sending is configured. */
  readonly notices?: PeriodNotices | undefined;
  /** E-mail and groups; without them messages wait in the outbox. */
  readonly channels?: Channels | undefined;
  /** Takes waiting messages to a function of its own; without it the job that finds them sends them. */
  readonly handOver?: HandOver | undefined;
  /** Which hosts groups' webhooks may have beside those of WeCom and DingTalk, and how names are resolved. */
  readonly webhooks?: { readonly hosts: readonly string[]; readonly resolve: Resolve } | undefined;
  /** Hands an ordered report, by its id, to whoever renders it; absent where nobody does. */
  readonly startReport?: ((id: string) => Promise<void>) | undefined;
  /** What time it is in the halls, in milliseconds since 1970. */
  readonly now: () => number;
  /** What tokens and sessions are judged by, where `now` can be moved; else `now` is. */
  readonly realNow?: () => number;
  readonly log: Log;
}
