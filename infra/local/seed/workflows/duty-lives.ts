// Demonstration of weekly duty: rosters, a head who left, checks with what they found, opening and closing.
import { FOURTEEN_CONTENTS } from "../../../../shared/capabilities/duty-checks/fourteen-contents.ts";
import { openingTransitions } from "../../../../shared/capabilities/openings-and-closings/openings-and-closings-ledger.ts";
import { followingId } from "../../../../shared/ledger/following-id.ts";
import { dayOfNovember as day, november, type WorkflowLife, type WorkflowPlace } from "./workflow-life.ts";

const CADRE = "周演示(两委干部)";
const SUPERVISOR = "吴演示(监督员)";
const HEAD = "郑演示(窗口负责人)";
const SUBSTITUTE = "王演示(顶替)";
const INSPECTORS = [CADRE, SUPERVISOR, HEAD];
const MONDAYS = [2, 9, 16];

function contents(faults: Readonly<Record<string, string>> = {}) {
  return Object.keys(FOURTEEN_CONTENTS).map((item) =>
    faults[item] === undefined ? { item, ok: true } : { item, ok: false, note: faults[item] },
  );
}

function rosters(): WorkflowLife[] {
  return MONDAYS.map((monday) => ({
    ledger: "weekly-duty",
    key: `week-${monday}`,
    values: { monday: day(monday), cadres: [CADRE], supervisors: [SUPERVISOR], windowHeads: [HEAD] },
  }));
}

function leaves(): WorkflowLife[] {
  const leave = (from: number, reason: string) => ({
    from: day(from),
    to: day(from),
    windowHead: HEAD,
    reason,
    substitute: SUBSTITUTE,
  });
  return [
    {
      ledger: "duty-leaves",
      key: "approved",
      values: leave(11, "参加街道会议(演示)"),
      steps: [["approve", { on: day(11), note: "同意(演示)" }]],
    },
    {
      ledger: "duty-leaves",
      key: "declined",
      values: leave(13, "私事(演示)"),
      steps: [["decline", { on: day(13), reason: "当天集中检查(演示)" }]],
    },
    { ledger: "duty-leaves", key: "asked", values: leave(20, "就医(演示)") },
  ];
}

function checks({ sampled }: WorkflowPlace): WorkflowLife[] {
  const full = (
    on: number,
    inspectors: readonly string[],
    faults: Readonly<Record<string, string>> = {},
  ) => ({
    ledger: "weekly-checks",
    key: `full-${on}`,
    values: { checkedOn: day(on), kind: "full", inspectors },
    record: [
      "record",
      {
        on: day(on),
        contents: contents(faults),
        sampledCases: [sampled],
        sampleResult: "登记齐全,按时办结(演示)",
        ...(Object.keys(faults).length > 0 ? { rectifyOwner: HEAD, rectifyBy: day(20) } : {}),
      },
    ] as const,
  });
  const published = (on: number, meeting: string) => ["publish", { on: day(on), meeting }] as const;
  const first = full(5, INSPECTORS, { badges: "二号窗口未佩证(演示)", papers: "资料未归类(演示)" });
  const second = full(12, [CADRE, SUPERVISOR, HEAD], { cleanliness: "等候区地面有纸屑(演示)" });
  const third = full(18, INSPECTORS);
  return [
    { ...first, steps: [first.record, published(9, "村两委会第 31 次会议(演示)")] },
    { ...second, steps: [second.record, published(16, "村两委会第 32 次会议(演示)")] },
    { ...third, steps: [third.record] },
    {
      ledger: "weekly-checks",
      key: "surprise",
      values: { checkedOn: day(17), kind: "surprise", inspectors: [SUPERVISOR] },
      steps: [["record", { on: day(17), contents: [{ item: "discipline", ok: true }] }]],
    },
    {
      ledger: "weekly-checks",
      key: "planned",
      values: { checkedOn: day(20), kind: "surprise", inspectors: [CADRE] },
    },
  ];
}

/** One finding has been put right and re-checked, another waits for its re-check, a third is open. */
function findings({ idOf }: WorkflowPlace): { readonly id: string; readonly steps: WorkflowLife["steps"] }[] {
  const rectified = ["rectify", { at: november(10, "10:00"), measure: "补发胸牌(演示)" }] as const;
  return [
    {
      id: followingId(idOf("weekly-checks", "full-5"), "finding/badges"),
      steps: [rectified, ["recheck", { at: november(12, "10:00"), passed: true }]],
    },
    { id: followingId(idOf("weekly-checks", "full-5"), "finding/papers"), steps: [rectified] },
  ];
}

function openings(): WorkflowLife[] {
  const fine = (items: readonly string[]) => items.map((item) => ({ item, ok: true }));
  const { open, close } = openingTransitions;
  return [12, 13, 16, 17, 18, 19, 20].map((on) => {
    const opened = [
      "open",
      { at: november(on, "08:40"), contents: fine(open.fields.contents.items) },
    ] as const;
    const unlocked = on === 17;
    const closed = [
      "close",
      {
        at: november(on, "17:40"),
        contents: fine(close.fields.contents.items).map((one) =>
          unlocked && one.item === "locked" ? { ...one, ok: false, note: "三号柜锁坏(演示)" } : one,
        ),
        ...(unlocked ? { rectifyOwner: HEAD, rectifyBy: day(20) } : {}),
      },
    ] as const;
    return {
      ledger: "openings-and-closings",
      key: `day-${on}`,
      values: { day: day(on), keeper: HEAD },
      steps: on === 20 ? [opened] : [opened, closed],
    };
  });
}

export const DUTY_LIVES = { rosters, leaves, checks, findings, openings };
