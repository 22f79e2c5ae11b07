// Cover for a leave, and the work that passes to it.
import { describe, expect, test } from "vitest";
import { AT, approve, ask, consented, HALF, life } from "./leave-life.ts";

describe("D2 一(五): “上述各种外出及请假情况,必须安排临时顶岗人员,以保证窗口工作正常开展”", () => {
  test("without cover there is no leave, and nobody covers for themselves", () => {
    expect(ask(life(), { cover: "" }).codes).toEqual(["required"]);
    expect(ask(life(), { cover: "wang" }).codes).toEqual(["cover_is_oneself"]);
    expect(ask(life(), { cover: "gas" }).codes).toEqual([]);
  });

  test("only the person asked consents, and without consent nothing is approved", () => {
    const hall = life();
    ask(hall, HALF);
    expect(approve(hall, "hall").codes).toEqual(["not_allowed_in_status"]);
    for (const by of ["wang", "hall", "gas"]) {
      expect(hall.send("leave-requests", "one", "consent", { at: AT }, by).codes).toEqual([
        "only_cover_consents",
      ]);
    }
    hall.do("leave-requests", "one", "consent", { at: AT }, "li");
    expect(approve(hall, "hall").codes).toEqual([]);
  });

  test("cover who is on leave then is refused, whichever came first; on other days it is not", () => {
    const hall = life();
    expect(ask(hall, { person: "li", cover: "gas", fromDay: "2026-11-03" }, "li", "first").codes).toEqual([]);
    expect(ask(hall).codes).toEqual(["cover_is_away"]);
    expect(ask(hall, { fromDay: "2026-11-04", toDay: "2026-11-04" }).codes).toEqual([]);
    // 李 is now the cover of the fourth.
    const other = { person: "li", cover: "gas", fromDay: "2026-11-04", toDay: "2026-11-04" };
    expect(ask(hall, { ...other, continues: hall.record("first").serial }, "li", "two").codes).toEqual([
      "you_are_cover",
    ]);
  });

  test("cover who is out then is refused as well", () => {
    const hall = life();
    const out = {
      ...{ person: "li", cover: "gas", kind: "official", destination: "街道办", told: "wang" },
      ...{ leavesAt: "2026-11-03 10:00", backBy: "2026-11-03 11:00", phoneReachable: true },
    };
    hall.do("outings", "out", "upsert", out, "li");
    expect(ask(hall, { toHalf: "morning" }).codes).toEqual(["cover_is_away"]);
    expect(ask(hall, { fromHalf: "afternoon" }).codes).toEqual([]);
  });

  test("cover who declines is replaced; approval waits for the new one", () => {
    const hall = life();
    ask(hall, HALF);
    hall.do("leave-requests", "one", "declineCover", { at: AT, reason: "当天值班" }, "li");
    expect(hall.status("one")).toBe("coverDeclined");
    const other = (cover: string, by = "wang") =>
      hall.send("leave-requests", "one", "replaceCover", { at: AT, cover, reason: "另换" }, by);
    expect(other("gas", "li").codes).toEqual(["not_the_applicant"]);
    expect(other("wang").codes).toEqual(["cover_is_oneself"]);
    expect(other("gas").codes).toEqual([]);
    expect(hall.status("one")).toBe("awaitingCover");
    hall.do("leave-requests", "one", "consent", { at: AT }, "gas");
    expect(approve(hall, "hall").codes).toEqual([]);
  });
});

describe("D3 一3: “在规定时间内必须完成工作任务的一般不允许请假”", () => {
  const withWork = () => {
    const hall = consented(HALF);
    const one = { receivedAt: "2026-10-29 08:55", matter: "m", visitor: "张三", acceptedBy: "王演示" };
    hall.do("cases", "due", "upsert", one, "wang");
    hall.do("cases", "other", "upsert", { ...one, acceptedBy: "李演示" }, "li");
    const finding = {
      ...{ foundOn: "2026-10-28", source: "other", content: "档案未归", owner: "王演示" },
      dueOn: "2026-11-02",
    };
    hall.do("findings", "finding", "upsert", finding, "hall");
    // Due on 5 November, after the leave: it stays.
    hall.do("cases", "later", "upsert", { ...one, receivedAt: "2026-10-29 08:55" }, "wang");
    return hall;
  };

  test("work that falls due is named, and approved only with a reason; then it is handed to the cover person", () => {
    const hall = withWork();
    const refused = approve(hall, "hall");
    expect(refused.codes).toEqual(["work_due_during_leave"]);
    expect(refused.problems[0]?.message.zh).toContain(hall.record("finding").serial);
    expect(hall.status("one")).toBe("awaitingApproval");
    expect(approve(hall, "hall", { dueWorkReason: "已与顶岗人员交接" }).codes).toEqual([]);
    expect(hall.record("finding").values.owner).toBe("李演示");
    expect(hall.record("due").events).toEqual([]);
  });

  test("a case due during the leave goes over, and the first person asked stays answerable", () => {
    const hall = consented({ fromDay: "2026-11-05", toDay: "2026-11-05" });
    const one = { receivedAt: "2026-10-29 08:55", matter: "m", visitor: "张三", acceptedBy: "王演示" };
    hall.do("cases", "due", "upsert", one, "wang");
    expect(approve(hall, "leader").codes).toEqual(["work_due_during_leave"]);
    expect(approve(hall, "leader", { dueWorkReason: "已交接" }).codes).toEqual([]);
    expect(hall.record("due").events.at(-1)).toMatchObject({ action: "handOver", data: { to: "李演示" } });
    expect(hall.record("due").values.firstAskedBy).toBe("王演示");
  });

  test("a list too long for one transaction goes on, and is not shown as done before it is", () => {
    const hall = consented({ fromDay: "2026-11-05", toDay: "2026-11-05" });
    const one = { receivedAt: "2026-10-29 08:55", matter: "m", visitor: "张三", acceptedBy: "王演示" };
    for (let number = 0; number < 32; number++) hall.do("cases", `case-${number}`, "upsert", one, "wang");
    expect(approve(hall, "leader", { dueWorkReason: "已交接" }).codes).toEqual([]);
    const handed = () =>
      [...hall.records.values()].filter(({ record }) =>
        record.events.some(({ action }) => action === "handOver"),
      ).length;
    expect([hall.status("one"), hall.record("one").values.leftToDo, handed()]).toEqual([
      "handingOver",
      17,
      15,
    ]);
    const goOn = () => hall.do("leave-requests", "one", "continueHandover", { at: AT }, "wang");
    goOn();
    expect([hall.status("one"), handed()]).toEqual(["handingOver", 30]);
    goOn();
    expect([hall.status("one"), handed()]).toEqual(["approved", 32]);
    expect(hall.record("one").derived.marks).toContain("rightTierWithCover");
  });
});
