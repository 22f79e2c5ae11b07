// Each rule of the case ledger with an example that is refused and one, as near as can be, that is accepted.
import { describe, expect, test } from "vitest";
import { caseProblems } from "../../../shared/capabilities/cases/case-problems.ts";
import { caseStatuses } from "../../../shared/capabilities/cases/case-transitions.ts";
import type { Values } from "../../../shared/ledger/field.ts";
import { NOW, type Step, tryCase } from "./case-trial.ts";
import { type Example, HAND_EXAMPLES } from "./hand-examples.ts";

const done = { completedAt: "2026-03-04 10:00", outcome: "done" };
const fedBack = { feedbackAt: "2026-03-04 11:00", feedbackChannel: "phone" };
const notice: Step = ["giveCorrectionNotice", { at: "2026-03-03 10:00", items: ["照片"] }];
const extension = (values: Values = {}): Step => [
  "extend",
  { at: "2026-03-06 10:00", askedAt: "2026-03-06 09:00", workingDays: 5, reason: "案情复杂", ...values },
];
const procedure = (values: Values = {}): Step => [
  "beginSpecialProcedure",
  { kind: "hearing", startsOn: "2026-03-04", toldAt: "2026-03-04 09:00", ...values },
];

const EXAMPLES: Record<keyof typeof caseProblems, Example> = {
  unknown_matter: { field: "matter", refused: [{ matter: "nowhere" }], accepted: [{ matter: "plain" }] },
  matter_retired: {
    field: "matter",
    refused: [{ matter: "retired", receivedAt: "2026-01-01 09:00" }],
    accepted: [{ matter: "retired", receivedAt: "2025-12-31 09:00" }],
  },
  matter_without_limit: {
    field: "matter",
    refused: [{ matter: "no-limit" }],
    accepted: [{ matter: "no-limit", givenDueDate: "2026-03-20" }],
  },
  before_calendar: {
    field: "givenDueDate",
    refused: [{ receivedAt: "2023-12-31 09:00" }],
    accepted: [{ receivedAt: "2023-12-31 09:00", givenDueDate: "2024-01-05" }],
  },
  unknown_subtype: { field: "subtype", refused: [{ subtype: "huge" }], accepted: [{ subtype: "small" }] },
  completed_before_accepted: {
    field: "completedAt",
    refused: [{ ...done, acceptedAt: "2026-03-04 10:01" }],
    accepted: [{ ...done, acceptedAt: "2026-03-04 10:00" }],
  },
  accepted_before_received: {
    field: "acceptedAt",
    refused: [{ acceptedAt: "2026-03-02 08:59" }],
    accepted: [{ acceptedAt: "2026-03-02 09:00" }],
  },
  in_the_future: {
    field: "receivedAt",
    refused: [{ receivedAt: "2026-04-11 12:01" }],
    accepted: [{ receivedAt: NOW }],
  },
  too_far_ahead: {
    field: "givenDueDate",
    refused: [{ givenDueDate: "2040-01-01" }],
    accepted: [{ givenDueDate: "2027-03-02" }],
  },
  outcome_missing: { field: "outcome", refused: [{ completedAt: done.completedAt }], accepted: [done] },
  completion_time_missing: { field: "completedAt", refused: [{ outcome: "done" }], accepted: [done] },
  feedback_incomplete: {
    field: "feedbackAt",
    refused: [{ ...done, feedbackChannel: "phone" }],
    accepted: [{ ...done, ...fedBack }],
  },
  visitor_name_missing: {
    field: "visitor",
    refused: [{ visitor: "匿名" }],
    accepted: [{ visitor: "匿名", matter: "asked" }],
  },
  no_names_for_matter: {
    field: "visitor",
    refused: [{ matter: "counted" }],
    accepted: [{ matter: "counted", visitor: "匿名" }],
  },
  fee_not_due: {
    field: "feeInFen",
    refused: [{ feeInFen: 500, receiptNumber: "1" }],
    accepted: [{ matter: "paid", feeInFen: 500, receiptNumber: "1" }],
  },
  receipt_missing: {
    field: "receiptNumber",
    refused: [{ matter: "paid", feeInFen: 500 }],
    accepted: [{ matter: "paid", feeInFen: 0 }],
  },
  due_before_received: {
    field: "givenDueDate",
    refused: [{ givenDueDate: "2026-03-01" }],
    accepted: [{ givenDueDate: "2026-03-02" }],
  },
  event_out_of_order: {
    field: "at",
    refused: [{}, ["giveCorrectionNotice", { at: "2026-03-02 08:59", items: ["照片"] }]],
    accepted: [{}, ["giveCorrectionNotice", { at: "2026-03-02 09:00", items: ["照片"] }]],
  },
  ends_before_it_begins: {
    field: "endsOn",
    refused: [{}, procedure({ endsOn: "2026-03-03" })],
    accepted: [{}, procedure({ endsOn: "2026-03-04" })],
  },
  materials_not_complete: {
    field: "completedAt",
    refused: [{}, notice, ["complete", done]],
    accepted: [{}, notice, ["complete", { ...done, outcome: "withdrawn" }]],
  },
  extension_after_expiry: {
    field: "askedAt",
    refused: [{}, extension({ askedAt: "2026-03-10 09:00", at: "2026-03-10 10:00" })],
    accepted: [{}, extension({ askedAt: "2026-03-09 17:59", at: "2026-03-10 10:00" })],
  },
  nothing_to_extend: {
    field: "workingDays",
    refused: [{ matter: "standing" }, extension()],
    accepted: [{}, extension()],
  },
  // D1 三5: a consultation asks for no papers.
  step_not_in_flow: {
    field: "matter",
    refused: [{ matter: "asked" }, ["giveCorrectionNotice", { at: "2026-03-02 10:00", items: ["照片"] }]],
    accepted: [{}, ["giveCorrectionNotice", { at: "2026-03-02 10:00", items: ["照片"] }]],
  },
  not_forwardable: {
    field: "agency",
    refused: [{}, ["forward", { at: "2026-03-03 10:00", agency: "区社保局", consent: "inPerson" }]],
    accepted: [
      { matter: "passed-on" },
      ["forward", { at: "2026-03-03 10:00", agency: "区社保局", consent: "inPerson" }],
    ],
  },
  consent_missing: {
    field: "consent",
    refused: [{ matter: "passed-on" }, ["forward", { at: "2026-03-03 10:00", agency: "区社保局" }]],
    accepted: [
      { matter: "passed-on", consent: "phone" },
      ["forward", { at: "2026-03-03 10:00", agency: "区社保局" }],
    ],
  },
  approved_before_asked: {
    field: "at",
    refused: [{}, extension({ at: "2026-03-06 08:59" })],
    accepted: [{}, extension({ at: "2026-03-06 09:00" })],
  },
  told_before_granted: {
    field: "toldAt",
    refused: [{}, extension({ toldAt: "2026-03-06 09:59" })],
    accepted: [{}, extension({ toldAt: "2026-03-06 10:00" })],
  },
  no_extension_to_tell: {
    field: "toldAt",
    refused: [{}, ["tellExtension", { toldAt: "2026-03-06 10:00" }]],
    accepted: [{}, extension(), ["tellExtension", { toldAt: "2026-03-06 10:00" }]],
  },
  procedure_before_receipt: {
    field: "startsOn",
    refused: [{}, procedure({ startsOn: "2026-03-01" })],
    accepted: [{}, procedure({ startsOn: "2026-03-02" })],
  },
  ...HAND_EXAMPLES,
};

