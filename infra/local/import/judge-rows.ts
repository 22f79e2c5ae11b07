// Takes rows from the file in groups that fit one call, has them judged, and gives outcomes in the file's order.
import { importProblems } from "./import-problems.ts";
import type { MappedRow, RowMapper } from "./map-row.ts";
import type { Outcome } from "./outcome.ts";
import type { Judge } from "./send-rows.ts";
import type { SourceRow } from "./source-table.ts";

/** What one call of the public surface takes: 500 rows and less than 1 MB, with room for what stands around them. */
const MAX_ROWS = 500;
const MAX_BYTES = 900_000;

interface Waiting {
  readonly source: SourceRow;
  readonly key: string;
  /** Sent when the group is full; a row without it has its outcome already. */
  readonly row: MappedRow | undefined;
  readonly problems: Outcome["problems"];
}

export async function* judgeRows(
  rows: AsyncIterable<SourceRow>,
  toRow: RowMapper,
  judge: Judge,
): AsyncGenerator<Outcome> {
  const firstLines = new Map<string, number>();
  let group: Waiting[] = [];
  let [sending, bytes] = [0, 0];
  for await (const source of rows) {
    const waiting = prepare(source, toRow, firstLines);
    const size = waiting.row ? sizeOf(waiting.row) : 0;
    // Rows that are refused here wait as well, so that the order of the file is kept; too many would fill the memory.
    if (sending === MAX_ROWS || bytes + size > MAX_BYTES || group.length >= 4 * MAX_ROWS) {
      yield* judged(group, judge);
      group = [];
      [sending, bytes] = [0, 0];
    }
    group.push(waiting);
    bytes += size;
    if (waiting.row) sending++;
  }
  yield* judged(group, judge);
}

function prepare(source: SourceRow, toRow: RowMapper, firstLines: Map<string, number>): Waiting {
  const mapped = toRow(source);
  const { key } = mapped;
  const refused = (...problems: Outcome["problems"]): Waiting => ({ source, key, row: undefined, problems });
  if ("problems" in mapped) return refused(...mapped.problems);
  const first = firstLines.get(mapped.id);
  if (first !== undefined) return refused(importProblems.key_repeated({ key, line: first }));
  firstLines.set(mapped.id, source.line);
  if (sizeOf(mapped) > MAX_BYTES) return refused(importProblems.row_too_large({ limit: MAX_BYTES / 1000 }));
  return { source, key, row: mapped, problems: [] };
}

async function* judged(group: readonly Waiting[], judge: Judge): AsyncGenerator<Outcome> {
  const sent = group.flatMap(({ row }) => row ?? []);
  const verdicts = sent.length > 0 ? await judge(sent) : [];
  let next = 0;
  for (const { source, key, row, problems } of group) {
    const verdict = row ? verdicts[next++] : { status: "refused" as const, problems };
    if (!verdict) throw new Error("a row was left without a verdict");
    yield { source, key, ...verdict };
  }
}

/** Bytes in the body of the call. */
function sizeOf(row: MappedRow): number {
  return Buffer.byteLength(JSON.stringify(row)) + 60;
}
