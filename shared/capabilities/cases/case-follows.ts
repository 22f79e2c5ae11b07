// What a case's steps bring about in other ledgers: the notice of a correction list, a referral, a rating.
import { dateOf } from "../../kernel/date-time.ts";
import type { Values } from "../../ledger/field.ts";
import type { FollowingRow, RowChange } from "../../ledger/follow.ts";
import { followingId } from "../../ledger/following-id.ts";
import type { RowEvent } from "../../ledger/record.ts";
import type { RowLink } from "../../ledger/row-link.ts";
import { stepsOf } from "../../ledger/steps-of.ts";
import { type CaseRow, verdictOn } from "./case-clock.ts";
import { ANONYMOUS } from "./case-fields.ts";
import { roundsOf } from "./case-rounds.ts";
import { caseTransitions } from "./case-transitions.ts";
import { responsibilityOf } from "./responsibility.ts";

/** What follows, by step: in which ledger, and the word that tells its ids from the others'. */
const FOLLOWING = {
  giveCorrectionNotice: { ledger: "one-time-notices", kind: "notice", label: { zh: "告知书", en: "Notice" } },
  rate: { ledger: "service-ratings", kind: "rating", label: { zh: "评价", en: "Rating" } },
  refer: { ledger: "referrals", kind: "referral", label: { zh: "转介", en: "Referral" } },
} as const;

type Step = keyof typeof FOLLOWING;

const isFollowed = (action: string): action is Step => Object.hasOwn(FOLLOWING, action);

export function caseFollows(change: RowChange<CaseRow>): FollowingRow[] {
  const { event, id } = change;
  if (!event || !isFollowed(event.action)) return [];
  const { ledger, kind } = FOLLOWING[event.action];
  const number = countOf(change.row, event.action) - 1;
  return [
    {
      ledger,
      id: followingId(id, `${kind}/${number}`),
      action: "upsert",
      values: withoutUndefined(VALUES[event.action](change, event)),
      baseVersion: 0,
    },
  ];
}

/** The rows that the case's steps have brought about. */
export function caseLinks(row: CaseRow, id: string): RowLink[] {
  const made = Object.entries(FOLLOWING).flatMap(([action, { ledger, kind, label }]) =>
    Array.from({ length: countOf(row, action) }, (_, number) => ({
      ledger,
      id: followingId(id, `${kind}/${number}`),
      label,
    })),
  );
  const { ledger, label } = FOLLOWING.rate;
  const noted = stepsOf("noteRating", caseTransitions.noteRating, row.events);
  return [...made, ...noted.flatMap(({ rating }) => (rating ? [{ ledger, id: rating, label }] : []))];
}

function countOf({ events }: CaseRow, action: string): number {
  return events.filter((event) => event.action === action).length;
}

type ValuesOf = (change: RowChange<CaseRow>, event: RowEvent) => Values;

const VALUES: Readonly<Record<Step, ValuesOf>> = {
  giveCorrectionNotice: ({ row, id, serial, personal }, event) => {
    const [notice] = stepsOf("giveCorrectionNotice", caseTransitions.giveCorrectionNotice, [event]);
    const { receivedAt, matter, subtype } = row.values;
    return {
      givenAt: notice?.at,
      kind: "correction",
      matter,
      subtype,
      recipient: personal.visitor === ANONYMOUS ? undefined : personal.visitor,
      manner: notice?.manner ?? "inPerson",
      givenBy: responsibilityOf(row).holder,
      corrections: notice?.items,
      newReason: notice?.newReason,
      important: notice?.important,
      caseId: id,
      caseNumber: serial,
      verdict: latestVerdict(row),
      // A case keeps the list of materials of the day on which it was received.
      listOn: receivedAt && dateOf(receivedAt),
    };
  },
  rate: ({ row, id, serial }, event) => {
    const [rating] = stepsOf("rate", caseTransitions.rate, [event]);
    return {
      ratedAt: rating?.at,
      matter: row.values.matter,
      grade: rating?.grade,
      channel: rating?.channel,
      caseId: id,
      caseNumber: serial,
      servedBy: responsibilityOf(row).holder,
      window: row.values.window,
    };
  },
  refer: ({ row, id, serial, personal }, event) => {
    const [referral] = stepsOf("refer", caseTransitions.refer, [event]);
    const visitor = personal.visitor === ANONYMOUS ? undefined : personal.visitor;
    return {
      askedAt: referral?.at,
      kind: "referral",
      subject: referral?.reason,
      matter: row.values.matter,
      visitor,
      firstAskedBy: responsibilityOf(row).firstAskedBy,
      toDepartment: referral?.department,
      toPerson: referral?.to,
      caseId: id,
      caseNumber: serial,
      caseReferral: countOf(row, "refer") - 1,
    };
  },
};

/** How the list given last stands to those before it, in the round in force. */
function latestVerdict(row: CaseRow): string {
  const named = new Set<string>();
  const lists = stepsOf(
    "giveCorrectionNotice",
    caseTransitions.giveCorrectionNotice,
    roundsOf(row).at(-1)?.events ?? [],
  );
  return lists.map((list) => verdictOn(list, named)).at(-1) ?? "first";
}

function withoutUndefined(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