describe.each(Object.entries(EXAMPLES))("%s", (code, { field, refused, accepted }) => {
  test("refuses its example, naming the field", () => {
    const [values, ...steps] = refused;
    const { codes, fields } = tryCase(values, steps);
    expect(codes).toContain(code);
    expect(fields[codes.indexOf(code)]).toBe(field);
  });

  test("lets the nearest sound example pass", () => {
    const [values, ...steps] = accepted;
    expect(tryCase(values, steps).codes).toEqual([]);
  });
});

test("every rule that there is has its examples", () => {
  expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(caseProblems).sort());
});

describe("one-time notice (D1 annex cl. 2): a later list", () => {
  const second = (items: string[], more: Values = {}): Step => [
    "giveCorrectionNotice",
    { at: "2026-03-05 10:00", items, ...more },
  ];
  const complete: Step = ["completeMaterials", { at: "2026-03-04 10:00" }];
  const first: Step = ["giveCorrectionNotice", { at: "2026-03-03 10:00", items: ["照片", "户口簿"] }];

  test.each<[string, Step[], boolean, string]>([
    [
      "that names only what the first one named is no breach, and the clock stays stopped",
      [first, second(["照片"])],
      false,
      "awaitingCorrection",
    ],
    ["that names something new is a breach", [first, second(["照片", "结婚证"])], true, "awaitingCorrection"],
    [
      "that names something new after all was complete is a breach, and stops nothing",
      [first, complete, second(["结婚证"])],
      true,
      "processing",
    ],
    [
      "that names something old after all was complete stops the clock again",
      [first, complete, second(["照片"])],
      false,
      "awaitingCorrection",
    ],
    [
      "that names something new because the case changed is none, and stops the clock",
      [first, complete, second(["结婚证"], { newReason: "caseChanged" })],
      false,
      "awaitingCorrection",
    ],
    [
      "that names something new because the law changed is none",
      [first, second(["结婚证"], { newReason: "lawChanged" })],
      false,
      "awaitingCorrection",
    ],
    [
      "that repeats what a breach named is no second breach, but the first stays one",
      [first, second(["结婚证"])],
      true,
      "awaitingCorrection",
    ],
  ])("%s", (_, steps, breach, status) => {
    const { derived } = tryCase({}, steps);
    expect([derived?.marks.includes("breach"), derived?.status]).toEqual([breach, status]);
  });
});

