// The cover of a household's file (案卷封面): the same for every file. D5 二 “印制了统一的许可案卷卦面”.
import type { Values } from "../../ledger/field.ts";
import type { Printable } from "../../ledger/printable.ts";

export function printHouseholdCover(values: Values, household: string): Printable {
  const cases = Array.isArray(values.cases) ? values.cases.map(String) : [];
  const shown = (id: string) => (typeof values[id] === "string" ? String(values[id]) : "");
  return {
    id: "cover",
    title: { zh: "一户一档 案卷封面", en: "Household file" },
    number: shown("fileNumber"),
    blocks: [
      {
        kind: "fields",
        fields: [
          { label: { zh: "户主或业户", en: "Household" }, value: household },
          { label: { zh: "档号", en: "File number" }, value: shown("fileNumber") },
          { label: { zh: "立档日期", en: "Opened on" }, value: shown("openedOn") },
          { label: { zh: "许可证号", en: "Permit" }, value: shown("permitNumber") },
          { label: { zh: "存放位置", en: "Place" }, value: shown("place") },
        ],
      },
      { kind: "heading", text: { zh: "卷内办件", en: "Cases" } },
      { kind: "list", numbered: true, items: cases },
      {
        kind: "signatures",
        by: [
          { zh: "立卷人", en: "Filed by" },
          { zh: "检查人", en: "Checked by" },
        ],
      },
    ],
  };
}
