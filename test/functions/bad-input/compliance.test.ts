// Bad input about periods, the calendar, extensions, unlocking, webhooks and clocks: a clear refusal, and the table as it was.
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { scanTable } from "../../../functions/storage/scan-table.ts";
import { localClient } from "../../../infra/local/local-table.ts";
import { canonicalJson } from "../../../shared/kernel/canonical-json.ts";
import { createWorld, type World } from "../../support/world.ts";
import { at, done } from "../periods/period-calls.ts";
import { accepted } from "../support/rows.ts";
import {
  type Asked,
  extend,
  file,
  REFUSED,
  sign,
  unlock,
  webhook,
  YEAR_2027,
} from "./compliance-refusals.ts";

const client = localClient(inject("databaseEndpoint"));
let world: World;
let overdueCase = "";
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "public.qyapi.example": ["8.8.8.8"],
  "inside.qyapi.example": ["10.1.2.3"],
  "both.qyapi.example": ["8.8.8.8", "192.168.0.9"],
  "cloud.qyapi.example": ["169.254.169.254"],
  "self.qyapi.example": ["127.0.0.1"],
  "six.qyapi.example": ["fd00::1"],
};

/** October was reported and accepted; the head signed 11 November in the evening; a case was due on the 12th. */
beforeAll(async () => {
  world = await createWorld(
    () => ({
      realNow: Date.now,
      webhooks: { hosts: Object.keys(NAMES), resolve: async (host) => NAMES[host] ?? [] },
    }),
    {
      deputy: {
        grants: [
          { role: "clerk", centre: "test-centre", hall: "east" },
          {
            role: "hallHead",
            centre: "test-centre",
            hall: "east",
            from: "2026-11-10",
            to: "2026-11-11",
            deputyFor: "p-head",
          },
        ],
      },
    },
  );
  for (const who of ["clerk", "deputy", "head", "west", "admin", "director"]) await world.get("/v1/me", who);
  world.setNow(at("2026-11-09 15:00"));
  overdueCase = await accepted(world, { receivedAt: "2026-11-09 09:00", matter: "senior-card" });
  world.setNow(at("2026-11-03 09:00"));
  await done(world, "submit", "monthly-report", ["2026-10"]);
  world.setNow(at("2026-11-04 09:00"));
  await done(world, "accept", "monthly-report", ["2026-10"], {}, "admin");
  world.setNow(at("2026-11-11 18:00"));
  await done(world, "sign", "daily-summary", ["2026-11-11"]);
});
afterAll(async () => {
  client.destroy();
  await world.close();
});

/** Every item but the answers to batches, which say that they were refused. */
async function everything(): Promise<string[]> {
  const items: string[] = [];
  for await (const item of scanTable(client, world.deps.table.name)) {
    if (!String(item.pk).startsWith("B#")) items.push(canonicalJson(item));
  }
  return items.sort();
}

const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly field?: string;
  readonly message: { readonly zh: string; readonly en: string };
}

/** The refusal of a call: of the whole of it, of the first fault of a file, or of its one row. */
async function refusalOf({ now = "2026-11-13 10:00", who, path, body }: Asked): Promise<Refusal> {
  world.setNow(at(now));
  type Answered = Refusal & {
    readonly problems?: readonly Refusal[];
    readonly results?: readonly { readonly problems: readonly Refusal[] }[];
  };
  const answer = await world.post<Answered>(path, body, who);
  const [first] = answer.body.problems ?? answer.body.results?.[0]?.problems ?? [answer.body];
  if (!first?.message) throw new Error(`not refused: ${JSON.stringify(answer.body)}`);
  return first;
}

test("each is refused by name, with its field and a remedy in both languages, and not an item of the table has changed", async () => {
  const before = await everything();
  expect(before.length).toBeGreaterThan(40);
  const wrong: unknown[] = [];
  for (const [what, ask, codeAndField, remedy] of REFUSED) {
    const [code, field] = codeAndField.split(" ");
    const [zh = "", en = ""] = remedy.split(" / ");
    const refusal = await refusalOf(ask(overdueCase));
    const { message } = refusal;
    const says =
      message.zh.includes(zh) && message.en.includes(en) && hasHan(message.zh) && !hasHan(message.en);
    if (refusal.code !== code || refusal.field !== field || !says) wrong.push([what, refusal]);
    expect(await everything(), what).toEqual(before);
  }
  expect(wrong).toEqual([]);
});

test("what was refused is taken once it is right: the same calls, mended", async () => {
  world.setNow(at("2026-11-13 10:00"));
  const calls: readonly (readonly [Asked, number])[] = [
    [unlock({}), 200],
    [sign("2026-11-12"), 200],
    [webhook("https://public.qyapi.example/send"), 201],
    [file([...YEAR_2027, "2027-02-20,work"].join("\n")), 200],
    [extend(overdueCase, "2026-11-12 09:00"), 200],
  ];
  for (const [{ path, body, who }, status] of calls) {
    const answer = await world.post<{ results?: readonly { status: string }[] }>(path, body, who);
    expect([path, answer.status], JSON.stringify(answer.body)).toEqual([path, status]);
    for (const result of answer.body.results ?? []) expect(result.status).toBe("accepted");
  }
});
