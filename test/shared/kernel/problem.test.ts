// Refusals as data, with sentences in both languages.
import { describe, expect, test } from "vitest";
import { defineProblems } from "../../../shared/kernel/problem.ts";
import { err, ok } from "../../../shared/kernel/result.ts";
import { say } from "../../../shared/kernel/text.ts";

const problems = defineProblems({
  too_long: { status: 422, zh: "{label}最多 {max} 字。", en: "{label}: at most {max} characters." },
  closed: { status: 409, zh: "大厅已关闭。", en: "The hall is closed." },
});

describe("a problem", () => {
  test("carries its code, its status and the field that it is about", () => {
    expect(problems.too_long({ field: "note", label: "备注", max: 200 })).toEqual({
      code: "too_long",
      status: 422,
      field: "note",
      message: { zh: "备注最多 200 字。", en: "备注: at most 200 characters." },
    });
  });

  test("has no field when none is to blame", () => {
    const problem = problems.closed({});
    expect(problem).toEqual({
      code: "closed",
      status: 409,
      message: { zh: "大厅已关闭。", en: "The hall is closed." },
    });
    expect("field" in problem).toBe(false);
    expect("field" in problems.closed({ field: undefined })).toBe(false);
  });

  test("says a detail that has two languages in the language of the sentence", () => {
    const { message } = problems.too_long({ label: { zh: "备注", en: "Note" }, max: 200 });
    expect(say(message, "zh")).toBe("备注最多 200 字。");
    expect(say(message, "en")).toBe("Note: at most 200 characters.");
  });

  test("puts a detail in as it stands, whatever it contains", () => {
    const { message } = problems.too_long({ label: "$& {max}", max: 1 });
    expect(message.zh).toBe("$& {max}最多 1 字。");
  });

  test("is not made when a value that its sentence needs is missing", () => {
    // @ts-expect-error max is missing
    expect(() => problems.too_long({ label: "备注" })).toThrow("{max}");
  });
});

describe("a result", () => {
  test("tells a value from a refusal", () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(err("no")).toEqual({ ok: false, error: "no" });
  });
});
