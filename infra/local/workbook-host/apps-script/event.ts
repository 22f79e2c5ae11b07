// Builds the event object that a trigger's function receives.
import type { ScriptEvent } from "../protocol/script-event.ts";
import { rangeOf, spreadsheetOf } from "./range-links.ts";
import { authModeNamed } from "./script-app.ts";
import { userOf } from "./user.ts";

export function eventObject(event: ScriptEvent): object {
  const made: Record<string, unknown> = { authMode: authModeNamed(event.authMode) };
  if (event.triggerUid !== undefined) made.triggerUid = event.triggerUid;
  if (event.user !== undefined) made.user = userOf(event.user);
  if (event.workbookId !== undefined) made.source = spreadsheetOf(event.workbookId);
  if (event.range) made.range = rangeOf(event.range);
  if (event.value !== undefined) made.value = event.value;
  if (event.oldValue !== undefined) made.oldValue = event.oldValue;
  if (event.changeType !== undefined) made.changeType = event.changeType;
  Object.assign(made, event.clock ?? {});
  return made;
}
