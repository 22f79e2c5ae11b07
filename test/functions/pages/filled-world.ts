// A month with a bit of everything in three halls: open, overdue, late, on time, extended, voided, with fees.
import { batch, caseRow, createWorld, type World } from "../../support/world.ts";

const DONE = { outcome: "done" };

/** A case at a wall time of November 2026 in Shanghai. */
function received(day: number, values: Record<string, unknown> = {}) {
  return caseRow({ receivedAt: `2026-11-${String(day).padStart(2, "0")}T10:00:00+08:00`, ...values });
}

function completed(day: number): Record<string, unknown> {
  return { completedAt: `2026-11-${String(day).padStart(2, "0")}T16:00:00+08:00`, ...DONE };
}

export interface FilledWorld {
  readonly world: World;
  /** Ids of rows that tests come back to. */
  readonly ids: {
    readonly overdue: string;
    readonly extended: string;
    readonly overHoliday: string;
    readonly west: string;
    readonly hostile: string;
  };
}

export const HOSTILE = `<script>alert("x")</script>&'"`;

export async function createFilledWorld(
  change: Parameters<typeof createWorld>[0] = () => ({}),
  more: Parameters<typeof createWorld>[1] = {},
): Promise<FilledWorld> {
  const world = await createWorld(change, more);
  const overdue = received(3);
  const extended = received(5, { matter: "permit-intake" });
  const extendedThenClosed = received(3, { matter: "permit-intake" });
  const overHoliday = caseRow({
    receivedAt: "2026-09-30T10:00:00+08:00",
    completedAt: "2026-10-10T16:00:00+08:00",
    ...DONE,
  });
  const hostile = received(18, {
    visitor: HOSTILE,
    content: `"><img src=x onerror=alert(1)>`,
    acceptedBy: HOSTILE,
  });
  const voided = received(9);
  const west = received(9, { matter: "minimum-living-allowance" });
  await write(world, "east", "head", [
    overdue,
    extended,
    hostile,
    voided,
    extendedThenClosed,
    received(2, { ...completed(4) }),
    received(2, { ...completed(5) }),
    received(2, { ...completed(12) }),
    received(6, { matter: "public-order", ...completed(9) }),
    received(17, { visitor: "匿名", matter: "legal-advice", ...completed(17) }),
    received(16, { matter: "water-fee", feeInFen: 12_345, receiptNumber: "W-1", ...completed(16) }),
    received(16, { matter: "water-fee", feeInFen: 5, receiptNumber: "W-2", ...completed(16) }),
    ...Array.from({ length: 4 }, (_, index) => received(10 + index, completed(12 + index))),
  ]);
  await write(world, "west", "west", [
    west,
    overHoliday,
    received(10, completed(11)),
    // Received in October, closed in November: each month has its part.
    caseRow({ receivedAt: "2026-10-29T10:00:00+08:00", ...completed(2) }),
  ]);
  await write(world, "amsterdam", "amsterdam", [received(19, { matter: "permit-intake" })]);
  await act(world, extended.id, "extend", {
    at: "2026-11-10T10:00:00+08:00",
    askedAt: "2026-11-10T09:00:00+08:00",
    workingDays: 5,
    reason: `专家复核 ${HOSTILE}`,
  });
  const later = { at: "2026-11-10T10:00:00+08:00", askedAt: "2026-11-10T09:00:00+08:00", workingDays: 3 };
  await act(world, extendedThenClosed.id, "extend", { ...later, reason: "材料复核" });
  await act(world, extendedThenClosed.id, "complete", completed(18), 2);
  await act(world, voided.id, "void", { reason: "重复登记" });
  return {
    world,
    ids: {
      overdue: overdue.id,
      extended: extended.id,
      overHoliday: overHoliday.id,
      west: west.id,
      hostile: hostile.id,
    },
  };
}

export async function write(
  world: World,
  hall: string,
  who: "head" | "west" | "amsterdam",
  rows: unknown[],
): Promise<void> {
  const { status, body } = await world.post(`/v1/halls/${hall}/ledgers/cases/sync`, batch(rows), who);
  if (status !== 200) throw new Error(JSON.stringify(body));
  const refused = body.results.filter((result) => result.status !== "accepted");
  if (refused.length > 0) throw new Error(JSON.stringify(refused));
}

/** A transition of a row of the east hall. */
export async function act(
  world: World,
  id: string,
  action: string,
  values: Record<string, unknown>,
  baseVersion = 1,
): Promise<void> {
  await write(world, "east", "head", [{ id, baseVersion, action, values }]);
}
