// Reads rendered reports again, each by means of its own: what a person would see in them.
import { CFB, read, utils } from "@e965/xlsx";
import { showCount, showRate, showTenths, showYuan } from "../../../functions/reports/model/show-inline.ts";

export interface ReadTable {
  readonly title: string;
  /** Rows of cells as they are shown. */
  readonly rows: readonly (readonly string[])[];
}

const entities: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  quot: '"',
  "#39": "'",
  apos: "'",
};

function plain(markup: string): string {
  return markup
    .replace(/<[^>]+>/g, "")
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}

export function tablesOfHtml(html: string): ReadTable[] {
  return [...html.matchAll(/<section class="block-table"[^>]*>(.*?)<\/table>/gs)].map(([, part = ""]) => ({
    title: plain(/<h3[^>]*>(.*?)<\/h3>/s.exec(part)?.[1] ?? ""),
    rows: [...part.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = ""]) =>
        plain(cell.replace(/<span (aria-hidden="true" class="flag"|class="hidden")>.*?<\/span>/gs, "")),
      ),
    ),
  }));
}

export interface ReadSheet extends ReadTable {
  /** Formulas by cell. */
  readonly formulas: Readonly<Record<string, string>>;
  /** Numbers by cell, those of formulas included. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly links: Readonly<Record<string, string>>;
}

/** Every sheet but the first, whose head is in its third row. */
export function sheetsOfXlsx(bytes: Uint8Array): ReadSheet[] {
  const book = read(bytes, { type: "array", cellFormula: true, cellNF: true });
  return book.SheetNames.slice(1).map((name) => {
    const sheet = book.Sheets[name] ?? {};
    const formulas: Record<string, string> = {};
    const numbers: Record<string, number> = {};
    const links: Record<string, string> = {};
    const { e: end } = utils.decode_range(sheet["!ref"] ?? "A1");
    const rows: string[][] = [];
    for (let row = 2; row <= end.r; row++) {
      const cells: string[] = [];
      for (let column = 0; column <= end.c; column++) {
        const at = utils.encode_cell({ r: row, c: column });
        const cell = sheet[at];
        if (cell?.f) formulas[at] = cell.f;
        if (cell?.t === "n") numbers[at] = cell.v;
        if (cell?.l?.Target) links[at] = cell.l.Target;
        cells.push(cell ? shownAs(cell) : "");
      }
      rows.push(cells);
    }
    return { title: String(sheet.A1?.v ?? ""), rows, formulas, numbers, links };
  });
}

/** As the number format shows it; rates as the product shows them everywhere. */
function shownAs(cell: { readonly t: string; readonly v?: unknown; readonly z?: unknown }): string {
  if (typeof cell.v !== "number") return String(cell.v ?? "");
  if (cell.z === "0.0%") return showRate(cell.v);
  if (cell.z === "0.0") return Number.isInteger(cell.v) ? showCount(cell.v) : showTenths(cell.v);
  return cell.z === "#,##0.00" ? showYuan(Math.round(cell.v * 100)) : showCount(cell.v);
}

export function documentXml(bytes: Uint8Array): string {
  const file = CFB.find(CFB.read(bytes, { type: "array" }), "/word/document.xml");
  if (!file) throw new Error("no document in the file");
  return new TextDecoder().decode(Uint8Array.from(file.content));
}

export function tablesOfDocx(xml: string): ReadTable[] {
  return [...xml.matchAll(/<w:tbl>(.*?)<\/w:tbl>/gs)].map(([, table = ""]) => ({
    title: "",
    rows: [...table.matchAll(/<w:tr>(.*?)<\/w:tr>|<w:tr [^>]*>(.*?)<\/w:tr>/gs)].map(([, one, other]) =>
      [...(one ?? other ?? "").matchAll(/<w:tc>(.*?)<\/w:tc>/gs)].map(([, cell = ""]) =>
        [...cell.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)]
          .map(([, text = ""]) => plain(`${text} `))
          .join(""),
      ),
    ),
  }));
}

/** All text of a document, paragraph by paragraph. */
export function paragraphsOfDocx(xml: string): string[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p [^>]*>(.*?)<\/w:p>/gs)].map(([, one, other]) =>
    [...(one ?? other ?? "").matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)]
      .map(([, text = ""]) => text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole))
      .join(""),
  );
}
