// A correction list given on a case, and what it brings about elsewhere: the notice, the referral, the rating, the paper.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recount } from "../../../functions/use-cases/recount.ts";
import type { RowView } from "../../../functions/use-cases/row-view.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import { findLedger } from "../../../shared/ledgers.ts";
import { batch, caseRow, createWorld, testHall, type Who, type World } from "../../support/world.ts";
import { formTokenIn, PageBrowser, unescapeHtml } from "../pages/page-browser.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const time = (day: string, clock = "10:00") => `2026-11-${day}T${clock}:00+08:00`;
const at = (ledger: string) => `/v1/halls/east/ledgers/${ledger}`;

interface History extends RowView {
  readonly links: readonly { readonly ledger: string; readonly id: string; readonly serial: string }[];
  readonly responsibility: { readonly answerable: boolean; readonly handovers: readonly object[] };
}

async function send(ledger: string, row: object, who: Who = "clerk") {
  const { status, body } = await world.post<SyncAnswer>(`${at(ledger)}/sync`, batch([row]), who);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.results[0];
}

async function take(
  ledger: string,
  id: string,
  action: string,
  values: Record<string, unknown>,
  who: Who = "clerk",
) {
  const { body } = await world.get<RowView>(`${at(ledger)}/records/${id}`, "head");
  return send(ledger, { id, baseVersion: body.version, action, values }, who);
}

const read = async (ledger: string, id: string) =>
  (await world.get<History>(`${at(ledger)}/records/${id}`, "head")).body;

const id = randomUUID();

test("a list on the case makes its notice in the same transaction, five parts filled from the catalogue", async () => {
  await send("cases", caseRow({ receivedAt: time("16"), matter: "affordable-housing" }, { id }));
  const list = { at: time("16", "11:00"), items: ["收入证明"], important: true };
  expect(await take("cases", id, "giveCorrectionNotice", list)).toMatchObject({ status: "accepted" });
  const found = await read("cases", id);
  expect(found.status).toBe("awaitingCorrection");
  expect(found.links).toMatchObject([{ ledger: "one-time-notices", serial: "2026-00001" }]);
  const notice = await read("one-time-notices", found.links[0]?.id ?? "");
  expect(notice).toMatchObject({
    status: "toArchive",
    values: {
      caseNumber: found.serial,
      recipient: "张三丰",
      corrections: ["收入证明"],
      verdict: "first",
      listVersion: "第 1 版",
    },
  });
  for (const part of ["basis", "limit", "procedure", "materials", "refusalReasons"]) {
    expect(notice.values[part], part).toBeTruthy();
  }
});

test("annex cl. 2: what the first list named is no breach; what it could have named is one, and stops nothing", async () => {
  await take("cases", id, "completeMaterials", { at: time("17") });
  const again = { at: time("17", "11:00"), items: ["收入证明"] };
  expect(await take("cases", id, "giveCorrectionNotice", again)).toMatchObject({ status: "accepted" });
  expect((await read("cases", id)).status).toBe("awaitingCorrection");
  await take("cases", id, "completeMaterials", { at: time("18") });
  await take("cases", id, "giveCorrectionNotice", { at: time("18", "11:00"), items: ["住房证明"] });
  const found = await read("cases", id);
  expect([found.status, found.marks]).toEqual(["processing", expect.arrayContaining(["breach"])]);
  const verdicts = await Promise.all(
    found.links.map(async (link) => (await read(link.ledger, link.id)).values.verdict),
  );
  expect(verdicts).toEqual(["first", "repeated", "breach"]);
});

test("what the notice would refuse, the case refuses too: nothing is half done", async () => {
  const anonymous = randomUUID();
  await send("cases", caseRow({ matter: "legal-advice", visitor: "匿名" }, { id: anonymous }));
  const advice = await take("cases", anonymous, "refer", { at: time("18"), reason: "涉及诉讼" });
  expect(advice?.problems).toMatchObject([{ code: "refers_to_nobody" }]);
  const typed = {
    givenAt: time("18"),
    kind: "correction",
    matter: "senior-card",
    manner: "phone",
    givenBy: "李四",
  };
  const nothing = await send("one-time-notices", {
    id: randomUUID(),
    baseVersion: 0,
    action: "upsert",
    values: typed,
  });
  expect(nothing?.problems).toMatchObject([{ code: "names_nothing", field: "corrections" }]);
  expect(nothing?.problems[0]?.message.zh).toContain("一次性书面告知其所需补正的手续和资料");
});

