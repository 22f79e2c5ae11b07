// The annual work summary (年度工作总结) in the manner of D5: as of a day of the year, its sentences built from figures.
import { cases } from "../../../shared/capabilities/cases/cases-ledger.ts";
import { documentsHandedOut } from "../../../shared/capabilities/documents-handed-out/documents-handed-out-ledger.ts";
import { mottoOf } from "../../../shared/capabilities/organisation/mottoes.ts";
import { isInPeriod, parsePeriod } from "../../../shared/kernel/period.ts";
import { CENTRE_READERS } from "../../../shared/kernel/permissions.ts";
import { isPlainDate } from "../../../shared/kernel/plain-date.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { factsFor } from "../../use-cases/hall-facts.ts";
import {
  type AnnualSummary,
  annualSummary,
  type MatterCount,
} from "../../use-cases/periods/annual-summary.ts";
import { type Block, type Figure, type Inline, same, type TableBlock } from "../model/report.ts";
import type { ReportKind } from "../report-kind.ts";
import { chapter } from "./monthly-report.ts";
import { framed, type ReportPlace, reportPlace } from "./report-frame.ts";

/** `2026`, or `2026@2026-12-01`: D5 is dated 1 December, not the last of the year. */
function parseSubject(subject: string): { year: string; asOf: string | undefined } | undefined {
  const [year = "", asOf, ...rest] = subject.split("@");
  const period = parsePeriod(year);
  if (period?.kind !== "year" || rest.length > 0) return undefined;
  if (asOf !== undefined && !(isPlainDate(asOf) && isInPeriod(asOf, period))) return undefined;
  return { year, asOf };
}

export const annualReport: ReportKind = {
  id: "annual",
  title: { zh: "便民服务大厅工作总结", en: "Work summary of the service hall" },
  roles: CENTRE_READERS,
  about: "either",
  subject: {
    label: { zh: "年度", en: "Year" },
    example: "2026, 2026@2026-12-01",
    check: (subject) => parseSubject(subject) !== undefined,
  },
  async build(deps, order, progress) {
    const asked =
      parseSubject(order.subject) ?? refuse(httpProblems.invalid_period({ period: order.subject }));
    const place = await reportPlace(deps, order);
    const summaries: AnnualSummary[] = [];
    for (const [at, hall] of place.halls.entries()) {
      await progress(at / place.halls.length, hall.name);
      const facts = factsFor(hall, place.centre, deps.now());
      const { centre } = place;
      const call = {
        deps,
        facts,
        at: { hall, centre, place: { id: hall.id, centre: centre.id, today: facts.today } },
      };
      summaries.push(await annualSummary(call, asked.year, asked.asOf));
    }
    const all = together(summaries);
    const until = all.asOf;
    const year = parsePeriod(asked.year);
    return framed(deps, place, {
      kind: "annual",
      motto: "licensing",
      title: annualReport.title,
      subtitle: { zh: `${asked.year}年`, en: asked.year },
      preliminary: year === undefined || until < year.last,
      notes: [{ zh: `数字截至 ${until}，从 1 月 1 日起计。`, en: `Figures from 1 January to ${until}.` }],
      blocks: [
        chapter(1, { zh: "服务宗旨", en: "Purpose" }),
        { kind: "paragraph", parts: [purpose(place, asked.year)] },
        chapter(2, { zh: "扎实履职，做好办理和服务", en: "Matters handled and papers given" }),
        ...sentences(all, place, asked.year),
        ...tables(all, place, asked.year),
        ...(place.hall ? [] : [byHall(summaries, place, asked.year)]),
      ],
    });
  },
};

function purpose({ hall, centre }: ReportPlace, year: string): Text {
  const name = hall?.name ?? centre.name;
  const motto = mottoOf(centre, "licensing");
  return {
    zh: `${year}年，${name.zh}以“${motto.zh}”为服务宗旨，开展了各项工作，现将有关情况总结如下。`,
    en: `In ${year}, ${name.en} worked by its motto: ${motto.en}. This is what was done.`,
  };
}

/** The halls' counts as one. */
function together(
  summaries: readonly AnnualSummary[],
): Pick<AnnualSummary, "asOf" | "matters" | "documents"> {
  const [first] = summaries;
  if (!first) refuse(httpProblems.not_permitted({}));
  const matters = new Map<string, MatterCount>();
  const documents = new Map(first.documents.map((one) => [one.kind, { ...one, quantity: 0 }]));
  for (const summary of summaries) {
    for (const one of summary.matters) {
      const before = matters.get(one.name.zh);
      matters.set(one.name.zh, before ? added(before, one) : one);
    }
    for (const one of summary.documents) {
      documents.set(one.kind, { ...one, quantity: (documents.get(one.kind)?.quantity ?? 0) + one.quantity });
    }
  }
  const asOf = summaries.map((one) => one.asOf).sort()[0] ?? first.asOf;
  return {
    asOf,
    matters: [...matters.values()].sort((a, b) => b.done - a.done),
    documents: [...documents.values()],
  };
}

function added(a: MatterCount, b: MatterCount): MatterCount {
  const subtypes = [...new Map([...a.subtypes, ...b.subtypes].map((one) => [one.subtype, one])).values()];
  const count = (of: MatterCount, subtype: string | null) =>
    of.subtypes.find((one) => one.subtype === subtype)?.count ?? 0;
  return {
    ...a,
    matters: [...new Set([...a.matters, ...b.matters])].sort(),
    done: a.done + b.done,
    subtypes: subtypes.map((one) => ({ ...one, count: count(a, one.subtype) + count(b, one.subtype) })),
  };
}

type Counts = Pick<AnnualSummary, "asOf" | "matters" | "documents">;

