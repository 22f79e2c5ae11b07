// Handing over: the work moves, the first person asked stays answerable until the resident has been told.
import { expect, test } from "vitest";
import { CaseLife } from "./case-life.ts";

const handing = (to: string, at = "2026-03-03 10:00", more = {}) => ({ at, to, reason: "请假", ...more });

test("the chain names everybody, and the first person asked stays answerable", () => {
  const life = new CaseLife();
  expect(life.responsibility()).toMatchObject({
    firstAskedBy: "李四",
    holder: "李四",
    answerable: true,
    handovers: [],
  });
  expect(life.try("handOver", handing("王五"))).toBe("accepted");
  expect(life.try("handOver", handing("赵六", "2026-03-04 10:00", { department: "综合管理室" }))).toBe(
    "accepted",
  );
  expect(life.responsibility()).toMatchObject({
    firstAskedBy: "李四",
    holder: "赵六",
    department: "综合管理室",
    answerable: true,
    handovers: [
      { from: "李四", to: "王五", department: null },
      { from: "王五", to: "赵六", department: "综合管理室" },
    ],
  });
});

test("handing over moves neither status nor due date", () => {
  const life = new CaseLife();
  const { status, dueDate } = life.derived;
  life.step("handOver", handing("王五"));
  expect(life.derived).toMatchObject({ status, dueDate });
});

test("completing does not release the first person asked; telling the resident does", () => {
  const life = new CaseLife();
  life.step("handOver", handing("王五"));
  life.step("complete", { completedAt: "2026-03-04 10:00", outcome: "done" });
  expect(life.responsibility()?.answerable).toBe(true);
  life.step("feedBack", { feedbackAt: "2026-03-04 11:00", feedbackChannel: "phone" });
  expect(life.responsibility()?.answerable).toBe(false);
});

test("nobody edits themselves out of the chain", () => {
  const life = new CaseLife({ firstAskedBy: "钱七" });
  expect(life.try("upsert", { firstAskedBy: "孙八" })).toBe("accepted");
  life.step("handOver", handing("王五"));
  expect(life.try("upsert", { firstAskedBy: "周九" })).toBe("field_locked");
  expect(life.try("upsert", { acceptedBy: "周九" })).toBe("accepted");
  expect(life.responsibility()?.firstAskedBy).toBe("孙八");
});

test.each([
  ["to whoever has it already", handing("李四"), "handed_to_holder"],
  ["to nobody", handing(" "), "required"],
  ["without a reason", { ...handing("王五"), reason: null }, "required"],
  ["before the receipt", handing("王五", "2026-03-01 10:00"), "event_out_of_order"],
])("%s: refused", (_, values, code) => {
  expect(new CaseLife().try("handOver", values)).toBe(code);
});

test("to the same person in another department: accepted", () => {
  expect(new CaseLife().try("handOver", handing("李四", "2026-03-03 10:00", { department: "财务室" }))).toBe(
    "accepted",
  );
});

test("a completed case whose resident is still to be told: accepted", () => {
  const life = new CaseLife();
  life.step("complete", { completedAt: "2026-03-04 10:00", outcome: "done" });
  expect(life.try("handOver", handing("王五", "2026-03-05 10:00"))).toBe("accepted");
});

test("after the resident has been told: refused", () => {
  const life = new CaseLife();
  life.step("complete", { completedAt: "2026-03-04 10:00", outcome: "done" });
  life.step("feedBack", { feedbackAt: "2026-03-04 11:00", feedbackChannel: "phone" });
  expect(life.try("handOver", handing("王五", "2026-03-05 10:00"))).toBe("not_allowed_in_status");
});
