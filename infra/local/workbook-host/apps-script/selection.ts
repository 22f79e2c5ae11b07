// What the person has selected in the window the script was started from.
import { ask } from "./host.ts";
import { rangeOf } from "./range-links.ts";

/** The selected range, or null where there is no window. */
export function activeRange(): GoogleAppsScript.Spreadsheet.Range | null {
  const selection = ask("ui.selection");
  return selection && rangeOf(selection);
}
