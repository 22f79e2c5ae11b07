// When a hall serves and what it is excused from: opening, closing, suspensions and exemptions, each checked with its days.
import { addDays, dayNumber, isPlainDate, type PlainDate, plainDate } from "../../kernel/plain-date.ts";
import { defineProblems, type Problem } from "../../kernel/problem.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Hall, type HallSpan, inForce, opensOn } from "./hall.ts";

/** As forms give it. */
export type GivenServiceDates =
  | { readonly kind: "service"; readonly opensOn: string; readonly closesOn: string }
  | { readonly kind: "suspension"; readonly from: string; readonly to: string; readonly reason: string }
  | {
      readonly kind: "exemption";
      readonly rule: string;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
    }
  /** By its place in the hall's list. */
  | { readonly kind: "withdrawal"; readonly of: "suspensions" | "exemptions"; readonly index: number };

type Mark = NonNullable<HallSpan["entered"]>;

/** What the dates are held against. */
export interface ServiceFacts {
  readonly mark: Mark;
  /** Obligation rules of the centre. */
  readonly rules: readonly string[];
  /** Months whose report the centre accepted. */
  readonly lockedMonths: ReadonlySet<string>;
}

type ServiceParts = Pick<Hall, "opensOn" | "closesOn" | "suspensions" | "exemptions">;

const problems = defineProblems({
  service_dates: {
    status: 422,
    zh: "“{date}”不是日期；请按“年-月-日”填写，例如 2026-09-01。",
    en: "“{date}” is no date; please write it as 2026-09-01.",
  },
  closes_before_it_opens: {
    status: 422,
    zh: "撤厅日期({closesOn})早于开厅日期({opensOn})；请改“最后服务日”。",
    en: "The last day of service ({closesOn}) lies before the first ({opensOn}); please change it.",
  },
  span_upside_down: {
    status: 422,
    zh: "起止日期颠倒({from} 至 {to})；请改“至”。",
    en: "It ends ({to}) before it begins ({from}); please change “to”.",
  },
  span_too_long: {
    status: 422,
    zh: "一次最多登记一年({from} 至 {to})；到期仍未恢复的，请再登记一段。",
    en: "At most a year at once ({from} to {to}); enter another span when it goes on.",
  },
  span_reason: {
    status: 422,
    zh: "请在“理由”写明为什么停办或免办(2 到 200 个字)。",
    en: "Please say in “reason” why, in 2 to 200 characters.",
  },
  span_overlaps: {
    status: 409,
    zh: "与已登记的 {from} 至 {to} 重叠；请改日期，或先撤销那一段。",
    en: "It overlaps with {from} to {to}, which stands already; change the days, or withdraw the other one.",
  },
  exempt_from_nothing: {
    status: 422,
    zh: "没有“{rule}”这项汇总或上报；请在“免办事项”里选择。",
    en: "There is no duty “{rule}”; please choose one in “excused from”.",
  },
  unknown_span: {
    status: 404,
    zh: "没有这一段，或已经撤销；请重新打开本页再看。",
    en: "There is no such span, or it was withdrawn; please open this page again.",
  },
  service_month_locked: {
    status: 409,
    zh: "这会改变 {month} 的应办事项，而该月月报已审核通过并锁定；请改日期，只登记未锁定的月份。",
    en: "This would change what was owed in {month}, whose report was accepted and is locked; choose days outside that month.",
  },
});

const MAX_DAYS = 366;
/** Beyond every accepted month. */
const FAR = plainDate("2199-12-31");

/** What the hall's entry becomes. What was reported and accepted is not judged anew. */
export function changeServiceDates(
  hall: Hall,
  given: GivenServiceDates,
  facts: ServiceFacts,
): Result<ServiceParts, Problem> {
  const parts = partsOf(hall);
  switch (given.kind) {
    case "service":
      return changeService(hall, parts, given, facts);
    case "suspension": {
      const span = checkSpan(given, inForce(hall.suspensions), facts);
      if (!span.ok) return span;
      return ok({ ...parts, suspensions: [...(hall.suspensions ?? []), span.value] });
    }
    case "exemption": {
      const { rule } = given;
      if (!facts.rules.includes(rule))
        return err(problems.exempt_from_nothing({ field: "rule", rule: rule.slice(0, 60) }));
      const others = inForce(hall.exemptions).filter((one) => one.rule === rule);
      const span = checkSpan(given, others, facts);
      if (!span.ok) return span;
      return ok({ ...parts, exemptions: [...(hall.exemptions ?? []), { ...span.value, rule }] });
    }
    case "withdrawal":
      return withdraw(hall, parts, given, facts);
  }
}

