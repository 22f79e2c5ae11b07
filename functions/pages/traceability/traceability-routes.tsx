// “What the documents ask, and where it is done”: the checked table as a page, with what is not done yet.
import { Hono } from "hono";
import { type Locale, say, type Text } from "../../../shared/kernel/text.ts";
import { findLedger } from "../../../shared/ledgers.ts";
import type { DocumentRow } from "../../../shared/traceability/document-row.ts";
import { DOCUMENT_ROWS } from "../../../shared/traceability/document-rows.ts";
import { showPage } from "../design/show-page.tsx";
import type { PageEnv } from "../page-env.ts";
import { localeOf } from "../page-locale.ts";

const TEXTS = {
  title: { zh: "文件要求与落实位置", en: "What the documents ask, and where it is done" },
  clause: { zh: "条款", en: "Clause" },
  asks: { zh: "要求", en: "What it asks" },
  where: { zh: "落实位置", en: "Where it is done" },
  tests: { zh: "由哪些测试证明", en: "Proved by" },
  rule: { zh: "规则", en: "rule" },
  status: { zh: "状态", en: "Status" },
  done: { zh: "已落实", en: "done" },
  part: { zh: "部分落实", en: "in part" },
  notYet: { zh: "尚未落实", en: "not yet" },
} as const satisfies Record<string, Text>;

const BADGES = { done: "badge good", part: "badge warn", notYet: "badge bad" } as const;

export function traceabilityRoutes(): Hono<PageEnv> {
  return new Hono<PageEnv>().get("/centre/documents", (c) =>
    showPage(c, TEXTS.title, <TraceabilityPage rows={DOCUMENT_ROWS} locale={localeOf(c)} />),
  );
}

function TraceabilityPage({
  rows,
  locale,
}: {
  readonly rows: readonly DocumentRow[];
  readonly locale: Locale;
}) {
  const t = (text: Text) => say(text, locale);
  const count = (status: DocumentRow["status"]) => rows.filter((row) => row.status === status).length;
  return (
    <>
      <h1 id="documents">{t(TEXTS.title)}</h1>
      <dl class="tiles">
        {(["done", "part", "notYet"] as const).map((status) => (
          <div key={status} class="tile">
            <dt>{t(TEXTS[status])}</dt>
            <dd>{count(status)}</dd>
          </div>
        ))}
      </dl>
      <section class="scroll" tabindex={0} aria-labelledby="documents">
        <table class="rows">
          <thead>
            <tr>
              {[TEXTS.clause, TEXTS.asks, TEXTS.where, TEXTS.tests, TEXTS.status].map((label) => (
                <th key={label.en} scope="col">
                  {t(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <th scope="row">
                  {row.row} {row.clause}
                </th>
                <td class="wrap">{t(row.asks)}</td>
                <td class="wrap">{row.where.map((place) => t(placeName(place))).join(" · ")}</td>
                <td class="wrap small">
                  {row.rule && <span class="badge">{t(TEXTS.rule)}</span>}{" "}
                  {row.tests.map(({ file, name }) => name ?? file).join(" · ")}
                </td>
                <td>
                  <span class={BADGES[row.status]}>{t(TEXTS[row.status])}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** A place in the words of the product: the ledger with its column or step; a page; a rule by its name. */
function placeName(place: string): Text {
  const [kind, rest = ""] = [place.slice(0, 1), place.slice(2)];
  if (kind === "p") return { zh: `页面 ${rest}`, en: `page ${rest}` };
  if (kind === "c") {
    const rule = rest.slice(rest.indexOf("#") + 1);
    return { zh: `规则 ${rule}`, en: `rule ${rule}` };
  }
  const [id = "", part = ""] = rest.split(".");
  const ledger = findLedger(id);
  const label =
    ledger?.fields[part]?.label ?? ledger?.transitions[part]?.label ?? ledger?.metrics[part]?.label;
  return {
    zh: `${ledger?.title.zh ?? id}：${label?.zh ?? part}`,
    en: `${ledger?.title.en ?? id}: ${label?.en ?? part}`,
  };
}
