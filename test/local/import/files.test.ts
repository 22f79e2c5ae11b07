// Old ledgers as people have them: GBK from Excel, semicolons, title rows, workbooks of several ages.
import * as xlsx from "@e965/xlsx";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openTable } from "../../../infra/local/import/source-table.ts";
import { failure, type Workplace, workplace } from "./support/run.ts";

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place.remove());

async function read(path: string, columns: string[], options: { sheet?: string; encoding?: string } = {}) {
  const table = await openTable(path, { columns, sheet: options.sheet, encoding: options.encoding });
  const rows = [];
  for await (const row of table.rows()) rows.push(row);
  return { ...table, read: rows };
}

/** "编号,事项\r\n1,老年证\r\n" as Excel in China saves it. */
const GBK = Buffer.from("b1e0bac52ccac2cfee0d0a312cc0cfc4ead6a40d0a", "hex");

describe("a text file", () => {
  test.each([
    ["in UTF-8", Buffer.from("编号,事项\r\n1,老年证\r\n"), "UTF-8,逗号"],
    ["in UTF-8 with its mark", Buffer.from("\ufeff编号,事项\n1,老年证"), "UTF-8,逗号"],
    ["in GBK", GBK, "GB18030,逗号"],
    [
      "of Excel's Unicode text",
      Buffer.from("\ufeff编号\t事项\r\n1\t老年证\r\n", "utf16le"),
      "UTF-16LE,制表符",
    ],
    ["with semicolons", Buffer.from("编号;事项\n1;老年证\n"), "UTF-8,分号"],
    ["with tabs", Buffer.from("编号\t事项\n1\t老年证\n"), "UTF-8,制表符"],
    ["below a title", Buffer.from("2019年办件台账,\n\n单位:件,\n编号,事项\n1,老年证\n,\n"), "UTF-8,逗号"],
    ["with spaces in its names", Buffer.from('" 编 号","事\n项"\n1,老年证\n'), "UTF-8,逗号"],
  ])("%s is read", async (_, content, about) => {
    const table = await read(place.put("旧.csv", content), ["编号", "事项"]);
    expect(table.about.zh).toBe(about);
    expect(table.read.map(({ cells }) => cells)).toEqual([["1", "老年证"]]);
  });

  test("in an encoding of the West is read when it is named", async () => {
    const path = place.put("latin.csv", Buffer.from("no;naam\n1;Ren\u00e9e\n", "latin1"));
    expect((await read(path, ["no"], { encoding: "windows-1252" })).read[0]?.cells).toEqual(["1", "Renée"]);
  });

  test("gives the lines that an editor shows, across line breaks in cells and empty lines", async () => {
    const path = place.put("lines.csv", 'a,b\n1,"x\ny"\n\n2,z\n3,\n');
    expect((await read(path, ["a", "b"])).read).toEqual([
      { line: 2, cells: ["1", "x\ny"] },
      { line: 5, cells: ["2", "z"] },
      { line: 6, cells: ["3", ""] },
    ]);
  });

  test("without the columns says which are missing and which there are", async () => {
    const said = await failure(read(place.put("旧.csv", GBK), ["编号", "收件时间"]));
    expect(said).toContain("找不到这些列:收件时间。文件里的列:编号 | 事项");
    expect(said).toContain("lacks these columns: 收件时间. Columns there: 编号 | 事项");
  });

  test("with two columns of a name that is asked for is refused", async () => {
    const path = place.put("twins.csv", "a,b,A\n1,2,3\n");
    expect(await failure(read(path, ["a"]))).toContain("two columns called “a”");
  });

  test("with a quotation mark that is never closed names the line", async () => {
    const path = place.put("quote.csv", `a,b\n1,2\n3,"4\n${"5,6\n".repeat(50)}`);
    expect(await failure(read(path, ["a"]))).toContain("from line 3 on");
  });

  test("that is none, or is not there, is refused in a sentence", async () => {
    expect(await failure(read(place.put("x.pdf", "%PDF"), ["a"]))).toContain("neither an Excel workbook nor");
    expect(await failure(read(place.path("nowhere.csv"), ["a"]))).toContain("cannot be opened");
    expect(await failure(read(place.put("bytes.csv", Buffer.from([0xff, 0xff, 0x00])), ["a"]))).toContain(
      "neither in UTF-8 nor in GB18030",
    );
  });
});

describe("a workbook", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  /** 45000 is 2023-03-15, or four years and a day later where counting begins in 1904. */
  function workbook(bookType: "xlsx" | "biff8" | "biff5", date1904: boolean): Buffer {
    const sheet = xlsx.utils.aoa_to_sheet([["办件台账"], ["编号", "收件", "日期", "时间", "金额"], [], []]);
    const put = (row: number, cells: xlsx.CellObject[]) => {
      for (const [c, cell] of cells.entries()) sheet[xlsx.utils.encode_cell({ r: row, c })] = cell;
    };
    put(2, [
      { t: "n", v: 7, z: "0000" },
      { t: "n", v: 45000 + (23 * 60 + 59) / 1440, z: "yyyy/m/d h:mm" },
      { t: "n", v: 45000, z: "yyyy-mm-dd" },
      { t: "n", v: 0.5, z: "h:mm" },
      { t: "n", v: 0.1 + 0.2, z: "0.00" },
    ]);
    put(3, [
      { t: "s", v: "老年证" },
      { t: "s", v: "2023-03-15" },
    ]);
    sheet["!ref"] = "A1:E4";
    const other = xlsx.utils.aoa_to_sheet([["编号"], ["别的"]]);
    const book = {
      SheetNames: ["Cases", "Other"],
      Sheets: { Cases: sheet, Other: other },
      Workbook: { WBProps: { date1904 } },
    };
    return xlsx.write(book, { type: "buffer", bookType });
  }

  describe.each(["xlsx", "biff8", "biff5"] as const)("of kind %s", (kind) => {
    test.each([
      [false, "2023-03-15"],
      [true, "2027-03-16"],
    ])("has civil dates whatever this machine's zone (from 1904: %s)", async (date1904, date) => {
      const path = place.put("旧.xls", workbook(kind, date1904));
      for (const TZ of ["Asia/Shanghai", "America/Los_Angeles", "UTC"]) {
        process.env.TZ = TZ;
        // What writes this test's oldest kind has no code page for Chinese: its names are read by their place.
        const { read: rows } = await read(path, kind === "biff5" ? [] : ["编号", "收件"]);
        const first = rows.find(({ cells }) => cells[0] === "0007");
        expect(first).toEqual({ line: 3, cells: ["0007", `${date} 23:59`, date, "12:00", "0.3"] });
      }
    });
  });

  test("is read by the sheet that is named, or by its first", async () => {
    const path = place.put("旧.xlsx", workbook("xlsx", false));
    expect((await read(path, ["编号"])).about.zh).toBe("工作表“Cases”");
    expect((await read(path, ["编号"], { sheet: "Other" })).read).toEqual([{ line: 2, cells: ["别的"] }]);
    expect(await failure(read(path, ["编号"], { sheet: "没有" }))).toContain("Cases | Other");
    expect((await read(path, ["编号"])).read[1]?.cells).toEqual(["老年证", "2023-03-15"]);
  });

  test("that is broken is refused in a sentence", async () => {
    const path = place.put("broken.xlsx", Buffer.from("504b0304deadbeef", "hex"));
    expect(await failure(read(path, ["a"]))).toContain("cannot be read");
  });
});
