// A round of a case that was closed before it was reopened, as it was judged then.
import * as z from "zod/mini";
import { type DateTime, isDateTime } from "../../kernel/date-time.ts";
import { isPlainDate, type PlainDate } from "../../kernel/plain-date.ts";
import { err, ok } from "../../kernel/result.ts";
import type { Text } from "../../kernel/text.ts";
import { type Field, fieldProblems } from "../../ledger/field.ts";

/** How a round ended and how it was judged then; no later change of calendar or catalogue touches it. */
export interface ClosedRound {
  readonly completedAt: DateTime;
  readonly outcome: string;
  readonly feedbackAt: DateTime | null;
  readonly feedbackChannel: string | null;
  readonly dueDate: PlainDate | null;
  readonly originalDueDate: PlainDate | null;
  readonly onTime: boolean | null;
  readonly onTimeOriginal: boolean | null;
}

const dateTime = z.custom<DateTime>((value) => typeof value === "string" && isDateTime(value));
const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));
const verdict = z.nullable(z.boolean());

const ClosedRounds = z.readonly(
  z.array(
    z.object({
      completedAt: dateTime,
      outcome: z.string(),
      feedbackAt: z.nullable(dateTime),
      feedbackChannel: z.nullable(z.string()),
      dueDate: z.nullable(date),
      originalDueDate: z.nullable(date),
      onTime: verdict,
      onTimeOriginal: verdict,
    }),
  ),
);

/** Written by the step that reopens, never by hand; too structured for a cell. */
export function closedRounds(label: Text): Field<readonly ClosedRound[]> {
  return {
    label,
    hidden: true,
    kind: "closedRounds",
    shape: { control: "list", format: "@", width: 200 },
    schema: ClosedRounds,
    accept(raw, { id }) {
      const parsed = ClosedRounds.safeParse(raw);
      const expected = { zh: "由系统填写", en: "written by the system" };
      return parsed.success ? ok(parsed.data) : err(fieldProblems.wrong_type({ field: id, label, expected }));
    },
    toCell: (rounds) => rounds.map(({ completedAt }) => completedAt.slice(0, 10)).join("\n"),
  };
}
