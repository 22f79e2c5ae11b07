// Every event of a case's clock: what it does, and when it is refused.
import { describe, expect, test } from "vitest";
import { CaseLife } from "./case-life.ts";

const notice = (at: string, items: string[], more = {}) => ({ at, items, ...more });
const extension = (given: Record<string, unknown> = {}) => ({
  askedAt: "2026-03-06 09:00",
  at: "2026-03-06 16:00",
  workingDays: 5,
  reason: "需实地核实",
  ...given,
});

describe("correction (补正)", () => {
  test("a list given in time stops the clock until the materials are complete: that day is day 0", () => {
    const life = new CaseLife();
    expect(life.try("giveCorrectionNotice", notice("2026-03-03 10:00", ["照片"]))).toBe("accepted");
    expect(life.derived).toMatchObject({ status: "awaitingCorrection", dueDate: null });
    expect(life.try("completeMaterials", { at: "2026-03-10 10:00" })).toBe("accepted");
    expect(life.derived).toMatchObject({
      status: "processing",
      dueDate: "2026-03-17",
      marks: expect.not.arrayContaining(["breach"]),
    });
  });

  test("a second list that names something new is a breach and stops nothing", () => {
    const life = new CaseLife();
    life.step("giveCorrectionNotice", notice("2026-03-03 10:00", ["照片"]));
    life.step("completeMaterials", { at: "2026-03-10 10:00" });
    expect(life.try("giveCorrectionNotice", notice("2026-03-11 10:00", ["户口簿"]))).toBe("accepted");
    expect(life.derived).toMatchObject({ status: "processing", dueDate: "2026-03-17" });
    expect(life.derived.marks).toContain("breach");
  });

  test("a second list with a reason in the case or the law is none", () => {
    const life = new CaseLife();
    life.step("giveCorrectionNotice", notice("2026-03-03 10:00", ["照片"]));
    life.step("completeMaterials", { at: "2026-03-10 10:00" });
    life.step("giveCorrectionNotice", notice("2026-03-11 10:00", ["户口簿"], { newReason: "caseChanged" }));
    expect(life.derived).toMatchObject({ status: "awaitingCorrection" });
    expect(life.derived.marks).not.toContain("breach");
  });

  test("a first list after the fifth working day comes too late: acceptance is deemed from receipt", () => {
    const life = new CaseLife();
    expect(life.try("giveCorrectionNotice", notice("2026-03-10 10:00", ["照片"]))).toBe("accepted");
    expect(life.derived).toMatchObject({ status: "processing", dueDate: "2026-03-09" });
  });

  test.each([
    ["a list without items", "giveCorrectionNotice", { at: "2026-03-03 10:00", items: [] }, "required"],
    [
      "a list before the receipt",
      "giveCorrectionNotice",
      notice("2026-03-01 10:00", ["照片"]),
      "event_out_of_order",
    ],
    [
      "a list given in the future",
      "giveCorrectionNotice",
      notice("2027-03-01 10:00", ["照片"]),
      "in_the_future",
    ],
    [
      "materials that nobody waits for",
      "completeMaterials",
      { at: "2026-03-03 10:00" },
      "not_allowed_in_status",
    ],
  ])("%s: refused", (_, action, values, code) => {
    expect(new CaseLife().try(action, values)).toBe(code);
  });

  test("a case that waits for materials is not completed as done", () => {
    const life = new CaseLife();
    life.step("giveCorrectionNotice", notice("2026-03-03 10:00", ["照片"]));
    const closing = { completedAt: "2026-03-04 10:00", outcome: "done" };
    expect(life.try("complete", closing)).toBe("materials_not_complete");
    expect(life.try("complete", { ...closing, outcome: "withdrawn" })).toBe("accepted");
  });
});

describe("special procedure (特别程序)", () => {
  const testing = {
    kind: "testing",
    startsOn: "2026-03-04",
    endsOn: "2026-03-06",
    toldAt: "2026-03-04 09:30",
  };

  test("the days after its beginning through its last day are not counted", () => {
    const life = new CaseLife();
    expect(life.try("beginSpecialProcedure", testing)).toBe("accepted");
    expect(life.derived).toMatchObject({ status: "processing", dueDate: "2026-03-11" });
  });

  test("one without an end holds the clock until it is said to have ended", () => {
    const life = new CaseLife();
    life.step("beginSpecialProcedure", { ...testing, endsOn: null });
    expect(life.derived).toMatchObject({ status: "paused", dueDate: null });
    expect(life.try("endSpecialProcedure", { endsOn: "2026-03-03" })).toBe("ends_before_it_begins");
    expect(life.try("endSpecialProcedure", { endsOn: "2026-03-06" })).toBe("accepted");
    expect(life.derived).toMatchObject({ status: "processing", dueDate: "2026-03-11" });
  });

  test.each([
    ["not told in writing", { ...testing, toldAt: null }, "required"],
    ["before the receipt", { ...testing, startsOn: "2026-02-27" }, "procedure_before_receipt"],
    ["ending before it begins", { ...testing, endsOn: "2026-03-03" }, "ends_before_it_begins"],
    ["begun by a clerk", testing, "not_permitted"],
  ])("%s: refused", (what, values, code) => {
    const role = what.endsWith("clerk") ? "clerk" : "hallHead";
    expect(new CaseLife().try("beginSpecialProcedure", values, role)).toBe(code);
  });
});

