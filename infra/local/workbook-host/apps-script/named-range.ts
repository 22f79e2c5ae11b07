// NamedRange.
import { ask, exception } from "./host.ts";
import { standFor } from "./provided.ts";
import { rangeLinks, rangeOf } from "./range-links.ts";

type GasNamedRange = GoogleAppsScript.Spreadsheet.NamedRange;
type GasRange = GoogleAppsScript.Spreadsheet.Range;

class NamedRangeView implements Partial<GasNamedRange> {
  private readonly workbookId: string;
  private name: string;
  constructor(workbookId: string, name: string) {
    this.workbookId = workbookId;
    this.name = name;
  }
  getName(): string {
    return this.name;
  }
  getRange(): GasRange {
    const found = ask("workbook.namedRanges", this.workbookId).find(({ name }) => name === this.name);
    if (!found) throw exception("The named range no longer exists.");
    return rangeOf(found.range);
  }
  setName(name: string): GasNamedRange {
    const range = rangeLinks.get(this.getRange());
    ask("workbook.setNamedRange", this.workbookId, this.name, null);
    ask("workbook.setNamedRange", this.workbookId, name, range);
    this.name = name;
    return standFor<GasNamedRange>("NamedRange", this);
  }
  setRange(range: GasRange): GasNamedRange {
    ask("workbook.setNamedRange", this.workbookId, this.name, rangeLinks.get(range));
    return standFor<GasNamedRange>("NamedRange", this);
  }
  remove(): void {
    ask("workbook.setNamedRange", this.workbookId, this.name, null);
  }
}

export const namedRangesOf = (workbookId: string, sheetId?: number): GasNamedRange[] =>
  ask("workbook.namedRanges", workbookId)
    .filter(({ range }) => sheetId === undefined || range.sheetId === sheetId)
    .map(({ name }) => standFor<GasNamedRange>("NamedRange", new NamedRangeView(workbookId, name)));