test("首问责任: a referral keeps the first person answerable until the other side took it, feedback or not", async () => {
  const referral = { at: time("18", "12:00"), department: "财务室", reason: "住房补贴款项" };
  await take("cases", id, "refer", referral);
  await take("cases", id, "complete", { completedAt: time("19"), outcome: "done" });
  await take("cases", id, "feedBack", { feedbackAt: time("19", "11:00"), feedbackChannel: "phone" });
  const waiting = await read("cases", id);
  expect(waiting.responsibility).toMatchObject({ answerable: true, handovers: [{ takenAt: null }] });
  const row = waiting.links.find(({ ledger }) => ledger === "referrals")?.id ?? "";
  expect((await read("referrals", row)).values).toMatchObject({
    firstAskedBy: "李四",
    toDepartment: "财务室",
  });
  await take("referrals", row, "takeOver", { at: time("20", "09:00"), by: "王五" });
  expect((await read("cases", id)).responsibility).toMatchObject({
    answerable: false,
    handovers: [{ to: "王五", department: "财务室", takenAt: time("20", "09:00") }],
  });
  const settle = await take("cases", id, "settleReferral", { at: time("20"), number: 0, by: "王五" });
  expect(settle?.problems).toMatchObject([{ code: "not_permitted" }]);
});

test("one rating for each closing, on the case or by its number; its figures equal the recount", async () => {
  const rating = { at: time("20", "10:00"), grade: "dissatisfied", channel: "counter" };
  expect(await take("cases", id, "rate", rating)).toMatchObject({ status: "accepted" });
  const found = await read("cases", id);
  const row = found.links.find(({ ledger }) => ledger === "service-ratings")?.id ?? "";
  expect(await read("service-ratings", row)).toMatchObject({ status: "toRectify", dueDate: "2026-11-27" });
  expect((await take("cases", id, "rate", rating))?.problems).toMatchObject([{ code: "rated_already" }]);
  const typed = {
    ratedAt: time("20", "11:00"),
    matter: "affordable-housing",
    grade: "satisfied",
    channel: "code",
    caseNumber: found.serial,
  };
  const twice = { id: randomUUID(), baseVersion: 0, action: "upsert", values: typed };
  expect((await send("service-ratings", twice))?.problems).toMatchObject([{ code: "rated_already" }]);
  for (const name of ["cases", "one-time-notices", "referrals", "service-ratings"]) {
    const ledger = findLedger(name);
    if (!ledger) throw new Error(name);
    expect(await recount(world.deps.table, testHall("east"), ledger), name).toEqual([]);
  }
});

test("the case's page shows the chain and its rows, and the notice is printed as a page and as a Word file", async () => {
  const browser = new PageBrowser(world);
  await browser.signIn("clerk");
  const page = await browser.open(`/halls/east/ledgers/cases/records/${id}`);
  expect(page.html).toContain('data-panel="responsibility"');
  const links = [...page.html.matchAll(/href="(\/halls\/east\/ledgers\/one-time-notices\/records\/[^"]+)"/g)];
  const notice = links[0]?.[1] ?? "";
  expect((await browser.open(notice)).html).toContain(`${notice}/papers/notice`);
  const paper = unescapeHtml((await browser.open(`${notice}/papers/notice`)).html);
  for (const words of [
    "告〔2026〕1号",
    "张三丰",
    "收入证明",
    "四、所需的全部资料",
    "监督投诉电话",
    "000-0000",
    "签收",
  ]) {
    expect(paper).toContain(words);
  }
  const session = [...browser.cookies].map(([name, { value }]) => `${name}=${value}`).join("; ");
  const word = await fetch(new URL(`${notice}/papers/notice/word`, world.deps.publicUrl), {
    headers: { cookie: session },
  });
  expect(word.headers.get("content-type")).toContain("wordprocessingml");
  expect(
    Buffer.from(await word.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  expect(formTokenIn(page.html)).not.toBe("");
});