describe("extension (延期)", () => {
  test("asked by the due date and granted with a reason, it moves the due date and keeps the original one", () => {
    const life = new CaseLife();
    expect(life.try("extend", extension({ toldAt: "2026-03-06 16:30" }))).toBe("accepted");
    expect(life.derived).toMatchObject({ dueDate: "2026-03-16", originalDueDate: "2026-03-09" });
    expect(life.derived.marks).not.toContain("extensionUntold");
  });

  test("a resident who was not told is owed it, until told once", () => {
    const life = new CaseLife();
    life.step("extend", extension());
    expect(life.derived.marks).toContain("extensionUntold");
    expect(life.try("tellExtension", { toldAt: "2026-03-06 15:00" })).toBe("event_out_of_order");
    expect(life.try("tellExtension", { toldAt: "2026-03-06 17:00", channel: "phone" })).toBe("accepted");
    expect(life.derived.marks).not.toContain("extensionUntold");
    expect(life.try("tellExtension", { toldAt: "2026-03-06 17:10" })).toBe("no_extension_to_tell");
  });

  test.each([
    [
      "asked after expiry",
      extension({ askedAt: "2026-03-10 09:00", at: "2026-03-10 16:00" }),
      "extension_after_expiry",
    ],
    ["granted before it was asked for", extension({ at: "2026-03-05 16:00" }), "approved_before_asked"],
    ["told before it was granted", extension({ toldAt: "2026-03-06 15:00" }), "told_before_granted"],
    ["without a reason", extension({ reason: " " }), "required"],
    ["of no days", extension({ workingDays: 0 }), "out_of_range"],
  ])("%s: refused", (_, values, code) => {
    expect(new CaseLife().try("extend", values)).toBe(code);
  });

  test("is granted by the hall's head only", () => {
    expect(new CaseLife().try("extend", extension(), "clerk")).toBe("not_permitted");
    expect(new CaseLife().try("extend", extension(), "windowHead")).toBe("not_permitted");
  });

  test("of a case without a limit: refused", () => {
    const life = new CaseLife({ givenDueDate: "2026-03-09" }, { workingDays: null });
    expect(life.try("extend", extension())).toBe("accepted");
    const waiting = new CaseLife();
    waiting.step("giveCorrectionNotice", notice("2026-03-03 10:00", ["照片"]));
    expect(waiting.try("extend", extension())).toBe("not_allowed_in_status");
  });
});

describe("forwarding upstream (上报)", () => {
  test("ends the hall's own part; the result coming back starts the duty to tell", () => {
    const life = new CaseLife();
    expect(life.try("forward", { at: "2026-03-09 17:00", agency: "街道办", consent: "inPerson" })).toBe(
      "accepted",
    );
    expect(life.derived).toMatchObject({
      status: "upstream",
      endedOn: "2026-03-09",
      onTime: true,
      open: true,
    });
    expect(life.try("recordUpstreamResult", { at: "2026-03-06 10:00" })).toBe("event_out_of_order");
    expect(life.try("recordUpstreamResult", { at: "2026-04-06 10:00" })).toBe("accepted");
    expect(life.derived).toMatchObject({ status: "resultKnown", onTime: true });
  });

  test("D1 三5 “自愿”: refused without the resident's consent, accepted with it, given at the counter or with the step", () => {
    const given = { at: "2026-03-09 17:00", agency: "街道办" };
    const life = new CaseLife();
    expect(life.try("forward", given)).toBe("consent_missing");
    expect(life.try("forward", { ...given, consent: "written" })).toBe("accepted");
    expect(life.record.values.consent).toBe("written");
    expect(new CaseLife({ consent: "phone" }).try("forward", given)).toBe("accepted");
    // Only where the hall acts in the resident's name, and not in what old ledgers tell.
    expect(new CaseLife({ legacyNumber: "旧1" }).try("forward", given)).toBe("accepted");
    const done = { completedAt: "2026-03-04 10:00", outcome: "done" };
    expect(new CaseLife(done).derived.marks).toContain("withoutConsent");
    expect(new CaseLife({ ...done, consent: "inPerson" }).derived.marks).not.toContain("withoutConsent");
  });

  test("a matter that the hall finishes itself is not forwarded", () => {
    const life = new CaseLife({}, { upstream: false });
    expect(life.try("forward", { at: "2026-03-09 17:00", agency: "街道办", consent: "inPerson" })).toBe(
      "not_forwardable",
    );
  });

  test("no result comes back from nowhere", () => {
    expect(new CaseLife().try("recordUpstreamResult", { at: "2026-03-06 10:00" })).toBe(
      "not_allowed_in_status",
    );
  });
});
