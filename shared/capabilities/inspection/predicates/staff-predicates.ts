// Items reckoned from people and what they do: posts, attendance, 70/30, leave, training. D1 三2, 三3, 三8; D2 一.
import { datesBetween, type PlainDate } from "../../../kernel/plain-date.ts";
import { EIGHT_POSTS_IN_ORDER } from "../../../ledger/fields/post.ts";
import { generalCoursesMissing, postsWithoutPlan } from "../../training/courses.ts";
import type { EvidenceRow } from "../evidence.ts";
import {
  absentRow,
  type InspectedRow,
  type InspectionFacts,
  isLate,
  isWithin,
  judgedUntil,
  type Predicate,
  recordRow,
} from "../predicate.ts";

/** D1 三2 "行政事务管理服务项目应设": posts with a person and at least one active matter / 8. */
export const eightPosts: Predicate = {
  id: "eight-posts",
  asks: [],
  reckon: ({ people, matters }) =>
    EIGHT_POSTS_IN_ORDER.map((post) => {
      const holder = people.find((person) => person.post === post);
      const active = matters.some((matter) => matter.post === post);
      const opens = { kind: "post", id: post } as const;
      return holder && active
        ? { label: post, opens, due: 1, counted: 1, late: false, missing: false }
        : absentRow(post, opens);
    }),
};

/**
 * D1 三3 "工作人员由社区服务大厅统一考勤": person-days with a record / person-days due. A day of service without a
 * single line, and a person's day between two of their own, are missing.
 */
export const attendanceComplete: Predicate = {
  id: "attendance-complete",
  asks: [{ ledger: "attendance", span: "dated" }],
  reckon(facts) {
    const lines = facts
      .rowsOf("attendance", "dated")
      .filter(({ derived }) => derived.businessDay <= judgedUntil(facts));
    return [
      ...lines.map((row) => {
        const late = row.derived.marks.includes("lateEntry");
        return recordRow(row, 1, row.derived.marks.includes("confirmed") && !late ? 1 : 0, late);
      }),
      ...missingLines(lines, facts),
    ];
  },
};

function missingLines(lines: readonly InspectedRow[], facts: InspectionFacts): EvidenceRow[] {
  const byDay = new Map<PlainDate, Set<string>>();
  const spans = new Map<string, { first: PlainDate; last: PlainDate }>();
  for (const { values, derived } of lines) {
    const person = String(values.person);
    const day = derived.businessDay;
    byDay.set(day, (byDay.get(day) ?? new Set()).add(person));
    const span = spans.get(person) ?? { first: day, last: day };
    spans.set(person, {
      first: day < span.first ? day : span.first,
      last: day > span.last ? day : span.last,
    });
  }
  const staff = facts.people.filter(({ homeHall, roles }) => homeHall === undefined && roles.length > 0);
  return datesBetween(facts.first, judgedUntil(facts)).flatMap((day) => {
    if (!facts.isServiceDay(day)) return [];
    const there = byDay.get(day);
    const missing = there
      ? [...spans]
          .filter(([who, { first, last }]) => first < day && day < last && !there.has(who))
          .map(([who]) => who)
      : staff.map(({ id }) => id);
    return missing.map((person) => absentRow(`${day} ${person}`, { kind: "person", id: person }));
  });
}

/** D1 三3 "社区考核权重为70%,所属单位考核权重为30%": living-service staff with both scores / such staff. */
export const seventyThirty: Predicate = {
  id: "seventy-thirty",
  asks: [{ ledger: "assessments", span: "year" }],
  reckon(facts) {
    const scored = facts
      .rowsOf("assessments", "year")
      .filter(({ derived }) => derived.status === "scored" || derived.status === "concluded");
    return facts.people
      .filter(({ employer }) => employer !== undefined)
      .map(({ id }) => {
        const row = scored.find(({ values }) => values.person === id);
        return row ? recordRow(row, 1, 1, false) : absentRow(id, { kind: "person", id });
      });
  },
};

