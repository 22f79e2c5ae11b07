// The page on which a centre chooses who approves leave: what is chosen is shown, and takes nothing else with it.
import { afterAll, beforeAll, expect, test } from "vitest";
import { addMatterVersion } from "../../../functions/storage/catalogue-store.ts";
import { findCentre } from "../../../functions/storage/directory-store.ts";
import { SHIPPED_MATTERS } from "../../../shared/capabilities/catalogue/shipped-matters.ts";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { World } from "../../support/world.ts";
import { formTokenIn, PageBrowser } from "../pages/page-browser.ts";
import { type Between, worldBetween } from "../support/between.ts";

const PAGE = "/centre/leave-rules";
let between: Between;
let world: World;
let admin: PageBrowser;
beforeAll(async () => {
  between = await worldBetween();
  ({ world } = between);
  world.setNow(Date.parse("2026-11-20T15:00:00+08:00"));
  admin = new PageBrowser(world);
  await admin.signIn("admin");
});
afterAll(() => world.close());

const chosen = (from: string) => ({
  ...{ from, preset: "D2", longLeave: "director" },
  ...{ outingNeedsApproval: "false", absenteeism: "true" },
});

async function save(from: string) {
  const form_token = formTokenIn((await admin.open(PAGE)).html);
  const { status, html, at } = await admin.post(PAGE, { form_token, ...chosen(from) });
  return { status, html, at, code: /data-problem="(\w+)"/.exec(html)?.[1] };
}

async function centre(): Promise<Centre> {
  const found = await findCentre(between.real, "test-centre", true);
  if (!found) throw new Error("the centre is gone");
  return found;
}

test("rules for a day to come are saved, said to be, and shown with their day", async () => {
  const { at, html } = await save("2026-12-01");
  expect(at).toBe(`${PAGE}?saved=1`);
  expect(html).toContain("已保存");
  expect(html).toMatch(/现行规定.*只列为未说明.*2026-12-01.*按旷工处理/s);
});

test("the form begins with what is in force, so that one change changes nothing else", async () => {
  const { html } = await admin.open(PAGE);
  const selected = [...html.matchAll(/<option value="(\w*)" selected/g)].map(([, value]) => value);
  expect(selected).toEqual(["D3", "director", "true", "false"]);
});

test("a day that is past is refused with the field and the remedy", async () => {
  const before = await centre();
  expect(await save("2026-11-19")).toMatchObject({ status: 422, code: "rules_from_past" });
  expect(await centre()).toEqual(before);
});

/** Once, when the page has read the centre and is about to write it. */
function justBefore(what: () => Promise<unknown>): void {
  between.replaced.transact = async (actions) => {
    between.replaced = {};
    await what();
    return between.real.transact(actions);
  };
}

test("what somebody else changes of the centre meanwhile stays", async () => {
  const [matter] = SHIPPED_MATTERS;
  if (!matter) throw new Error("no matter is shipped");
  const before = await centre();
  justBefore(() => addMatterVersion(between.real, before, matter));
  expect((await save("2026-12-02")).at).toBe(`${PAGE}?saved=1`);
  const after = await centre();
  expect(after.matters).toEqual([...before.matters, matter]);
  expect(after.policies.map(({ from }) => from)).toContain("2026-12-02");
});

test("of two who change the rules at once the later one is told, and nothing of the first is lost", async () => {
  justBefore(() => save("2026-12-03"));
  expect(await save("2026-12-04")).toMatchObject({ status: 409, code: "leave_rules_changed" });
  const days = (await centre()).policies.map(({ from }) => from);
  expect(days).toContain("2026-12-03");
  expect(days).not.toContain("2026-12-04");
});
