// An instant as the centre's people read it: by Chinese time, to the minute.
import { dateTimeAt, parseInstant, showDateTime } from "../../../shared/kernel/date-time.ts";

const ZONE = "Asia/Shanghai";

/** What cannot be read is shown as it is. */
export function showInstant(text: string): string {
  const instant = parseInstant(text);
  return instant === undefined ? text : showDateTime(dateTimeAt(instant, ZONE));
}
