// Complaints: every rule with what it takes and what it refuses, the clocks, and who keeps their hands off.
import { describe, expect, test } from "vitest";
import { centreComplaints, complaints } from "../../../shared/capabilities/complaints/complaints-ledger.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { type Acting, LedgerLife, person } from "../ledger/ledger-life.ts";

const people = [
  person("clerk", "clerk"),
  person("windowHead", "windowHead"),
  person("deputy", "windowHead"),
  person("head", "hallHead"),
];

const SCAN = [
  { key: "00000000-0000-4000-8000-000000000001.pdf", name: "投诉书.pdf", type: "application/pdf", bytes: 9 },
];

const sound = {
  receivedAt: "2026-03-02 09:00",
  channel: "letter",
  ground: "attitude",
  about: "person",
  aboutPerson: "clerk",
  content: "三月二日上午九点在二号窗口,工作人员让我等了一个小时还不理人。",
  complainant: "张样例",
  contact: "0000",
};

const leader: Acting = { id: "leader", roles: ["supervisingLeader"] };
const deputy: Acting = { id: "deputy", roles: ["windowHead"] };

function life(values: Values = {}): { life: LedgerLife; outcome: string } {
  const one = new LedgerLife(complaints, { people });
  return { life: one, outcome: one.try("upsert", { ...sound, ...values }) };
}

/** Taken on the next day. */
function handled(values: Values = {}): LedgerLife {
  const { life: one } = life(values);
  expect(one.try("acknowledge", { at: "2026-03-03 10:00", toldBy: "phone" })).toBe("handling");
  return one;
}

const answer = (at: string, more: Values = {}) => ({
  at,
  finding: "upheld",
  answer: "情况属实,已要求改正并当面致歉。",
  toldBy: "phone",
  ...more,
});

describe("taking a complaint in", () => {
  test.each<[clause: string, values: Values, outcome: string]>([
    ["D2 投诉(三) “信函”", {}, "received"],
    ["D2 投诉(三) “约见”, oral", { channel: "appointment" }, "received"],
    ["D2 投诉(三) “电报”", { channel: "telegram" }, "received"],
    ["D2 投诉(三): no such channel", { channel: "gossip" }, "unknown_choice"],
    ["D1 三7 投诉(评议)箱, without a name", { channel: "box", complainant: null, contact: null }, "received"],
    ["D2 投诉 “等方面”: which other ground", { ground: "other" }, "ground_missing"],
    ["D2 投诉 “等方面”", { ground: "other", groundNote: "收费不清" }, "received"],
    ["D2 投诉(三) “投诉内容尽可能具体、明确”", { content: "态度差!!!!!!!!!!" }, "not_specific"],
    ["D2 投诉(三) “具体、明确”: about whom", { aboutPerson: null }, "about_missing"],
    ["D2 投诉(三) “具体、明确”: which window", { about: "window", aboutPerson: null }, "about_missing"],
    ["D2 投诉 “对窗口及工作人员”", { about: "window", aboutPerson: null, aboutWindow: "二号" }, "received"],
    ["about a window, with a person", { about: "window", aboutWindow: "二号" }, "about_too_much"],
    ["about nobody here", { aboutPerson: "stranger" }, "unknown_person"],
    ["about a matter that does not exist", { aboutMatter: "unknown" }, "unknown_matter"],
    ["D2 投诉(三) “涉及重大事项的投诉,应采用书面形式”", { major: true }, "major_not_in_writing"],
    ["D2 投诉(三) “涉及重大事项…书面形式”, with the document", { major: true, document: SCAN }, "received"],
    [
      "D2 投诉(三) “书面形式”: not by telephone",
      { major: true, document: SCAN, channel: "telephone" },
      "document_without_writing",
    ],
    ["happened after it was received", { happenedOn: "2026-03-03" }, "happened_after_receipt"],
    ["received in the future", { receivedAt: "2027-03-02 09:00" }, "in_the_future"],
    ["about the hall's head: the centre takes it", { aboutPerson: "head" }, "goes_to_centre"],
  ])("%s", (_, values, outcome) => {
    expect(life(values).outcome).toBe(outcome);
  });

  test("the centre takes what is about the hall's head", () => {
    const one = new LedgerLife(centreComplaints, { people });
    expect(one.try("upsert", { ...sound, aboutPerson: "head" }, leader)).toBe("received");
  });

  test("evidence is wished for, not demanded: “书面投诉尽可能附上相应的证据材料”", () => {
    expect(life().life.now.derived.marks).toContain("withoutEvidence");
    expect(life({ evidence: SCAN }).life.now.derived.marks).not.toContain("withoutEvidence");
    expect(life({ channel: "telephone" }).life.now.derived.marks).not.toContain("withoutEvidence");
  });
});