describe("the clock of a case", () => {
  const day = (values: Values, steps: Step[] = []) => tryCase(values, steps).derived;

  test("a special procedure stops it while it is open, and its days are not counted", () => {
    expect(day({}, [procedure()])).toMatchObject({ status: "paused", dueDate: null });
    expect(day({}, [procedure(), ["endSpecialProcedure", { endsOn: "2026-03-06" }]])).toMatchObject({
      status: "processing",
      dueDate: "2026-03-11",
    });
  });

  test("an extension adds working days to the current due date and leaves the original", () => {
    expect(day({}, [extension()])).toMatchObject({ dueDate: "2026-03-16", originalDueDate: "2026-03-09" });
    const late: Step = ["complete", { completedAt: "2026-03-12 10:00", outcome: "done" }];
    expect(day({}, [extension(), late])).toMatchObject({ onTime: true, onTimeOriginal: false });
  });

  test("the hall's part ends when the case is forwarded, and feedback is owed after the result", () => {
    const forward: Step = ["forward", { at: "2026-03-09 17:00", agency: "区社保局", consent: "inPerson" }];
    const result: Step = ["recordUpstreamResult", { at: "2026-03-30 10:00" }];
    const close: Step = ["complete", { completedAt: "2026-03-30 10:00", outcome: "done" }];
    const passedOn = { matter: "passed-on" };
    expect(day(passedOn, [forward])).toMatchObject({ status: "upstream", open: true, endedOn: "2026-03-09" });
    expect(day(passedOn, [forward, result])).toMatchObject({ status: "resultKnown", open: true });
    expect(day(passedOn, [forward, result, close])).toMatchObject({ status: "completed", onTime: true });
    expect(
      day(passedOn, [
        forward,
        result,
        close,
        ["feedBack", { feedbackAt: "2026-03-31 10:00", feedbackChannel: "phone" }],
      ]),
    ).toMatchObject({
      status: "fedBack",
      closingDay: "2026-03-30",
    });
  });

  test("a matter without a limit is not assessable, never on time", () => {
    expect(day({ matter: "standing", ...done })).toMatchObject({
      status: "completed",
      onTime: null,
      dueDate: null,
    });
  });
});

test("every status can be reached", () => {
  const forward: Step = ["forward", { at: "2026-03-03 10:00", agency: "区社保局", consent: "inPerson" }];
  const lives: [Values, Step[]][] = [
    [{}, []],
    [{}, [notice]],
    [{}, [procedure()]],
    [{ matter: "passed-on" }, [forward]],
    [{ matter: "passed-on" }, [forward, ["recordUpstreamResult", { at: "2026-03-05 10:00" }]]],
    [{}, [["complete", done]]],
    [{ ...done, ...fedBack }, []],
  ];
  const reached = lives.map(([values, steps]) => tryCase(values, steps).derived?.status);
  expect(reached).toEqual(Object.keys(caseStatuses));
});
