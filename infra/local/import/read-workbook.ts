// Reads a sheet of an Excel workbook (.xlsx, .xls): cells become the text that a person would have typed.
import { readFile } from "node:fs/promises";
import * as xlsx from "@e965/xlsx";
import * as codePages from "@e965/xlsx/dist/cpexcel.full.mjs";
import { dayNumber, fromDayNumber, plainDate } from "../../../shared/kernel/plain-date.ts";
import { StartFailure } from "../start-failure.mjs";
import { findHeader, HEADER_WITHIN, headerNotFound, refuseTwins } from "./find-header.ts";
import type { SourceRow, SourceTable, TableWanted } from "./source-table.ts";

// Old .xls files keep Chinese text in code page 936.
xlsx.set_cptable(codePages);

const MINUTES_PER_DAY = 1440;
/** Serial numbers of 1970-01-01: days since 1899-12-30 or, in workbooks from old Macs, since 1904-01-01. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;
/** Before 1 March 1900 Excel counts a 29 February that never was. */
const FIRST_SOUND_SERIAL = 61;
const LAST_DAY = dayNumber(plainDate("2199-12-31"));

export async function openWorkbook(path: string, wanted: TableWanted): Promise<SourceTable> {
  const { workbook, sheetName } = await load(path, wanted.sheet);
  const sheet = workbook.Sheets[sheetName];
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const rows = (sheet?.["!data"] ?? []).map((cells) =>
    Array.from(cells ?? [], (cell) => (cell ? textOf(cell, is1904) : "")),
  );
  const about = { zh: `工作表“${sheetName}”`, en: `sheet “${sheetName}”` };
  const at = findHeader(rows.slice(0, HEADER_WITHIN), wanted.columns);
  if (at < 0) throw headerNotFound(path, rows.slice(0, HEADER_WITHIN), wanted.columns, about);
  const header = rows[at] ?? [];
  refuseTwins(path, header, wanted.columns);
  return {
    header,
    about,
    ragged: true,
    rows: async function* (): AsyncGenerator<SourceRow> {
      for (const [index, cells] of rows.entries()) {
        if (index > at && cells.some((cell) => cell.trim() !== "")) yield { line: index + 1, cells };
      }
    },
  };
}

async function load(path: string, wanted: string | undefined) {
  let workbook: xlsx.WorkBook;
  try {
    // Dates stay serial numbers: as Date objects they would be midnights of this machine's zone.
    workbook = xlsx.read(await readFile(path), {
      type: "buffer",
      dense: true,
      cellDates: false,
      cellNF: true,
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw new StartFailure({
      zh: `读不了工作簿 ${path}(${reason})。如有密码请先去掉,再另存为 .xlsx。`,
      en: `The workbook ${path} cannot be read (${reason}). Remove its password if it has one, and save it as .xlsx.`,
    });
  }
  const sheetName = wanted ?? workbook.SheetNames[0];
  if (sheetName === undefined || !workbook.SheetNames.includes(sheetName)) {
    const names = workbook.SheetNames.join(" | ");
    throw new StartFailure({
      zh: `${path} 里没有工作表“${wanted ?? ""}”;有:${names}`,
      en: `${path} has no sheet “${wanted ?? ""}”; there are: ${names}`,
    });
  }
  return { workbook, sheetName };
}

function textOf(cell: xlsx.CellObject, is1904: boolean): string {
  const { t: type, v: value, w: shown, z: format } = cell;
  if (type === "e") return shown ?? "#ERROR!";
  if (typeof value === "number") {
    if (typeof format === "string" && xlsx.SSF.is_date(format)) return civil(value, is1904);
    // "0012": numbers that are shown with leading zeros are names, not amounts.
    if (typeof format === "string" && /^0{2,}$/.test(format) && shown) return shown;
    // 15 digits are what a spreadsheet keeps; more is the noise of binary fractions.
    return String(Number(value.toPrecision(15)));
  }
  return value === undefined || value === null ? "" : String(value);
}

/** `2026-11-02 09:05` of a serial number, `2026-11-02` where it has no time, `09:05` where it has no date. */
function civil(serial: number, is1904: boolean): string {
  const minutes = Math.floor(Math.round(serial * MINUTES_PER_DAY * 60) / 60);
  const days = Math.floor(minutes / MINUTES_PER_DAY);
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  if (serial >= 0 && serial < 1) return time;
  const day = days - (is1904 ? EPOCH_1904 : EPOCH_1900);
  if (serial < 0 || (!is1904 && days < FIRST_SOUND_SERIAL) || day > LAST_DAY) return String(serial);
  const date = fromDayNumber(day);
  return Number.isInteger(serial) ? date : `${date} ${time}`;
}
