// Turns a row of an old ledger into a row of the new one, or says what about it cannot be read.
import type { Problem } from "../../../shared/kernel/problem.ts";
import type { Destination, FieldDescription } from "./destination.ts";
import { columnIndex } from "./find-header.ts";
import { importProblems } from "./import-problems.ts";
import { type ColumnRule, listOf, type Mapping, rulesOf } from "./mapping.ts";
import type { StepsOfRows } from "./read-steps.ts";
import { dateTimeOf, localDate, type TimeContext, timeReader } from "./read-time.ts";
import { rowId } from "./row-id.ts";
import type { SourceRow, SourceTable } from "./source-table.ts";

export interface MappedRow {
  readonly id: string;
  /** What people call the row: its key columns. */
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface Unreadable {
  readonly key: string;
  readonly problems: readonly Problem[];
}

export type RowMapper = (row: SourceRow) => MappedRow | Unreadable;

type Reading = { readonly value: unknown } | { readonly problem: Problem };

/** What spreadsheets show where a formula failed. */
const CELL_ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)$/;

export function rowMapper(
  mapping: Mapping,
  table: SourceTable,
  { hall, ledger, reference }: Destination,
  steps: StepsOfRows | undefined,
): RowMapper {
  const { header } = table;
  const at = (name: string) => columnIndex(header, name);
  const keyColumns = listOf(mapping.id).map((name) => ({ name, index: at(name) }));
  const context = { hallZone: hall.timeZone, fileZone: mapping.timeZone ?? hall.timeZone };
  const readers = rulesOf(mapping).map(([id, rule]) => {
    const field = ledger.fields.find((one) => one.id === id);
    if (!field) throw new Error(`field ${id} was not checked against the ledger`);
    return { id, read: cellReader(field, rule, { mapping, at, context, names: matterNames(reference) }) };
  });
  const stepsAt = at(mapping.steps?.matchWith ?? keyColumns[0]?.name ?? "");
  return (row) => {
    const cells = (index: number) => (row.cells[index] ?? "").trim();
    const key = keyColumns.map(({ index }) => cells(index));
    const shown = key.join(" ");
    const uneven = checkWidth(row, table);
    const nameless = keyColumns.find((_, place) => key[place] === "");
    if (uneven) return { key: shown, problems: [uneven] };
    if (nameless) return { key: shown, problems: [importProblems.key_missing({ column: nameless.name })] };
    const problems: Problem[] = [];
    const values: Record<string, unknown> = { ...mapping.constants };
    for (const { id, read } of readers) {
      const reading = read(cells);
      if ("problem" in reading) problems.push(reading.problem);
      else if (reading.value !== undefined) values[id] = reading.value;
    }
    const own = steps?.find(cells(stepsAt));
    if (own && mapping.steps && own.steps.length > 0) values[mapping.steps.field] = own.steps;
    if (own) problems.push(...own.problems);
    if (problems.length > 0) return { key: shown, problems };
    const id = rowId({ hall: hall.id, ledger: ledger.id, source: mapping.source ?? "", key });
    return { id, key: shown, values };
  };
}

/** Cells beyond the header have to be empty; a row of text that ends early was probably broken in two. */
function checkWidth({ cells }: SourceRow, { header, ragged }: SourceTable): Problem | undefined {
  const count = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  const width = header.length;
  if (count > width) return importProblems.too_many_cells({ count, width });
  return !ragged && cells.length < width
    ? importProblems.too_few_cells({ count: cells.length, width })
    : undefined;
}

interface ReaderContext {
  readonly mapping: Mapping;
  readonly at: (column: string) => number;
  readonly context: TimeContext;
  readonly names: ReadonlyMap<string, string>;
}

function cellReader(
  field: FieldDescription,
  rule: ColumnRule,
  { mapping, at, context, names }: ReaderContext,
): (cells: (index: number) => string) => Reading {
  if ("whenFilled" in rule) {
    const index = at(rule.whenFilled);
    return (cells) => ({ value: cells(index) === "" ? undefined : rule.value });
  }
  const columns = listOf(rule.column);
  const column = columns.join(" + ");
  const indexes = columns.map(at);
  const convert = valueReader(field, column, rule, mapping, context, names);
  return (cells) => {
    const parts = indexes.map(cells).filter((part) => part !== "");
    const failed = parts.find((part) => CELL_ERROR.test(part));
    if (failed) return { problem: importProblems.cell_error({ field: field.id, column, value: failed }) };
    const text = parts.join(" ");
    const known = rule.values && Object.hasOwn(rule.values, text) ? rule.values[text] : text;
    if (known === "" || known === null || known === undefined) return { value: rule.default };
    return typeof known === "string" ? convert(known) : { value: known };
  };
}

function valueReader(
  field: FieldDescription,
  column: string,
  rule: Exclude<ColumnRule, { readonly whenFilled: string }>,
  mapping: Mapping,
  context: TimeContext,
  names: ReadonlyMap<string, string>,
): (text: string) => Reading {
  const { id, kind } = field;
  if (kind === "integer" || kind === "fen") {
    return (text) => ({ value: text.replace(/[\s,\uff0c¥\uffe5元]/g, "") });
  }
  if (kind === "reference" && field.refersTo === "matter") {
    return (text) => ({ value: names.get(text.normalize("NFKC").toLowerCase()) ?? text });
  }
  if (kind !== "date" && kind !== "dateTime") return (value) => ({ value });
  const formats = [...listOf(rule.format), ...listOf(mapping.formats)];
  const read = timeReader(formats);
  const shown = [...formats, "ISO 8601"].join(" | ");
  return (text) => {
    const value = text.slice(0, 40);
    const moment = read(text);
    if (!moment)
      return { problem: importProblems.unreadable_time({ field: id, column, value, formats: shown }) };
    if (kind === "date") return { value: localDate(moment, context) };
    const instant = dateTimeOf(moment, rule.time, context);
    return instant
      ? { value: instant }
      : { problem: importProblems.time_of_day_missing({ field: id, column, value }) };
  };
}

/** Old ledgers name a service item in words: its Chinese, English or former name stands for its id. */
function matterNames({ matters }: Destination["reference"]): Map<string, string> {
  const names = new Map<string, string>();
  // What is set later wins: an id before a name, a present name before a former one.
  for (const word of ["legacyName", "en", "zh", "id"] as const) {
    for (const { id, name, legacyName } of matters) {
      const text = { id, legacyName, ...name }[word];
      if (text) names.set(text.normalize("NFKC").toLowerCase(), id);
    }
  }
  return names;
}
