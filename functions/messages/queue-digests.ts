// Puts today's digests into the outbox: one per person and per group, in working hours, none where nothing is to say.
import {
  composeDigest,
  composeGroupDigest,
  type DigestLine,
} from "../../shared/capabilities/messages/digest.ts";
import {
  CENTRE_HOURS,
  type Hours,
  spanAt,
  type WorkingSpan,
} from "../../shared/capabilities/messages/working-hours.ts";
import type { Centre } from "../../shared/capabilities/organisation/centre.ts";
import { calendarOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import type { Hall } from "../../shared/capabilities/organisation/hall.ts";
import { centreRoles, rolesAt } from "../../shared/kernel/permissions.ts";
import type { Dependencies } from "../dependencies.ts";
import { listPeople, type Person } from "../storage/directory-store.ts";
import { hallHours } from "./hall-hours.ts";
import { type HallLine, hallLines } from "./hall-lines.ts";
import type { Letter, Recipient } from "./message.ts";
import { queueMessage } from "./outbox-store.ts";
import { listWebhooks, type Webhook } from "./webhook-store.ts";

type Deps = Pick<Dependencies, "table" | "ledgers" | "publicUrl">;

export interface QueuedDigests {
  readonly queued: number;
  /** Lines that went above the hall. */
  readonly escalated: number;
}

/** The day's digests are made while the recipient's office is open; a day on which no run came is over. */
export async function queueDigests(
  deps: Deps,
  centre: Centre,
  halls: readonly Hall[],
  now: number,
): Promise<QueuedDigests> {
  const calendar = calendarOf(centre);
  const centreSpan = spanAt(now, CENTRE_HOURS, calendar);
  const open = halls.flatMap((hall) => {
    const hours = hallHours(hall, now);
    const span = spanAt(now, hours, calendar);
    return span ? [{ hall, hours, span }] : [];
  });
  if (!centreSpan && open.length === 0) return { queued: 0, escalated: 0 };
  const asked = centreSpan ? halls : open.map(({ hall }) => hall);
  const lines = (await Promise.all(asked.map((hall) => hallLines(deps, hall, centre, now)))).flat();
  const posts: Post[] = [
    ...(await listPeople(deps.table, centre.id)).flatMap(
      (person) => postForPerson(person, lines, centre, open, centreSpan) ?? [],
    ),
    ...(await listWebhooks(deps.table, centre.id)).flatMap(
      (webhook) => postForGroup(webhook, lines, open, centreSpan) ?? [],
    ),
  ];
  let queued = 0;
  for (const post of posts) {
    if (await queueMessage(deps.table, letterOf(post, deps, centre, now), now)) queued++;
  }
  const escalated = lines.filter(({ roles }) => roles.includes("supervisingLeader")).length;
  return { queued, escalated: queued > 0 ? escalated : 0 };
}

interface OpenHall {
  readonly hall: Hall;
  readonly hours: Hours;
  readonly span: WorkingSpan;
}

interface Post {
  /** What stands behind the day and the kind in the message's id. */
  readonly name: string;
  readonly to: Recipient;
  readonly lines: readonly DigestLine[];
  readonly hours: Hours;
  readonly span: WorkingSpan;
}

function postForPerson(
  person: Person,
  lines: readonly HallLine[],
  centre: Centre,
  open: readonly OpenHall[],
  centreSpan: WorkingSpan | undefined,
): Post | undefined {
  const own = open.filter(({ hall, span }) => rolesInHall(person, hall, centre, span).length > 0);
  const above = centreSpan ? centreRoles(person, centre.id, centreSpan.day) : [];
  const heard = lines.filter((line) => {
    const at = own.find(({ hall }) => hall.id === line.hallId);
    const inHall = at ? rolesInHall(person, at.hall, centre, at.span) : [];
    return (
      inHall.some((role) => line.roles.includes(role)) ||
      (inHall.length > 0 && line.names.includes(person.name)) ||
      above.some((role) => line.roles.includes(role))
    );
  });
  const [first] = own;
  const span = first?.span ?? centreSpan;
  if (heard.length === 0 || !span) return undefined;
  return {
    name: person.id,
    to: { channel: "mail", person: person.id, name: person.name, address: person.email },
    lines: heard,
    hours: first?.hours ?? CENTRE_HOURS,
    span,
  };
}

/** Roles of the hall itself; those of the centre are heard in the centre's hours. */
function rolesInHall(person: Person, hall: Hall, centre: Centre, { day }: WorkingSpan) {
  const above = centreRoles(person, centre.id, day);
  return rolesAt(person, { id: hall.id, centre: centre.id, today: day }).filter(
    (role) => !above.includes(role),
  );
}

function postForGroup(
  webhook: Webhook,
  lines: readonly HallLine[],
  open: readonly OpenHall[],
  centreSpan: WorkingSpan | undefined,
): Post | undefined {
  const at = open.find(({ hall }) => hall.id === webhook.hall);
  const span = webhook.hall === null ? centreSpan : at?.span;
  const heard = lines.filter(({ hallId }) => webhook.hall === null || hallId === webhook.hall);
  if (!span || heard.length === 0) return undefined;
  return {
    name: `group-${webhook.id}`,
    to: { channel: "webhook", webhook: webhook.id, name: webhook.name },
    lines: heard,
    hours: at?.hours ?? CENTRE_HOURS,
    span,
  };
}

function letterOf(
  { name, to, lines, hours, span }: Post,
  { publicUrl }: Deps,
  centre: Centre,
  now: number,
): Letter {
  const compose = to.channel === "mail" ? composeDigest : composeGroupDigest;
  const composed = compose(span.day, lines, publicUrl);
  if (!composed) throw new Error("a digest without a line");
  return {
    id: `${span.day}/digest/${name}`,
    centre: centre.id,
    kind: "digest",
    to,
    ...composed,
    queuedAt: new Date(now).toISOString(),
    by: null,
    hours,
    notAfter: span.closes,
  };
}
