// A posted form of a period as the body that the same verb takes over HTTP; what is left empty is left out.
import type * as z from "zod";
import { dateTimeFromWall } from "../../../shared/kernel/date-time.ts";
import { isPlainDate } from "../../../shared/kernel/plain-date.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import type { Several } from "../../use-cases/periods/complete-period.ts";
import type { PeriodCall } from "../../use-cases/periods/period-call.ts";
import { VERB_BODIES, VERBS, type Verb } from "../../use-cases/periods/period-verbs.ts";

export function runVerb(call: PeriodCall, rule: string, verb: Verb, form: URLSearchParams): Promise<Several> {
  const periods = form.getAll("period");
  if (periods.length === 0) refuse(httpProblems.period_required({}));
  const note = optional("note", form.get("note"));
  const reason = optional("reason", form.get("reason"));
  switch (verb) {
    case "sign":
      return VERBS.sign(call, rule, shaped(VERB_BODIES.sign, { periods, ...note }));
    case "confirm":
      return VERBS.confirm(
        call,
        rule,
        shaped(VERB_BODIES.confirm, { periods, ...note, findings: rulingsOf(form) }),
      );
    case "submit": {
      const yuan = Number(form.get("amount") || Number.NaN);
      const amount = Number.isFinite(yuan) ? { amountInFen: Math.round(yuan * 100) } : {};
      const paper = {
        ...optional("title", form.get("title")),
        ...optional("document", form.get("document")),
        ...amount,
      };
      return VERBS.submit(call, rule, shaped(VERB_BODIES.submit, { periods, ...note, ...paper }));
    }
    case "accept":
      return VERBS.accept(call, rule, { periods });
    case "return":
      return VERBS.return(call, rule, shaped(VERB_BODIES.return, { periods, ...reason }));
    case "unlock": {
      const until = optional("until", wallTime(form.get("until") ?? "", call.facts.zone));
      const body = { periods, ...reason, ...until, ledgers: form.getAll("ledger") };
      return VERBS.unlock(call, rule, shaped(VERB_BODIES.unlock, body));
    }
  }
}

/**
 * The lines of the findings' table, by their place; a line that says nothing is none. A pre-filled finding that says
 * nothing of its own takes the owner and the date that were given for the rest.
 */
function rulingsOf(form: URLSearchParams): object[] {
  const columns = ["key", "content", "owner", "dueOn", "dismissed"].map(
    (name) => [name, form.getAll(name)] as const,
  );
  const rest = { ...optional("owner", form.get("restOwner")), ...optional("dueOn", form.get("restDueOn")) };
  return form.getAll("key").flatMap((_, at) => {
    const ruling = Object.assign({}, ...columns.map(([name, values]) => optional(name, values[at] ?? "")));
    const isBare = "key" in ruling && Object.keys(ruling).length === 1;
    const own = isBare ? { ...ruling, ...rest } : ruling;
    return Object.keys(own).length > 0 ? [own] : [];
  });
}

function optional(name: string, value: string | null): Record<string, string> {
  const text = value?.trim() ?? "";
  return text === "" ? {} : { [name]: text };
}

/** `2026-11-20T17:00` of a form, on the hall's clock. */
function wallTime(text: string, zone: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text);
  if (!match?.[1] || !isPlainDate(match[1])) return text;
  return dateTimeFromWall(match[1], Number(match[2]), Number(match[3]), zone);
}

function shaped<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  refuse(httpProblems.wrong_shape({ path: issue?.path.join(".") || "/", reason: issue?.message ?? "" }));
}
