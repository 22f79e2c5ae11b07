// The look of a sheet that only the add-on reads: hidden, guarded, and every cell a text as it was written.
import type { SheetLayout } from "./sheet-host.ts";

export function textsLayout(columns: number): SheetLayout {
  return {
    columns: Array.from({ length: columns }, (_, at) => ({
      column: at + 1,
      header: "",
      note: "",
      width: 100,
      format: "@",
      hidden: false,
      guarded: true,
      rule: null,
    })),
    marks: [],
    tabColor: "#9aa0a6",
    hidden: true,
    guarded: true,
  };
}
