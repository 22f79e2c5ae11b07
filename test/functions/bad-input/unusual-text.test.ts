// Text that is unusual and sound is kept to the last character; a row too large for the store is refused.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RowView } from "../../../functions/use-cases/row-view.ts";
import { batch, caseRow, createWorld, SYNC, type World } from "../../support/world.ts";
import { accepted, codes, sendOne, step, type WholeProblem } from "../support/rows.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test.each([
  ["a rare Han character outside the basic plane", "𠮷野家"],
  ["the newest extension of Han", "𲎯"],
  ["a compatibility form of a surname", "\ufa19田"],
  ["a compatibility form outside the basic plane", "\u{2f81a}\u{2f81a}"],
  ["an ideograph with a variation selector", "葛\u{e0100}城"],
  ["a family of emoji joined to one", "👨‍👩‍👧"],
  ["a flag and a skin colour", "🇨🇳👍🏽"],
  ["Tibetan, Uyghur, Mongolian", "བོད་ཡིག ئۇيغۇرچە ᠮᠣᠩᠭᠣᠯ"],
  ["a name with a middle dot", "买买提·吐尔逊"],
  ["quotes, brackets, backslashes", `"'<b>\\n{}</b>`],
  ["a name of JavaScript", "constructor"],
  ["another name of JavaScript", "__proto__"],
  ["a plus sign in front, as of telephone numbers", "+86 0000"],
  ["a number as text, with its zeros", "00012"],
])("%s is accepted and returned unchanged", async (_, name) => {
  const row = caseRow({ visitor: name, window: name, content: `${name}\n${name}` });
  const result = await sendOne(world, row);
  expect(result.problems).toEqual([]);
  expect(result.current?.values).toMatchObject({ visitor: name, window: name, content: `${name}\n${name}` });
  const { body } = await world.get<RowView>(`/v1/halls/east/ledgers/cases/records/${row.id}`);
  expect(body.values).toMatchObject({ visitor: name, window: name });
});

test("characters are counted as people count them", async () => {
  expect(await sendOne(world, caseRow({ window: "𠮷".repeat(60) }))).toMatchObject({ status: "accepted" });
  expect(codes(await sendOne(world, caseRow({ window: "𠮷".repeat(61) })))).toEqual(["too_long"]);
});

test("an accent written in two characters becomes one, so that equal names are equal", async () => {
  const { current } = await sendOne(world, caseRow({ visitor: "Andre\u0301" }));
  expect(current?.values.visitor).toBe("André");
});

test("line breaks of Windows become those of everybody", async () => {
  const { current } = await sendOne(world, caseRow({ content: "一\r\n二" }));
  expect(current?.values.content).toBe("一\n二");
});

test.each([
  ["a formula", "=cmd()", "formula"],
  ["half a character", "\ud842", "control_character"],
  ["a control character", "a\u0007", "control_character"],
  ["too long", "字".repeat(61), "too_long"],
])("the name that the sheet claims is text as any other: %s", async (_, enteredBy, code) => {
  const { status, body } = await world.post<WholeProblem>(SYNC, batch([caseRow()], { enteredBy }));
  expect([status, body.code, body.field]).toEqual([422, code, "enteredBy"]);
});

test("a row that has grown too large for the store is refused, and others go through", async () => {
  const id = await accepted(world);
  const items = (round: number) => Array.from({ length: 200 }, (_, at) => `${round}-${at}${"材".repeat(90)}`);
  let version = 1;
  for (let round = 0; round < 12; round++) {
    const at = `2026-11-03T10:${10 + round}:00+08:00`;
    const notice = step(id, version, "giveCorrectionNotice", {
      at,
      items: items(round),
      newReason: "caseChanged",
    });
    const { status, body } = await world.post(SYNC, batch([notice, caseRow()]));
    expect(status).toBe(200);
    expect(body.results[1]?.status).toBe("accepted");
    if (body.results[0]?.status === "refused") {
      expect(codes(body.results[0])).toEqual(["row_too_large"]);
      return;
    }
    version++;
  }
  expect.unreachable("the row grew without end");
});

test("an answer too large for one item of the store is kept all the same, and given again", async () => {
  let seed = 1;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return 0x4e00 + (Math.floor(seed / 8) % 20_000);
  };
  const noise = () => Array.from({ length: 28 }, () => String.fromCodePoint(next())).join("");
  const rows = Array.from({ length: 500 }, () => {
    const fields = [
      ...["givenDueDate", "receivedAt", "acceptedAt", "completedAt", "feedbackAt"],
      ...["channel", "outcome", "feedbackChannel", noise(), noise(), noise(), noise(), noise()],
    ];
    return caseRow({}, { values: Object.fromEntries(fields.map((field) => [field, noise()])) });
  });
  const sent = batch(rows);
  const first = await world.post(SYNC, sent);
  expect(first.status).toBe(200);
  expect(first.body.receipt.byStatus).toEqual({ refused: 500 });
  const again = await world.post(SYNC, sent);
  expect(again.status).toBe(200);
  expect(again.body).toEqual(first.body);
});
