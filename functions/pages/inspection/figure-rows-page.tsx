// What a figure of an inspection rests on: the figure worked out again, and every row that adds to it.
import { criteriaOf } from "../../../shared/capabilities/inspection/scorecard.ts";
import type { InspectionSnapshot } from "../../../shared/capabilities/inspection/snapshot.ts";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { INSPECTION_TEXTS } from "../../reports/acceptance/inspection-texts.ts";
import type { FigureAsked, FigureRows } from "../../use-cases/inspection/figure-rows.ts";
import { PAGE_TEXTS as T } from "./inspection-page-texts.ts";

export interface FigureRowsPageProps {
  readonly locale: Locale;
  readonly snapshot: InspectionSnapshot;
  readonly asked: FigureAsked;
  readonly found: FigureRows;
  readonly back: string;
}

export function FigureRowsPage({ locale, snapshot, asked, found, back }: FigureRowsPageProps) {
  const t = (text: Text) => say(text, locale);
  const { sections } = snapshot.round.scorecard;
  const items = new Map(criteriaOf(snapshot.round.scorecard).map(({ id, text }) => [id, text] as const));
  const named = new Map([
    ...items,
    ...sections.map(({ id, title }) => [id, title] as const),
    ...snapshot.halls.map(({ hall, name }) => [hall, name] as const),
  ]);
  const about = [asked.hall, asked.section, asked.item].flatMap((id) => named.get(id ?? "") ?? []);
  const figure = new Map<string, Text>(
    Object.entries({ ...INSPECTION_TEXTS, points: INSPECTION_TEXTS.counts }),
  ).get(asked.of);
  const people = Object.entries(snapshot.people);
  // Evidence names people by their ids, and so does whoever gave points.
  const labelOf = (label: string) => {
    const known = named.get(label);
    return known ? t(known) : people.reduce((text, [id, name]) => text.replace(id, name), label);
  };
  return (
    <>
      <p class="crumbs">
        <a href={back}>← {t(snapshot.round.title)}</a>
      </p>
      <h1>
        {t(T.rows)}
        {figure ? ` · ${t(figure)}` : ""}
      </h1>
      <p>{about.map(t).join(" · ")}</p>
      <p class="lead" data-figure-value={String(found.value)}>
        {t(T.value)}：<b>{found.value === null ? "—" : String(Math.round(found.value * 1000) / 1000)}</b>
      </p>
      {found.rows.length === 0 ? (
        <p class="notice">{t(T.noRows)}</p>
      ) : (
        <section class="scroll" tabindex={0} aria-label={t(T.rows)}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t(T.line)}</th>
                <th scope="col">{t(T.amount)}</th>
                <th scope="col">{t(T.note)}</th>
              </tr>
            </thead>
            <tbody>
              {found.rows.map(({ label, amount, opens, late, missing }) => (
                <tr key={`${label}${opens}`} data-row={label}>
                  <th scope="row">{opens ? <a href={`/${opens}`}>{labelOf(label)}</a> : labelOf(label)}</th>
                  <td>{amount}</td>
                  <td>
                    {late && <span class="badge warn">{t(T.late)}</span>}{" "}
                    {missing && <span class="badge bad">{t(T.missing)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