describe("the clocks [P]: acknowledged in 1, answered in 5, a major matter in 15 working days", () => {
  test("an ordinary complaint", () => {
    const one = handled();
    expect(one.duties()).toMatchObject([
      { id: "acknowledge", dueOn: "2026-03-03", doneOn: "2026-03-03" },
      { id: "answer", dueOn: "2026-03-09", doneOn: null },
    ]);
    expect(one.try("answer", answer("2026-03-09 17:00"))).toBe("answered");
    expect(one.now.derived).toMatchObject({ onTime: true, closingDay: "2026-03-09", open: false });
    expect(one.figures().counted).toEqual(one.figures().recounted);
  });

  test("a major one has fifteen", () => {
    expect(life({ major: true, document: SCAN }).life.now.derived.dueDate).toBe("2026-03-23");
  });

  test("a day late is late, whatever else happens", () => {
    const one = handled();
    one.try("answer", answer("2026-03-10 09:00"));
    one.try("followUp", { at: "2026-03-11 09:00", satisfaction: "dissatisfied" });
    expect(one.now.derived).toMatchObject({ status: "followedUp", onTime: false });
    expect(one.figures().counted).toEqual(one.figures().recounted);
    expect(one.figures().counted[1]?.amounts).toEqual({
      answered: 1,
      answeredLate: 1,
      upheld: 1,
      dissatisfied: 1,
    });
  });

  test("what was withdrawn owes nothing and is neither on time nor late", () => {
    const { life: one } = life();
    expect(one.try("withdraw", { at: "2026-03-04 09:00", reason: "已当面解决" })).toBe("withdrawn");
    expect(one.duties()).toEqual([]);
    expect(one.now.derived).toMatchObject({ onTime: null, closingDay: "2026-03-04" });
    expect(one.figures().counted).toEqual(one.figures().recounted);
  });

  test("steps follow one another", () => {
    expect(life().life.try("acknowledge", { at: "2026-03-01 10:00", toldBy: "phone" })).toBe(
      "step_out_of_order",
    );
    expect(handled().try("answer", answer("2026-03-02 10:00"))).toBe("step_out_of_order");
    expect(life().life.try("answer", answer("2026-03-04 10:00"))).toBe("not_allowed_in_status");
  });
});

describe("who handles it: never whom it is about", () => {
  test("the person complained about is given nothing, and takes no step", () => {
    const one = handled({ aboutPerson: "windowHead" });
    expect(one.try("assign", { at: "2026-03-03 11:00", handler: "windowHead" })).toBe("handler_is_concerned");
    const concerned = { id: "windowHead", roles: ["windowHead"] } as const;
    expect(one.try("answer", answer("2026-03-04 10:00"), concerned)).toBe("concerned_party");
    expect(one.try("assign", { at: "2026-03-03 11:00", handler: "deputy" })).toBe("handling");
  });

  test("the handler answers, or whoever leads; other heads of windows do not", () => {
    const one = handled();
    one.try("assign", { at: "2026-03-03 11:00", handler: "deputy" });
    const other = { id: "windowHead", roles: ["windowHead"] } as const;
    expect(one.try("answer", answer("2026-03-04 10:00"), other)).toBe("not_the_handler");
    expect(one.try("answer", answer("2026-03-04 10:00"), deputy)).toBe("answered");
  });

  test("nobody handles what they may not read", () => {
    const one = handled({ aboutPerson: "windowHead" });
    expect(one.try("assign", { at: "2026-03-03 11:00", handler: "clerk" })).toBe("handler_may_not_read");
  });

  test("afterwards it cannot be turned against its own handler", () => {
    const one = handled();
    one.try("assign", { at: "2026-03-03 11:00", handler: "deputy" });
    expect(one.try("upsert", { aboutPerson: "deputy" })).toBe("handler_is_concerned");
  });

  test("whoever it is about is named as concerned, so that personal values stay hidden from them", () => {
    expect(complaints.concerns(life().life.now)).toEqual(["clerk"]);
    expect(complaints.restricted).toBe(true);
    expect(complaints.access.read).not.toContain("clerk");
  });
});

describe("telling its author", () => {
  test("who left a name is told; who left none cannot be", () => {
    const anonymous = { complainant: null, contact: null, channel: "box" };
    const told = { at: "2026-03-03 10:00", toldBy: "phone" };
    const untold = { at: "2026-03-03 10:00", toldBy: "notPossible" };
    expect(life(anonymous).life.try("acknowledge", told)).toBe("anonymous_told");
    expect(life(anonymous).life.try("acknowledge", untold)).toBe("handling");
    expect(life().life.try("acknowledge", untold)).toBe("author_not_told");
  });

  test("accountability is decided by those who lead, with a reason; nothing follows by itself", () => {
    const one = handled();
    one.try("answer", answer("2026-03-04 10:00"));
    const decision = { at: "2026-03-05 10:00", decision: "criticism" };
    expect(one.try("decideAccountability", { ...decision, reason: "首次" }, deputy)).toBe("not_permitted");
    expect(one.try("decideAccountability", decision)).toBe("required");
    expect(one.try("decideAccountability", { ...decision, reason: "首次,态度诚恳" })).toBe("answered");
  });

  test("what was answered stays as it was answered, and may be erased", () => {
    const one = handled();
    one.try("answer", answer("2026-03-04 10:00"));
    expect(one.try("upsert", { ground: "quality" })).toBe("field_locked");
    one.erase();
    expect(one.try("followUp", { at: "2026-03-05 10:00", satisfaction: "satisfied" })).toBe("followedUp");
  });
});
