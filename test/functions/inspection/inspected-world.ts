// A filled centre with inspectors, one of whom works in a hall as well, and the calls that a round takes.
import { randomUUID } from "node:crypto";
import type { Dependencies } from "../../../functions/dependencies.ts";
import { inProcessReports } from "../../../functions/reports/start-in-process.ts";
import { criteriaOf } from "../../../shared/capabilities/inspection/scorecard.ts";
import { SHIPPED_SCORECARD } from "../../../shared/capabilities/inspection/shipped-scorecard.ts";
import type { Role } from "../../../shared/kernel/permissions.ts";
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { Answer, Who, World } from "../../support/world.ts";
import { createFilledWorld, type FilledWorld } from "../pages/filled-world.ts";

const atCentre = (role: Role) => ({ grants: [{ role, centre: "test-centre" }] });

const PEOPLE = {
  inspector: atCentre("inspector"),
  inspector2: atCentre("inspector"),
  leader: atCentre("supervisingLeader"),
  /** An inspector of the centre who works in the east hall as well. */
  insider: {
    grants: [
      { role: "inspector" as const, centre: "test-centre" },
      { role: "clerk" as const, centre: "test-centre", hall: "east" },
    ],
  },
};

export interface InspectedWorld extends FilledWorld {
  readonly reports: ReturnType<typeof inProcessReports>;
}

export async function createInspectedWorld(): Promise<InspectedWorld> {
  let deps: Dependencies | undefined;
  const reports = inProcessReports(() => {
    if (!deps) throw new Error("a report before there is a world");
    return deps;
  });
  const filled = await createFilledWorld(() => ({ startReport: reports.startReport }), PEOPLE);
  deps = filled.world.deps;
  return { ...filled, reports };
}

export const NOVEMBER = {
  id: "2026-november",
  title: { zh: "2026年11月验收", en: "November 2026" },
  first: "2026-11-01",
  last: "2026-11-19",
  halls: ["east", "west"],
};

export const ROUND = "/v1/centre/inspections/2026-november";

/** One pixel: a picture by its bytes. */
export const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export interface KeptPhoto {
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
}

export async function upload(
  world: World,
  hall: string,
  bytes: Uint8Array,
  who: Who = "inspector",
): Promise<Answer<KeptPhoto & Problem>> {
  const answer = await world.app.request(`${ROUND}/halls/${hall}/photos?name=door.png`, {
    method: "POST",
    body: Uint8Array.from(bytes),
    headers: { authorization: `Bearer ${await world.token(who)}`, "content-type": "image/png" },
  });
  return { status: answer.status, body: JSON.parse(await answer.text()) };
}

export const ON_SITE = criteriaOf(SHIPPED_SCORECARD).filter(({ how }) => how.kind === "onSite");

export function scoreBody(
  item: string,
  points: number,
  photo: KeptPhoto,
  more: Record<string, unknown> = {},
) {
  const { key, name, bytes } = photo;
  return {
    call: randomUUID(),
    item,
    baseVersion: 0,
    points,
    note: "",
    photos: [{ key, name, bytes }],
    seenAt: "2026-11-20T10:00:00+08:00",
    ...more,
  };
}

export interface Windows {
  readonly windows: readonly { readonly number: number; readonly from: string; readonly to: string }[];
}

export interface RoundView {
  readonly preliminary: boolean;
  readonly signed: { readonly hash: string } | null;
  readonly unsettled: readonly unknown[];
  readonly halls: readonly {
    readonly hall: { readonly id: string };
    readonly total: number;
    readonly raw: number;
    readonly unscored: readonly string[];
  }[];
}

/** East is inspected by both inspectors, west by the first and by the one who works in the east hall. */
export async function openAndAssign(world: World): Promise<void> {
  const opened = await world.post<RoundView>("/v1/centre/inspections", NOVEMBER, "admin");
  if (opened.status !== 201) throw new Error(JSON.stringify(opened.body));
  for (const body of [
    { hall: "east", inspectors: ["p-inspector", "p-inspector2"] },
    { hall: "west", inspectors: ["p-inspector", "p-insider"] },
  ]) {
    const assigned = await world.post<Problem>(`${ROUND}/assignments`, body, "admin");
    if (assigned.status !== 200) throw new Error(JSON.stringify(assigned.body));
  }
}
