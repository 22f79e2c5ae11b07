// What makes a complaint, or a step on one, wrong; and who may not touch it.

import type { Role } from "../../kernel/permissions.ts";
import type { Problem } from "../../kernel/problem.ts";
import type { Text } from "../../kernel/text.ts";
import type { Actor } from "../../ledger/define-ledger.ts";
import type { LedgerFacts } from "../../ledger/facts.ts";
import type { ValuesOf } from "../../ledger/field.ts";
import { checkStepOrder } from "../../ledger/step-order.ts";
import { stepsOf } from "../../ledger/steps-of.ts";
import { type ComplaintRow, handlerOf, isAnonymous, receivedOn } from "./complaint-clock.ts";
import { CHANNELS, type ComplaintFields, complaintFields, isOral } from "./complaint-fields.ts";
import { complaintProblems as problems } from "./complaint-problems.ts";
import { complaintTransitions } from "./complaint-transitions.ts";

/** Fewer characters than this say neither when nor where [P]. */
const SPECIFIC_FROM = 10;

/** Of whom the complaint is taken by the centre, not by the hall [P]. */
const ABOVE_THE_HALL: ReadonlySet<Role> = new Set<Role>(["hallHead", "supervisingLeader", "director"]);

export function checkComplaint(
  row: ComplaintRow,
  personal: ValuesOf<ComplaintFields>,
  facts: LedgerFacts,
  scope: "hall" | "centre",
): Problem[] {
  const { receivedAt } = row.values;
  return [
    ...checkSpecific(personal),
    ...checkMajor(row),
    ...checkGround(row),
    ...checkAbout(row, facts),
    ...(scope === "hall" ? checkLevel(row, facts) : []),
    ...checkHappened(row),
    ...checkHandler(row, facts),
    ...checkTold(row),
    ...(receivedAt ? checkStepOrder({ field: "receivedAt", at: receivedAt }, row.events, facts) : []),
  ];
}

/** D2 投诉(三): "投诉人应当如实反映情况,投诉内容尽可能具体、明确". What was erased was specific enough. */
function checkSpecific({ content }: ValuesOf<ComplaintFields>): Problem[] {
  const said = content === undefined ? SPECIFIC_FROM : [...content.replace(/[\s\p{P}]/gu, "")].length;
  return said < SPECIFIC_FROM ? [problems.not_specific({ field: "content", min: SPECIFIC_FROM })] : [];
}

/** D2 投诉(三): "涉及重大事项的投诉,应采用书面形式". */
function checkMajor({ values, personalFields }: ComplaintRow): Problem[] {
  const written = personalFields.includes("document");
  if (values.major && !written) return [problems.major_not_in_writing({ field: "document" })];
  return written && isOral(values.channel)
    ? [
        problems.document_without_writing({
          field: "channel",
          channel: values.channel ? CHANNELS[values.channel] : "",
        }),
      ]
    : [];
}

/** D2 投诉: "…等方面" leaves room for other grounds; which, has to be said. */
function checkGround({ values }: ComplaintRow): Problem[] {
  return values.ground === "other" && !values.groundNote
    ? [problems.ground_missing({ field: "groundNote" })]
    : [];
}

const NEEDED = { person: "aboutPerson", window: "aboutWindow", matter: "aboutMatter" } as const;

/** D2 投诉(三) "具体、明确": about whom, which window, which matter. */
function checkAbout({ values }: ComplaintRow, facts: LedgerFacts): Problem[] {
  const { about, aboutPerson, aboutMatter } = values;
  const needed = about && about !== "hall" ? NEEDED[about] : undefined;
  if (needed && !values[needed]) {
    const label: Text = complaintFields[needed].label;
    return [problems.about_missing({ field: needed, label })];
  }
  if (about !== "person" && aboutPerson) return [problems.about_too_much({ field: "aboutPerson" })];
  if (aboutPerson && !facts.findPerson(aboutPerson)) {
    return [problems.unknown_person({ field: "aboutPerson", person: aboutPerson })];
  }
  return aboutMatter && !facts.findMatter(aboutMatter)
    ? [problems.unknown_matter({ field: "aboutMatter", matter: aboutMatter })]
    : [];
}

/** Who is complained about neither reads nor handles it: of the hall's head the centre takes the complaint [P]. */
function checkLevel({ values }: ComplaintRow, facts: LedgerFacts): Problem[] {
  const person = values.aboutPerson ? facts.findPerson(values.aboutPerson) : undefined;
  return person?.roles.some((role) => ABOVE_THE_HALL.has(role))
    ? [problems.goes_to_centre({ field: "aboutPerson" })]
    : [];
}

function checkHappened(row: ComplaintRow): Problem[] {
  const { happenedOn } = row.values;
  return happenedOn && happenedOn > receivedOn(row)
    ? [problems.happened_after_receipt({ field: "happenedOn" })]
    : [];
}

/** Who may be given a complaint: whoever may read it. */
const MAY_HANDLE: ReadonlySet<Role> = new Set<Role>([
  "windowHead",
  "hallHead",
  "supervisingLeader",
  "director",
  "centreAdmin",
]);

/** The handler is never the person complained about [P]. */
function checkHandler(row: ComplaintRow, facts: LedgerFacts): Problem[] {
  const handler = handlerOf(row);
  const assigns = row.events.at(-1)?.action === "assign";
  if (handler === undefined) return [];
  if (handler === row.values.aboutPerson) {
    return [problems.handler_is_concerned({ field: assigns ? "handler" : "aboutPerson" })];
  }
  // Who left the hall since, or has another post now, was a handler when it was assigned.
  if (!assigns) return [];
  const person = facts.findPerson(handler);
  return person?.roles.some((role) => MAY_HANDLE.has(role))
    ? []
    : [problems.handler_may_not_read({ field: "handler", person: person?.name ?? handler })];
}

/** Who left a name or a contact is told; who left neither cannot be. */
function checkTold(row: ComplaintRow): Problem[] {
  const event = row.events.at(-1);
  if (!event || (event.action !== "acknowledge" && event.action !== "answer")) return [];
  const [step] = stepsOf(event.action, complaintTransitions[event.action], [event]);
  const unnamed = step?.toldBy === "posted" || step?.toldBy === "notPossible";
  if (isAnonymous(row)) return unnamed ? [] : [problems.anonymous_told({ field: "toldBy" })];
  return step?.toldBy === "notPossible" ? [problems.author_not_told({ field: "toldBy" })] : [];
}

/** Those who may answer what was given to somebody else. */
const MAY_ANSWER_FOR: ReadonlySet<Role> = new Set<Role>([
  "hallHead",
  "supervisingLeader",
  "director",
  "centreAdmin",
]);

/** Nobody takes a step on a complaint about themselves; it is answered by its handler, or by whoever leads. */
export function permitsOnComplaint(action: string, row: ComplaintRow | null, actor: Actor): Problem[] {
  if (!row) return [];
  if (row.values.aboutPerson === actor.id) return [problems.concerned_party({})];
  const handler = handlerOf(row);
  const others = handler !== undefined && handler !== actor.id;
  return action === "answer" && others && !actor.roles.some((role) => MAY_ANSWER_FOR.has(role))
    ? [problems.not_the_handler({})]
    : [];
}