/** Done in the year up to the day, of some matters, and of one kind within them where it is named. */
function doneFigure(
  place: ReportPlace,
  year: string,
  until: string,
  {
    matters,
    value,
    subtype,
    hall,
  }: { matters: readonly string[]; value: number; subtype?: string | null; hall?: string },
): Figure {
  const query = {
    ledger: cases.id,
    period: year,
    until,
    figure: "closedDone",
    matter: matters.join(","),
    hall,
  };
  const is = subtype === undefined ? undefined : `subtype:${subtype ?? ""}`;
  return {
    kind: "figure",
    metric: "cases.closedDone",
    unit: "count",
    value,
    rows: place.rowsOf({ ...query, is }),
  };
}

/** D5: “截止目前，……发放……，办理……个，其中……”. */
function sentences({ asOf, matters, documents }: Counts, place: ReportPlace, year: string): Block[] {
  const [, month, day] = asOf.split("-").map(Number);
  const given = documents
    .filter(({ quantity }) => quantity > 0)
    .flatMap(({ kind, name, unit, quantity }, at): Inline[] => [
      { zh: `${at > 0 ? "，" : ""}发放${name.zh}`, en: `${at > 0 ? ", " : ""}${name.en} ` },
      documentFigure(place, year, asOf, kind, quantity),
      { zh: unit, en: "" },
    ]);
  const done = matters.map(
    ({ name, done: count, matters: ids, subtypes }): Block => ({
      kind: "paragraph",
      parts: [
        { zh: `办理${name.zh}`, en: `${name.en}: ` },
        doneFigure(place, year, asOf, { matters: ids, value: count }),
        { zh: "个", en: " done" },
        ...subtypes.flatMap(({ name: kind, subtype, count: of }, at): Inline[] => [
          {
            zh: `${at === 0 ? "，其中" : "，"}${kind.zh}`,
            en: `${at === 0 ? ", of which " : ", "}${kind.en} `,
          },
          doneFigure(place, year, asOf, { matters: ids, value: of, subtype }),
          { zh: "个", en: "" },
        ]),
        { zh: "。", en: "." },
      ],
    }),
  );
  const lead = { zh: `截至${year}年${month}月${day}日，`, en: `As of ${asOf}: ` };
  return [
    ...(given.length > 0
      ? [{ kind: "paragraph" as const, parts: [lead, ...given, { zh: "。", en: "." }] }]
      : []),
    ...done,
  ];
}

function documentFigure(
  { rowsOf }: ReportPlace,
  year: string,
  until: string,
  kind: string,
  value: number,
): Figure {
  const { id } = documentsHandedOut;
  const rows = rowsOf({ ledger: id, period: year, until, figure: "quantity", matter: kind });
  return { kind: "figure", metric: `${id}.quantity`, unit: "count", value, rows };
}

function tables({ asOf, matters, documents }: Counts, place: ReportPlace, year: string): TableBlock[] {
  const count = { id: "count", label: { zh: "数量", en: "Number" }, as: "count" as const, width: 1 };
  const name = (label: Text) => ({ id: "name", label, as: "text" as const, width: 3 });
  return [
    {
      kind: "table",
      id: "matters-done",
      title: { zh: "办理事项统计", en: "Matters done" },
      columns: [name({ zh: "事项及类别", en: "Matter and kind" }), count],
      rows: matters.flatMap(({ matter, matters: ids, name: label, done, subtypes }): TableBlock["rows"] => [
        ...(subtypes.length > 0 ? [{ kind: "group" as const, id: `g-${matter}`, cells: [label] }] : []),
        ...subtypes.map((one) => ({
          kind: "row" as const,
          id: `${matter}-${one.subtype ?? "none"}`,
          cells: [
            one.name,
            doneFigure(place, year, asOf, { matters: ids, value: one.count, subtype: one.subtype }),
          ],
        })),
        {
          kind: "row" as const,
          id: matter,
          cells: [
            subtypes.length > 0 ? { zh: `${label.zh} 合计`, en: `${label.en}, in all` } : label,
            doneFigure(place, year, asOf, { matters: ids, value: done }),
          ],
        },
      ]),
      empty: { zh: "本年度没有办结的事项。", en: "Nothing was done in this year." },
    },
    {
      kind: "table",
      id: "documents",
      title: { zh: "免费发放资料统计", en: "Papers given free of charge" },
      columns: [
        name({ zh: "资料", en: "Papers" }),
        count,
        { id: "unit", label: { zh: "单位", en: "Unit" }, as: "text", width: 0.8 },
      ],
      rows: documents.map(({ kind, name: label, unit, quantity }) => ({
        kind: "row",
        id: kind,
        cells: [label, documentFigure(place, year, asOf, kind, quantity), same(unit)],
      })),
      empty: { zh: "本年度没有发放记录。", en: "Nothing was given out in this year." },
    },
  ];
}

function byHall(summaries: readonly AnnualSummary[], place: ReportPlace, year: string): Block {
  return {
    kind: "table",
    id: "by-hall",
    title: { zh: "各大厅办理总数", en: "Done by hall" },
    columns: [
      { id: "name", label: { zh: "大厅", en: "Hall" }, as: "text", width: 3 },
      { id: "done", label: { zh: "办结数", en: "Done" }, as: "count", width: 1 },
    ],
    rows: summaries.map(({ hall, asOf, matters }) => ({
      kind: "row",
      id: hall.id,
      cells: [
        hall.name,
        doneFigure(place, year, asOf, {
          matters: matters.flatMap((one) => one.matters),
          value: matters.reduce((sum, { done }) => sum + done, 0),
          hall: hall.id,
        }),
      ],
    })),
  };
}
