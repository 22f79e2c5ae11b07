// Messages that somebody's step causes: the centre's reminder, a report that came back, a word to one person.
import { createHash } from "node:crypto";
import {
  CENTRE_HOURS,
  type Hours,
  nextWorkingMoment,
} from "../../shared/capabilities/messages/working-hours.ts";
import { calendarOf } from "../../shared/capabilities/organisation/centre-calendar.ts";
import { centreOf, type Hall } from "../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt, showDateTime } from "../../shared/kernel/date-time.ts";
import { centreRoles, type Role, rolesAt } from "../../shared/kernel/permissions.ts";
import type { Dependencies, OwedNotice, PeriodNotices } from "../dependencies.ts";
import {
  findCentre,
  findHall,
  findPerson,
  listHallPeople,
  listPeople,
  type Person,
} from "../storage/directory-store.ts";
import { hallHours } from "./hall-hours.ts";
import type { Letter } from "./message.ts";
import { queueMessage } from "./outbox-store.ts";

type Deps = Pick<Dependencies, "table" | "now" | "publicUrl">;

export function periodNotices(deps: Deps): PeriodNotices {
  return {
    async remind(owed) {
      const posts = new Map<string, { person: Person; place: Place; owed: OwedNotice[] }>();
      const places = new Map<string, Place | undefined>();
      let unreachable = 0;
      for (const notice of owed) {
        if (!places.has(notice.hall)) places.set(notice.hall, await findPlace(deps, notice.hall));
        const place = places.get(notice.hall);
        const heads = place && (await actingIn(deps, place, notice.mustAct));
        if (!place || !heads?.length) unreachable++;
        for (const person of place && heads ? heads : []) {
          if (!place) continue;
          const post = posts.get(person.id) ?? { person, place, owed: [] };
          posts.set(person.id, post);
          post.owed.push(notice);
        }
      }
      let queued = 0;
      for (const { person, place, owed: own } of posts.values()) {
        // The same button again on the same day says the same, and is said once.
        const about = hashOf(own.map(({ hall, obligation }) => `${hall}/${obligation}`).sort());
        const lines = own.map(
          ({ hallName, label, period, dueAt }) =>
            `  ${hallName.zh} · ${label.zh} ${label.en} ${period} · ${showDateTime(dueAt)} 到期 due`,
        );
        const isNew = await queue(deps, place, person, `remind/${person.id}/${about}`, own[0]?.by ?? null, {
          subject: `【便民大厅台账】中心提醒:${own.length} 项待签、待报`,
          text: ["中心提醒您办理:", "The centre reminds you of:", "", ...lines, "", deps.publicUrl].join(
            "\n",
          ),
        });
        if (isNew) queued++;
      }
      return { people: posts.size, queued, unreachable };
    },
    async tell({ centre: id, hall, person: who, about, subject, text, by }) {
      const [office, person] = await Promise.all([
        hall === null ? findOffice(deps, id) : findPlace(deps, hall),
        findPerson(deps.table, who),
      ]);
      if (!office || !person) return;
      await queue(deps, office, person, `tell/${person.id}/${about}`, by, {
        subject: `【便民大厅台账】${subject.zh}`,
        text: [text.zh, text.en, "", deps.publicUrl].join("\n"),
      });
    },
    async reportReturned({ hall, hallName, obligation, label, period, author, reason, by }) {
      const place = await findPlace(deps, hall);
      const person = await findPerson(deps.table, author);
      if (!place || !person) return;
      await queue(deps, place, person, `returned/${person.id}/${obligation}/${hashOf([reason])}`, by, {
        subject: `【便民大厅台账】${hallName.zh} ${label.zh} ${period} 已退回`,
        text: [
          `${hallName.zh} 的“${label.zh}”${period} 被退回,请修改后重新上报。`,
          `${hallName.en}: “${label.en}” of ${period} was returned; please correct it and submit it again.`,
          `理由 Reason:${reason}`,
          "",
          deps.publicUrl,
        ].join("\n"),
      });
    },
  };
}

interface Office {
  readonly centre: string;
  readonly hours: Hours;
  /** When the message may go out first. */
  readonly notBefore: number;
}

interface Place extends Office {
  readonly hall: Hall;
  readonly at: Parameters<typeof rolesAt>[1];
  readonly people: readonly Person[];
}

/** The centre's own office. */
async function findOffice({ table, now }: Deps, id: string): Promise<Office | undefined> {
  const centre = await findCentre(table, id);
  if (!centre) return undefined;
  const notBefore = nextWorkingMoment(now(), CENTRE_HOURS, calendarOf(centre));
  return { centre: centre.id, hours: CENTRE_HOURS, notBefore };
}

async function findPlace({ table, now }: Deps, id: string): Promise<Place | undefined> {
  const hall = await findHall(table, id);
  if (!hall) return undefined;
  const today = dateOf(dateTimeAt(now(), hall.timeZone));
  const centre = await findCentre(table, centreOf(hall, today));
  if (!centre) return undefined;
  const hours = hallHours(hall, now());
  return {
    centre: centre.id,
    hall,
    at: { id: hall.id, centre: centre.id, today },
    people: await listHallPeople(table, hall.id),
    hours,
    notBefore: nextWorkingMoment(now(), hours, calendarOf(centre)),
  };
}

/** Whoever holds the role in the hall; what the centre's own offices owe about a hall is theirs. */
async function actingIn({ table }: Deps, { people, at, centre }: Place, role: Role): Promise<Person[]> {
  const inHall = people.filter((person) => rolesAt(person, at).includes(role));
  if (inHall.length > 0) return inHall;
  return (await listPeople(table, centre)).filter((person) =>
    centreRoles(person, centre, at.today).includes(role),
  );
}

/** The day is that of going out, so that pressing in the evening and again next morning is one message. */
async function queue(
  { table, now }: Deps,
  { centre, hours, notBefore }: Office,
  person: Person,
  name: string,
  by: string | null,
  composed: Pick<Letter, "subject" | "text">,
): Promise<boolean> {
  const day = dateOf(dateTimeAt(notBefore, hours.zone));
  const letter: Letter = {
    id: `${day}/${name}`,
    centre,
    kind: name.split("/")[0] ?? name,
    to: { channel: "mail", person: person.id, name: person.name, address: person.email },
    ...composed,
    queuedAt: new Date(now()).toISOString(),
    by,
    hours,
    notAfter: null,
  };
  return queueMessage(table, letter, notBefore);
}

function hashOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 12);
}
