// Complaints in the app: who sees what, which files are taken, and that names can go while the history stays.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RowView } from "../../../functions/use-cases/row-view.ts";
import type { SyncAnswer } from "../../../functions/use-cases/sync-rows.ts";
import type { Grant } from "../../../shared/kernel/permissions.ts";
import { batch, createWorld, type World } from "../../support/world.ts";
import type { WholeProblem } from "../support/rows.ts";

const head: Grant = { role: "windowHead", centre: "test-centre", hall: "east" };
const PEOPLE = { window: { grants: [head] }, other: { grants: [head] } };

let world: World;
beforeAll(async () => {
  world = await createWorld(() => ({}), PEOPLE);
});
afterAll(() => world.close());

const PATH = "/v1/halls/east/ledgers/complaints";
const id = randomUUID();
const values = {
  receivedAt: "2026-11-18T10:00:00+08:00",
  channel: "letter",
  ground: "attitude",
  about: "person",
  aboutPerson: "p-window",
  content: "十八日上午九点在二号窗口等了一个小时没有人理睬。",
  complainant: "钱样例",
};

async function send(row: object, who: string, path = PATH) {
  const { status, body } = await world.post<SyncAnswer>(`${path}/sync`, batch([row]), who);
  return { status, result: body.results?.[0] };
}

test("whoever it is about sees neither who complained nor what was said; a clerk sees nothing at all", async () => {
  const row = { id, baseVersion: 0, action: "upsert", values };
  expect((await send(row, "head")).result).toMatchObject({ status: "accepted" });
  const seenBy = async (who: string) => (await world.get<RowView>(`${PATH}/records/${id}`, who)).body;
  expect((await seenBy("head")).values).toMatchObject({ complainant: "钱样例" });
  expect((await seenBy("other")).values.content).toContain("二号窗口");
  const concerned = await seenBy("window");
  expect([concerned.masked, JSON.stringify(concerned)]).toEqual([
    true,
    expect.not.stringContaining("钱样例"),
  ]);
  expect(JSON.stringify(concerned)).not.toContain("没有人理睬");
  const { body } = await world.get<{ rows: RowView[] }>(`${PATH}/records?period=2026-11`, "window");
  expect(JSON.stringify(body)).not.toContain("没有人理睬");
  expect((await world.get(`${PATH}/records/${id}`, "clerk")).status).toBe(403);
  expect((await send(row, "clerk")).status).toBe(403);
});

test("it is owed by its days, and nobody handles a complaint about themselves", async () => {
  const told = { at: "2026-11-18T11:00:00+08:00", toldBy: "phone" };
  const step = (action: string, given: object, baseVersion: number) => ({
    id,
    baseVersion,
    action,
    values: given,
  });
  expect((await send(step("acknowledge", told, 1), "window")).result?.problems).toMatchObject([
    { code: "concerned_party" },
  ]);
  expect((await send(step("acknowledge", told, 1), "head")).result).toMatchObject({
    status: "accepted",
    current: { dueDate: "2026-11-25" },
  });
  const assigned = { at: "2026-11-18T12:00:00+08:00", handler: "p-window" };
  expect((await send(step("assign", assigned, 2), "head")).result?.problems).toMatchObject([
    { code: "handler_is_concerned" },
  ]);
});

test("about the hall's head the centre takes it, and the hall does not see it", async () => {
  const about = { ...values, aboutPerson: "p-head" };
  const refused = await send({ id: randomUUID(), baseVersion: 0, action: "upsert", values: about }, "head");
  expect(refused.result?.problems).toMatchObject([{ code: "goes_to_centre", field: "aboutPerson" }]);
  const centre = "/v1/halls/test-centre/ledgers/centre-complaints";
  const row = { id: randomUUID(), baseVersion: 0, action: "upsert", values: about };
  expect((await send(row, "director", centre)).result).toMatchObject({ status: "accepted" });
  expect((await world.get(`${centre}/records/${row.id}`, "head")).status).toBe(403);
});

test("evidence is known by its content: a picture is taken, a script by another name and 5 MB are not", async () => {
  const upload = async (name: string, bytes: Uint8Array) => {
    const response = await world.app.request(`${PATH}/attachments?name=${encodeURIComponent(name)}`, {
      method: "POST",
      headers: { authorization: `Bearer ${await world.token("head")}` },
      body: bytes.slice().buffer,
    });
    const body: WholeProblem & { key?: string } = JSON.parse(await response.text());
    return { status: response.status, body };
  };
  const pdf = new TextEncoder().encode("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  const kept = await upload("投诉书.pdf", pdf);
  expect(kept).toMatchObject({ status: 201, body: { type: "application/pdf" } });
  const script = await upload("照片.jpg", new TextEncoder().encode("<script>alert(1)</script>"));
  expect([script.status, script.body.code]).toEqual([415, "attachment_type"]);
  const large = await upload("大图.png", new Uint8Array(5_000_000));
  expect([large.status, large.body.code]).toEqual([413, "attachment_too_large"]);
  const major = { ...values, aboutPerson: "p-other", major: true };
  const row = { id: randomUUID(), baseVersion: 0, action: "upsert", values: major };
  const oral = (await send(row, "head")).result;
  expect(oral?.problems).toMatchObject([{ code: "major_not_in_writing", field: "document" }]);
  expect(oral?.problems[0]?.message.zh).toContain("涉及重大事项的投诉,应采用书面形式");
  const written = { ...row, values: { ...major, document: [kept.body] } };
  expect((await send(written, "head")).result).toMatchObject({
    status: "accepted",
    current: { dueDate: "2026-12-09" },
  });
});

test("erased, the name is gone and the complaint stays", async () => {
  const { status } = await world.post(`${PATH}/records/${id}/erase`, { reason: "本人要求" }, "head");
  expect(status).toBe(200);
  const { body } = await world.get<RowView>(`${PATH}/records/${id}`, "head");
  expect(body).toMatchObject({ erased: true, values: { ground: "attitude" } });
  expect(JSON.stringify(body)).not.toContain("钱样例");
});