function partsOf(hall: Hall): ServiceParts {
  const { opensOn: opens, closesOn, suspensions, exemptions } = hall;
  return {
    ...(opens ? { opensOn: opens } : {}),
    ...(closesOn ? { closesOn } : {}),
    ...(suspensions ? { suspensions } : {}),
    ...(exemptions ? { exemptions } : {}),
  };
}

function changeService(
  hall: Hall,
  { closesOn: closes, ...parts }: ServiceParts,
  given: { readonly opensOn: string; readonly closesOn: string },
  facts: ServiceFacts,
): Result<ServiceParts, Problem> {
  const opens = day("opensOn", given.opensOn);
  if (!opens.ok) return opens;
  const last = given.closesOn === "" ? ok(undefined) : day("closesOn", given.closesOn);
  if (!last.ok) return last;
  if (last.value && last.value < opens.value) {
    const dates = { opensOn: opens.value, closesOn: last.value };
    return err(problems.closes_before_it_opens({ field: "closesOn", ...dates }));
  }
  // Days that begin or cease to be days of service.
  const [begin, end] = [sorted(opensOn(hall), opens.value), sorted(closes ?? FAR, last.value ?? FAR)];
  const locked =
    lockedIn(begin.from, addDays(begin.to, -1), facts) ??
    (end.from < end.to ? lockedIn(addDays(end.from, 1), end.to, facts) : undefined);
  if (locked) return err(problems.service_month_locked({ field: "opensOn", month: locked }));
  return ok({ ...parts, opensOn: opens.value, ...(last.value ? { closesOn: last.value } : {}) });
}

function checkSpan(
  given: { readonly from: string; readonly to: string; readonly reason: string },
  others: readonly HallSpan[],
  facts: ServiceFacts,
): Result<HallSpan, Problem> {
  const from = day("from", given.from);
  if (!from.ok) return from;
  const to = day("to", given.to);
  if (!to.ok) return to;
  const days = { from: from.value, to: to.value };
  if (days.to < days.from) return err(problems.span_upside_down({ field: "to", ...days }));
  if (dayNumber(days.to) - dayNumber(days.from) >= MAX_DAYS)
    return err(problems.span_too_long({ field: "to", ...days }));
  const reason = given.reason.trim();
  if (reason.length < 2 || reason.length > 200) return err(problems.span_reason({ field: "reason" }));
  const other = others.find((one) => one.from <= days.to && days.from <= one.to);
  if (other) return err(problems.span_overlaps({ field: "from", from: other.from, to: other.to }));
  const locked = lockedIn(days.from, days.to, facts);
  if (locked) return err(problems.service_month_locked({ field: "from", month: locked }));
  return ok({ ...days, reason, entered: facts.mark });
}

function withdraw(
  hall: Hall,
  parts: ServiceParts,
  { of, index }: { readonly of: "suspensions" | "exemptions"; readonly index: number },
  facts: ServiceFacts,
): Result<ServiceParts, Problem> {
  const span = hall[of]?.[index];
  if (!span || span.withdrawn) return err(problems.unknown_span({ field: "index" }));
  const locked = lockedIn(span.from, span.to, facts);
  if (locked) return err(problems.service_month_locked({ field: "index", month: locked }));
  const mark = <Span extends HallSpan>(spans: readonly Span[] | undefined): Span[] =>
    (spans ?? []).map((one, at) => (at === index ? { ...one, withdrawn: facts.mark } : one));
  return of === "suspensions"
    ? ok({ ...parts, suspensions: mark(hall.suspensions) })
    : ok({ ...parts, exemptions: mark(hall.exemptions) });
}

function day(field: string, text: string): Result<PlainDate, Problem> {
  return isPlainDate(text) ? ok(text) : err(problems.service_dates({ field, date: text.slice(0, 20) }));
}

function sorted(a: PlainDate, b: PlainDate): { readonly from: PlainDate; readonly to: PlainDate } {
  return a < b ? { from: a, to: b } : { from: b, to: a };
}

/** The first accepted month that has one of the days; none where they end before they begin. */
function lockedIn(from: PlainDate, to: PlainDate, { lockedMonths }: ServiceFacts): string | undefined {
  if (to < from) return undefined;
  return [...lockedMonths].sort().find((month) => from.slice(0, 7) <= month && month <= to.slice(0, 7));
}