/** D2 一(二)(五): leaves approved at the right tier with cover / leaves. */
export const leaveAndCover: Predicate = {
  id: "leave-and-cover",
  asks: [{ ledger: "leave-requests", span: "dated" }],
  reckon: (facts) =>
    facts
      .rowsOf("leave-requests", "dated")
      .filter(({ derived }) => derived.marks.includes("leave"))
      .map((row) =>
        recordRow(
          row,
          1,
          row.derived.marks.includes("rightTierWithCover") ? 1 : 0,
          row.derived.marks.includes("madeUpLate"),
        ),
      ),
};

/** D1 三8 "针对各岗位特点制定培训计划": posts with a plan / 8. */
export const planPerPost: Predicate = {
  id: "plan-per-post",
  asks: [{ ledger: "training-plans", span: "year" }],
  reckon(facts) {
    const plans = facts.rowsOf("training-plans", "year");
    const without = postsWithoutPlan(plans.map(({ values }) => String(values.post)));
    return EIGHT_POSTS_IN_ORDER.map((post) => {
      const plan = plans.find(({ values }) => values.post === post);
      return !plan || without.includes(post)
        ? absentRow(post, { kind: "post", id: post })
        : recordRow(plan, 1, 1, false);
    });
  },
};

/** D1 三8 "中心劳资社保室要对培训计划进行审核": every plan of the year was reviewed. */
export const plansReviewed: Predicate = {
  id: "plans-reviewed",
  asks: [{ ledger: "training-plans", span: "year" }],
  reckon(facts) {
    const plans = facts.rowsOf("training-plans", "year");
    return plans.length === 0
      ? [absentRow("-")]
      : plans.map((row) => recordRow(row, 1, row.derived.status === "approved" ? 1 : 0, false));
  },
};

/** D1 三8 "礼仪、突发事件处理、沟通与协调技巧等通用课程": people who passed all three / people. */
export const threeCourses: Predicate = {
  id: "three-courses",
  asks: [{ ledger: "training-completions", span: "all" }],
  reckon(facts) {
    const rows = facts
      .rowsOf("training-completions", "all")
      .filter(({ derived }) => derived.businessDay <= facts.last);
    const taken = rows.map(({ values }) => ({
      person: String(values.person),
      course: String(values.course),
      passed: values.passed === true,
    }));
    return facts.people
      .filter(({ homeHall, roles }) => homeHall === undefined && roles.length > 0)
      .map(({ id }) => {
        const opens = { kind: "person", id } as const;
        const complete = generalCoursesMissing(id, taken).length === 0;
        return complete
          ? { label: id, opens, due: 1, counted: 1, late: false, missing: false }
          : absentRow(id, opens);
      });
  },
};

/** Complaints answered, D1 三4 投诉处理: answered in time / complaints that had to be answered by now. */
export const complaintsAnswered: Predicate = {
  id: "complaints-answered",
  asks: [{ ledger: "complaints", span: "current" }],
  reckon: (facts) =>
    complaintsIn(facts).flatMap((row) => {
      const { onTime, dueDate, open, status } = row.derived;
      if (status === "withdrawn") return [];
      if (onTime !== null) return [recordRow(row, 1, onTime ? 1 : 0, isLate(row, facts))];
      return open && dueDate !== null && dueDate < judgedUntil(facts)
        ? [recordRow(row, 1, 0, isLate(row, facts))]
        : [];
    }),
};

/** D2 三 "重大事项应采用书面形式": major ones in writing / major ones. */
export const majorInWriting: Predicate = {
  id: "major-in-writing",
  asks: [{ ledger: "complaints", span: "current" }],
  reckon: (facts) =>
    complaintsIn(facts)
      .filter(({ derived }) => derived.marks.includes("major"))
      .map((row) => recordRow(row, 1, row.derived.marks.includes("inWriting") ? 1 : 0, isLate(row, facts))),
};

function complaintsIn(facts: InspectionFacts): InspectedRow[] {
  return facts.rowsOf("complaints", "current").filter(({ derived }) => isWithin(derived.businessDay, facts));
}
