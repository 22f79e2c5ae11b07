// The invented life of one case: what is entered, when, and what comes of it.
import type { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { type DateTime, dateTimeFromWall } from "../../../shared/kernel/date-time.ts";
import { addDays, type PlainDate } from "../../../shared/kernel/plain-date.ts";
import { addWorkingDays, type WorkingCalendar } from "../../../shared/kernel/working-calendar.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import type { SeededRandom } from "./seeded-random.ts";

export interface LifeStep {
  readonly day: PlainDate;
  readonly action: string;
  readonly values: Values;
}

export interface LifeFacts {
  readonly matter: Matter;
  readonly day: PlainDate;
  readonly zone: string;
  readonly calendar: WorkingCalendar;
  readonly clerk: string;
  readonly random: SeededRandom;
}

const SURNAMES = [..."王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"];
/** Every invented resident carries one of these words as a given name. */
const GIVEN = ["演示", "示例", "样例", "虚构", "范例"];
const CHANNELS = ["counter", "counter", "counter", "counter", "phone", "internet", "homeVisit"];

/** D1 三5 “自愿”: how whoever comes this way agrees to being acted for. */
const CONSENT_BY_CHANNEL: Readonly<Record<string, string>> = {
  phone: "phone",
  internet: "message",
  homeVisit: "written",
};

/** The steps of a case in order; those after the end of the demonstration are simply not taken. */
export function demonstrationCase(facts: LifeFacts): LifeStep[] {
  const { matter, day, random } = facts;
  const at = clock(facts, day);
  const received = at(random.between(9, 15), random.between(0, 59));
  const base: Record<string, Values[string]> = {
    receivedAt: received,
    matter: matter.id,
    visitor: matter.anonymous ? "匿名" : `${random.pick(SURNAMES)}${random.pick(GIVEN)}`,
    ...(matter.anonymous || random.chance(0.3) ? {} : { phoneTail: String(random.between(1000, 9999)) }),
    channel: random.pick(CHANNELS),
    window: `${random.between(1, 4)}号窗口`,
    acceptedBy: facts.clerk,
    ...(matter.subtypes.length > 0 ? { subtype: random.pick(matter.subtypes).id } : {}),
    ...feeOf(matter, day, random),
  };
  if (matter.flow === "agencyHandling") base.consent = CONSENT_BY_CHANNEL[String(base.channel)] ?? "inPerson";
  // Some are written up only days later, as happens.
  const enteredOn = random.chance(0.03) ? addWorkingDays(facts.calendar, day, random.between(2, 4)) : day;
  if (matter.flow === "consultation") {
    const answered = {
      completedAt: at(17),
      outcome: "answered",
      feedbackAt: at(17),
      feedbackChannel: "inPerson",
    };
    return [{ day: enteredOn, action: "upsert", values: { ...base, ...answered } }];
  }
  const opening: LifeStep = { day: enteredOn, action: "upsert", values: base };
  if (random.chance(0.01))
    return [opening, { day: enteredOn, action: "void", values: { reason: "重复登记(演示)" } }];
  return [opening, ...handling(facts, enteredOn)];
}

function handling(facts: LifeFacts, from: PlainDate): LifeStep[] {
  const { matter, random, calendar } = facts;
  const limit = matter.timeLimit ?? 3;
  const steps: LifeStep[] = [];
  let start = from;
  let extendedBy = 0;
  if (matter.materials.length > 0 && random.chance(0.14)) {
    const items = matter.materials.slice(0, 2).map(({ name }) => name.zh);
    steps.push({
      day: start,
      action: "giveCorrectionNotice",
      values: { at: clock(facts, start)(17, 5), items },
    });
    if (random.chance(0.12)) {
      start = addWorkingDays(calendar, start, 1);
      const more = { at: clock(facts, start)(10), items: [...items, "补充说明(演示)"] };
      steps.push({ day: start, action: "giveCorrectionNotice", values: more });
    }
    start = addWorkingDays(calendar, start, random.between(1, 7));
    if (random.chance(0.1)) {
      return [...steps, ...closing(facts, start, "withdrawn")];
    }
    steps.push({ day: start, action: "completeMaterials", values: { at: clock(facts, start)(11) } });
  } else if ((matter.timeLimit ?? 0) >= 3 && random.chance(0.04)) {
    const startsOn = addWorkingDays(calendar, start, 1);
    const endsOn = addDays(startsOn, random.between(1, 3));
    const values = { kind: "testing", startsOn, endsOn, toldAt: clock(facts, startsOn)(9, 30) };
    steps.push({ day: startsOn, action: "beginSpecialProcedure", values });
  } else if ((matter.timeLimit ?? 0) >= 3 && random.chance(0.05)) {
    const asked = addWorkingDays(calendar, start, 1);
    const values = {
      at: clock(facts, asked)(16),
      askedAt: clock(facts, asked)(10),
      workingDays: 3,
      reason: "需实地核实(演示)",
    };
    steps.push({ day: asked, action: "extend", values });
    extendedBy = 3;
  }
  const late = random.chance(0.07);
  const within =
    extendedBy > 0 ? limit + random.between(0, extendedBy) : random.between(0, Math.max(0, limit - 1));
  const used = late ? limit + extendedBy + random.between(1, 4) : within;
  const done = addWorkingDays(calendar, later(start, steps.at(-1)?.day), used);
  // Some are left lying, so that a board has something to warn of.
  if (random.chance(0.02)) return steps;
  if (!matter.upstream) return [...steps, ...closing(facts, done, "done")];
  const forwarded = { at: clock(facts, done)(17, 8), agency: "街道办事处(演示)" };
  steps.push({ day: done, action: "forward", values: forwarded });
  const back = addWorkingDays(calendar, done, random.between(4, 18));
  steps.push({ day: back, action: "recordUpstreamResult", values: { at: clock(facts, back)(10, 15) } });
  return [...steps, ...closing(facts, back, random.chance(0.93) ? "done" : "refused")];
}

function closing(facts: LifeFacts, day: PlainDate, outcome: string): LifeStep[] {
  const { random, calendar } = facts;
  const at = clock(facts, day);
  const complete: LifeStep = { day, action: "complete", values: { completedAt: at(17, 10), outcome } };
  if (random.chance(0.06)) return [complete];
  const told = random.chance(0.75) ? day : addWorkingDays(calendar, day, random.between(1, 3));
  const feedbackChannel = random.pick(["inPerson", "phone", "phone", "message"]);
  return [
    complete,
    { day: told, action: "feedBack", values: { feedbackAt: clock(facts, told)(17, 20), feedbackChannel } },
  ];
}

function feeOf(matter: Matter, day: PlainDate, random: SeededRandom): Values {
  if (!matter.fee) return {};
  const receipt = `${day.replaceAll("-", "")}-${random.between(100, 999)}`;
  return { feeInFen: random.between(20, 400) * 50, receiptNumber: receipt };
}

function clock({ zone }: LifeFacts, day: PlainDate): (hour: number, minute?: number) => DateTime {
  return (hour, minute = 0) => dateTimeFromWall(day, hour, minute, zone);
}

function later(a: PlainDate, b: PlainDate | undefined): PlainDate {
  return b !== undefined && b > a ? b : a;
}
