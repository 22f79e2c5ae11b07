// What follows from an inspection: rectification with owner and date, its evidence, the second look; bonus and minutes.
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { inspectionProblems as problems } from "../../../shared/capabilities/inspection/inspection-problems.ts";
import {
  Photo,
  type Rectification,
  rectificationState,
} from "../../../shared/capabilities/inspection/round.ts";
import { isPlainDate, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import { refuse } from "../../http/http-problems.ts";
import { findPerson, listHallPeople } from "../../storage/directory-store.ts";
import type { Versioned } from "../../storage/inspection-store.ts";
import { findAttachment } from "../attachments.ts";
import {
  demandInspector,
  type HallCall,
  type InspectionCall,
  inHall,
  isOwnHall,
  itemOf,
  stampOf,
  writeOrRefuse,
} from "./inspection-call.ts";
import { photoLedger } from "./score-on-site.ts";

const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value), "yyyy-MM-dd");
const words = (most: number) => z.string().trim().min(2).max(most);

export const Assignment = z.strictObject({
  hall: z.string().max(100),
  inspectors: z.array(z.string().max(100)).max(10),
});

/** Inspectors of the centre, and never one of the hall's own people. */
export async function assignInspectors(
  call: InspectionCall,
  { hall: id, inspectors }: z.infer<typeof Assignment>,
): Promise<void> {
  const { hall, stored, deps, centre } = inHall(call, id);
  for (const one of new Set(inspectors)) {
    const person = await findPerson(deps.table, one);
    const isInspector = person?.grants.some(
      ({ role, centre: of }) => role === "inspector" && of === centre.id,
    );
    if (!person || !isInspector)
      refuse(problems.not_an_inspector({ field: "inspectors", person: person?.name ?? one }));
    if (isOwnHall(person, hall.id))
      refuse(problems.own_hall({ field: "inspectors", person: person.name, hall: hall.name }));
  }
  const before = stored.halls.get(hall.id);
  if (!before) throw new Error(`hall ${hall.id} of a round was never reckoned`);
  const value = { ...before.value, inspectors: [...new Set(inspectors)].sort() };
  await writeOrRefuse(call, { name: `HALL#${hall.id}`, value, baseVersion: before.version });
}

export const BonusBody = z.strictObject({
  text: words(200),
  points: z.number().min(0.5).max(20).multipleOf(0.5),
});

/** D1 五(五) "“自选动作”有特色": at most so many points in all. */
export async function giveBonus(call: HallCall, { text, points }: z.infer<typeof BonusBody>): Promise<void> {
  const before = call.stored.bonus.get(call.hall.id);
  const all = [...(before?.value ?? []), { text, points, ...stampOf(call) }];
  const sum = all.reduce((total, one) => total + one.points, 0);
  const most = call.stored.round.scorecard.rules.bonusMost;
  if (sum > most) refuse(problems.bonus_most({ field: "points", most, sum }));
  await writeOrRefuse(call, { name: `BONUS#${call.hall.id}`, value: all, baseVersion: before?.version ?? 0 });
}

export const MinutesBody = z.strictObject({
  heldOn: date,
  place: words(120),
  attendees: words(500),
  text: words(5000),
});

/** D1 四(三) "组织召开工作现场会,总结推广经验". */
export async function keepMinutes(call: InspectionCall, body: z.infer<typeof MinutesBody>): Promise<void> {
  const value = { ...body, ...stampOf(call) };
  await writeOrRefuse(call, { name: "MINUTES#1", value, baseVersion: call.stored.minutes?.version ?? 0 });
}

export const NewRectification = z.strictObject({
  item: z.string().max(60),
  what: words(500),
  owner: z.string().max(100),
  dueOn: date,
});

export async function orderRectification(
  call: HallCall,
  body: z.infer<typeof NewRectification>,
): Promise<string> {
  const item = itemOf(call, body.item);
  if (body.dueOn < call.today) refuse(problems.due_in_past({ field: "dueOn", today: call.today }));
  const people = await listHallPeople(call.deps.table, call.hall.id);
  if (!people.some(({ id }) => id === body.owner))
    refuse(problems.unknown_owner({ field: "owner", person: body.owner }));
  const { what, owner, dueOn } = body;
  const id = randomUUID();
  const value: Rectification = {
    id,
    hall: call.hall.id,
    item: item.id,
    what,
    owner,
    dueOn,
    ordered: stampOf(call),
    done: null,
    checks: [],
  };
  await writeRectification(call, value, 0);
  return id;
}

export const RectificationDone = z.strictObject({
  note: words(500),
  photos: z.array(Photo).max(6).default([]),
});

export async function reportRectification(
  call: HallCall,
  id: string,
  { note, photos }: z.infer<typeof RectificationDone>,
): Promise<void> {
  const found = rectificationOf(call, id);
  for (const { key } of photos) {
    const photo = await findAttachment(call.deps.blobs, call.hall.id, photoLedger(call.stored.round.id), key);
    if (!photo.ok) refuse(problems.unknown_photo({ field: "photos", photo: key.slice(0, 60) }));
  }
  await writeRectification(
    call,
    { ...found.value, done: { note, photos, afterChecks: found.value.checks.length, ...stampOf(call) } },
    found.version,
  );
}

export const Reinspection = z.strictObject({ passed: z.boolean(), note: words(500) });

export async function reinspect(
  call: HallCall,
  id: string,
  { passed, note }: z.infer<typeof Reinspection>,
): Promise<void> {
  demandInspector(call);
  const found = rectificationOf(call, id);
  if (rectificationState(found.value, call.today) !== "reported") refuse(problems.not_rectified({}));
  const checks = [...found.value.checks, { passed, note, ...stampOf(call) }];
  await writeRectification(call, { ...found.value, checks }, found.version);
}

function rectificationOf({ stored, hall }: HallCall, id: string): Versioned<Rectification> {
  const found = stored.rectifications.get(id);
  return found?.value.hall === hall.id ? found : refuse(problems.unknown_rectification({}));
}

function writeRectification(call: HallCall, value: Rectification, baseVersion: number): Promise<void> {
  return writeOrRefuse(call, { name: `RECTIFY#${value.id}`, value, baseVersion, afterSigning: true });
}
