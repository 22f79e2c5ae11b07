// What write-excel-file does not write itself: values beside formulas, links, repeated heads, pages one sheet wide.
import { columnName } from "./cell-address.ts";
import type { Sheet } from "./sheet.ts";

const HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink";

/** Spreadsheets take 65,530 links on a sheet. */
const MOST_LINKS = 65_000;

export function withSheetParts(xml: string, sheet: Sheet): string {
  const links = linksOf(sheet).map(([at], index) => `<hyperlink ref="${at}" r:id="rIdLink${index + 1}"/>`);
  const hyperlinks = links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "";
  const orientation = sheet.landscape ? "landscape" : "portrait";
  const page =
    `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`;
  return withValues(xml, sheet)
    .replace(/<page(Margins|Setup)[^>]*\/>/g, "")
    .replace(/<worksheet[^>]*>/, (tag) => `${tag}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
    .replace(/(<drawing[^>]*\/>)?<\/worksheet>$/, (end) => `${hyperlinks}${page}${end}`);
}

/** A formula comes with what it comes to, for readers that do not reckon. */
function withValues(xml: string, { values }: Sheet): string {
  return xml.replace(
    /<c r="([A-Z]+\d+)"([^>]*)><f>(.*?)<\/f><\/c>/g,
    (cell: string, at: string, rest: string, formula: string) => {
      const value = values.get(at);
      return value === undefined ? cell : `<c r="${at}"${rest}><f>${formula}</f><v>${value}</v></c>`;
    },
  );
}

export function linkRelationships(sheet: Sheet): string {
  const one = ([, address]: [string, string], index: number) =>
    `<Relationship Id="rIdLink${index + 1}" Type="${HYPERLINK}" Target="${escapeXml(address)}" TargetMode="External"/>`;
  return linksOf(sheet).map(one).join("");
}

function linksOf({ links }: Sheet): [string, string][] {
  return [...links].slice(0, MOST_LINKS);
}

/** Rows and columns that stay in sight are repeated on every printed page. */
export function withPrintTitles(xml: string, sheets: readonly Sheet[]): string {
  const names = sheets.flatMap(({ name, frozenRows, frozenColumns }, index) => {
    const columns = frozenColumns > 0 ? `'${name}'!$A:$${columnName(frozenColumns - 1)}` : "";
    const rows = frozenRows > 0 ? `'${name}'!$1:$${frozenRows}` : "";
    const titles = escapeXml([columns, rows].filter(Boolean).join(","));
    return titles
      ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${titles}</definedName>`]
      : [];
  });
  if (names.length === 0) return xml;
  const bare = xml.replace(/<definedNames\s*\/>|<definedNames><\/definedNames>/, "");
  return bare.replace("</sheets>", `</sheets><definedNames>${names.join("")}</definedNames>`);
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
