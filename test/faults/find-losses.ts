// Looks for what a storm may have lost, doubled or left half: by reading everything, with nothing in between.
import { marshall } from "@aws-sdk/util-dynamodb";
import { keys } from "../../functions/storage/keys.ts";
import { readRevision } from "../../functions/storage/record-item.ts";
import { findBegun, findWholeRows, readHead } from "../../functions/storage/record-store.ts";
import type { Table } from "../../functions/storage/table.ts";
import { belongs } from "../../functions/use-cases/read-changes.ts";
import { recount } from "../../functions/use-cases/recount.ts";
import { cases } from "../../shared/capabilities/cases/cases-ledger.ts";
import type { LedgerRecord, Revision } from "../../shared/ledger/record.ts";
import { testHall } from "../support/world.ts";
import type { KnownRow } from "./storm-rows.ts";

/** One sentence for each thing that is wrong; empty when nothing was lost. */
export async function findLosses(table: Table, hall: string, known: readonly KnownRow[]): Promise<string[]> {
  const begun = await findBegun(table, hall, [cases]);
  if (begun.length === 0)
    return known.some(({ acknowledged }) => acknowledged.length > 0) ? ["all is lost"] : [];
  const feed = await wholeFeed(table, hall);
  const ids = [...new Set([...known.map(({ id }) => id), ...feed.map(({ recordId }) => recordId)])];
  const { records, personal } = await findWholeRows(table, ids);
  const halves = ids.flatMap((id) => {
    const record = records.get(id);
    const own = feed.filter(({ recordId }) => recordId === id);
    if (!record) {
      const parts = [
        ...(own.length > 0 ? ["revisions"] : []),
        ...(personal.has(id) ? ["personal values"] : []),
      ];
      return parts.length > 0 ? [`${id}: there are ${parts.join(" and ")} of a row that is not there`] : [];
    }
    return [
      ...(belongs(record, personal.get(id)) ? [] : [`${id}: the personal values are not the record's`]),
      ...historyLosses(record, own),
    ];
  });
  const head = await readHead(table, hall, cases.id);
  const differences = await recount(table, testHall(hall), cases);
  return [
    ...gaps(
      "the feed",
      feed.map(({ seq }) => seq),
    ),
    ...(head.seq === feed.length
      ? []
      : [`the feed's head is at ${head.seq}, its revisions are ${feed.length}`]),
    ...serialGaps([...records.values()]),
    ...halves,
    ...known.flatMap((row) => acknowledgedLosses(row, records.get(row.id), feed)),
    ...differences.map(
      ({ place, counter, stored, counted }) => `${place} ${counter}: ${stored}, counted ${counted}`,
    ),
  ];
}

/** As it is stored, also behind a gap, which readers of the feed would not pass. */
async function wholeFeed(table: Table, hall: string): Promise<Revision[]> {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk AND begins_with(sk, :revision)",
    ExpressionAttributeValues: marshall({ ":pk": keys.feed(hall, cases.id), ":revision": "V#" }),
    ConsistentRead: true,
  });
  return items.map(readRevision);
}

function historyLosses(record: LedgerRecord, own: readonly Revision[]): string[] {
  const versions = own.map(({ version }) => version);
  const seqs = own.map(({ seq }) => seq);
  return [
    ...gaps(`${record.id}: its versions`, versions),
    ...(versions.length === record.version
      ? []
      : [`${record.id}: version ${record.version}, ${versions.length} revisions`]),
    ...(String(seqs) === String(record.revisions)
      ? []
      : [`${record.id}: its list of revisions is not the feed's`]),
  ];
}

function acknowledgedLosses(
  known: KnownRow,
  record: LedgerRecord | undefined,
  feed: readonly Revision[],
): string[] {
  if (known.acknowledged.length === 0) return [];
  if (!record) return [`${known.id}: acknowledged, and not there`];
  const own = feed.filter(({ recordId }) => recordId === known.id);
  const counts = known.acknowledged.map((mark): [string, number] => [
    mark,
    own.filter(
      ({ action, after }) => after.window === mark || (mark.startsWith("complete ") && action === "complete"),
    ).length,
  ]);
  return [
    ...(record.version < known.version ? [`${known.id}: version ${known.version} was acknowledged`] : []),
    ...(record.serial === known.serial ? [] : [`${known.id}: told ${known.serial}, stored ${record.serial}`]),
    ...counts.flatMap(([mark, count]) =>
      count === 1 ? [] : [`${known.id}: ${mark} was taken ${count} times`],
    ),
  ];
}

function serialGaps(records: readonly LedgerRecord[]): string[] {
  const byYear = new Map<string, number[]>();
  for (const { serial } of records) {
    const [year = "", number = ""] = serial.split("-");
    byYear.set(year, [...(byYear.get(year) ?? []), Number(number)]);
  }
  return [...byYear].flatMap(([year, numbers]) => gaps(`the numbers of ${year}`, numbers));
}

/** That some numbers are 1, 2, 3 … without a gap and without one twice. */
function gaps(what: string, numbers: readonly number[]): string[] {
  const sorted = [...numbers].sort((a, b) => a - b);
  const wrong = sorted.find((number, at) => number !== at + 1);
  return wrong === undefined ? [] : [`${what}: a gap or a double at ${wrong}`];
}
