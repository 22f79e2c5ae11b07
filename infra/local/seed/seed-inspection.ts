// Opens the demonstration's November round: a third of the halls is inspected, the others wait for whoever tries it.
import { createHash } from "node:crypto";
import type { BlobStore } from "../../../functions/blobs/blob-store.ts";
import { findRound } from "../../../functions/storage/inspection-store.ts";
import type { Table } from "../../../functions/storage/table.ts";
import { assignInspectors, orderRectification } from "../../../functions/use-cases/inspection/follow-up.ts";
import { object, selfScore } from "../../../functions/use-cases/inspection/give-opinion.ts";
import {
  type InspectionCall,
  type InspectionPlace,
  inHall,
} from "../../../functions/use-cases/inspection/inspection-call.ts";
import { openRound } from "../../../functions/use-cases/inspection/open-round.ts";
import { keepPhoto, scoreOnSite } from "../../../functions/use-cases/inspection/score-on-site.ts";
import { criteriaOf } from "../../../shared/capabilities/inspection/scorecard.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { dateOf, dateTime, instantOf } from "../../../shared/kernel/date-time.ts";
import { plainDate } from "../../../shared/kernel/plain-date.ts";
import { LEDGERS } from "../../../shared/ledgers.ts";
import { DEMO_HALLS, DEMO_PEOPLE } from "./demonstration-centre.ts";

/** D1 四(三): 11月, after what was done until October. */
const NOW = dateTime("2026-11-16T09:30:00+08:00");
const ROUND = "2026-november";
const INSPECTED = 4;
/** In the place of a photo: one grey pixel. */
const PHOTO = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export async function seedInspection(table: Table, blobs: BlobStore, centre: Centre): Promise<void> {
  if (await findRound(table, { centre: centre.id, round: ROUND })) return;
  const as = (id: string): InspectionPlace => {
    const principal = DEMO_PEOPLE.find((person) => person.id === id);
    if (!principal) throw new Error(`nobody is called ${id}`);
    const deps = { table, blobs, ledgers: LEDGERS, now: () => instantOf(NOW) };
    return { deps, principal, centre, now: NOW, today: dateOf(NOW) };
  };
  const call = async (id: string): Promise<InspectionCall> => {
    const stored = await findRound(table, { centre: centre.id, round: ROUND });
    if (!stored) throw new Error("the demonstration's round is not there");
    return { ...as(id), stored };
  };
  await openRound(as("demo-admin"), {
    id: ROUND,
    title: { zh: "2026年11月规范化建设验收(演示)", en: "Acceptance, November 2026 (demonstration)" },
    first: plainDate("2026-09-01"),
    last: plainDate("2026-10-31"),
    halls: DEMO_HALLS.map(({ id }) => id),
  });
  for (const [at, { id: hall }] of DEMO_HALLS.entries()) {
    const inspectors =
      at < INSPECTED ? ["demo-inspector1", "demo-inspector2"] : [`demo-inspector${(at % 2) + 1}`];
    await assignInspectors(await call("demo-admin"), { hall, inspectors });
  }
  for (const [at, { id: hall }] of DEMO_HALLS.slice(0, INSPECTED).entries()) {
    await inspect(inHall(await call("demo-inspector1"), hall), at);
  }
  const [first, second] = DEMO_HALLS;
  if (!first || !second) throw new Error("there are no demonstration halls");
  await selfScore(inHall(await call(`demo-head.${first.id}`), first.id), {
    item: "uniform",
    points: 2,
    note: "自评(演示)",
  });
  await object(inHall(await call(`demo-head.${second.id}`), second.id), {
    item: "door-sign",
    text: "牌子挂于正门上方,请复核(演示)",
    asks: 2,
  });
  await orderRectification(inHall(await call("demo-inspector1"), second.id), {
    item: "uniform",
    what: "两名工作人员未统一着装(演示)",
    owner: `demo-head.${second.id}`,
    dueOn: plainDate("2026-11-27"),
  });
}

/** The further down the list a hall stands, the more it lacks. */
async function inspect(call: ReturnType<typeof inHall>, lacking: number): Promise<void> {
  const photo = await keepPhoto(call, "演示照片.png", PHOTO);
  const onSite = criteriaOf(call.stored.round.scorecard).filter(({ how }) => how.kind === "onSite");
  for (const [at, { id, weight }] of onSite.entries()) {
    const points = at % 4 < lacking ? Math.max(0, weight - 0.5 * lacking) : weight;
    const scored = await scoreOnSite(call, {
      call: idOf(`${call.hall.id}/${id}`),
      item: id,
      baseVersion: 0,
      points,
      note: points < weight ? "有欠缺(演示)" : "",
      photos: [photo],
      seenAt: NOW,
    });
    if (!scored.ok) throw new Error(`the demonstration's score of ${call.hall.id} ${id} was refused`);
  }
}

function idOf(name: string): string {
  const hex = createHash("sha256").update(`demonstration/${name}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
