// Many cases for many halls out of few: the folded lives of some halls, dealt out under new ids.

import { marshall } from "@aws-sdk/util-dynamodb";
import { keys } from "../../functions/storage/keys.ts";
import { personalItem, recordItem } from "../../functions/storage/record-item.ts";
import type { Item, Table } from "../../functions/storage/table.ts";
import { type SeededRandom, seededRandom } from "../../infra/local/seed/seeded-random.ts";
import { plainDate } from "../../shared/kernel/plain-date.ts";
import { testHall } from "../support/world.ts";
import { BENCH_CALENDAR, BENCH_CENTRE, BENCH_MATTERS, LAST_DAY } from "./bench-world.ts";
import { caseFolder, type FoldedCase } from "./generator/fold-case.ts";
import { hallCases } from "./generator/hall-cases.ts";

/** The month in which all dealt cases are received. */
export const DEALT_MONTH = "2026-10";

/** @param progress called now and then with how many are done */
export function foldCases(seed: number, cases: number, progress: (done: number) => void): FoldedCase[] {
  const hall = testHall("dealt");
  const folder = caseFolder(hall, BENCH_CENTRE, LAST_DAY);
  const folded: FoldedCase[] = [];
  const options = {
    seed,
    zone: hall.timeZone,
    calendar: BENCH_CALENDAR,
    matters: BENCH_MATTERS,
    first: plainDate(`${DEALT_MONTH}-01`),
    last: plainDate(`${DEALT_MONTH}-31`),
    cases,
  };
  for (const one of hallCases(options)) {
    folded.push(folder.fold(one));
    if (folded.length % 250 === 0) progress(folded.length);
  }
  return folded;
}

export interface DealtHall {
  readonly hall: string;
  readonly cases: number;
}

/** Cases one after another, hall by hall; each has an id and a number of its own. */
export function* dealCases(
  lives: readonly FoldedCase[],
  halls: readonly DealtHall[],
  random: SeededRandom = seededRandom(1),
): Generator<FoldedCase> {
  let next = 0;
  for (const { hall, cases } of halls) {
    for (let number = 1; number <= cases; number++) {
      const life = lives[next++ % lives.length];
      if (!life) throw new Error("there are no lives to deal");
      const id = random.uuid();
      const serial = `2026-${String(number).padStart(5, "0")}`;
      yield {
        ...life,
        record: { ...life.record, id, hall, serial },
        personal: life.personal && { ...life.personal, id },
      };
    }
  }
}

/** What DynamoDB takes in one transaction. */
const MOST_ITEMS = 100;

async function putTogether(table: Table, items: readonly Item[]): Promise<void> {
  const outcome = await table.transact(
    items.map((item) => ({
      Put: { TableName: table.name, Item: marshall(item, { removeUndefinedValues: true }) },
    })),
  );
  if (!outcome.ok) throw new Error(`items could not be stored: ${outcome.reasons.join(" ")}`);
}

/** Writes cases' records, with their personal values where wanted, a hundred items at a time. */
export async function storeCases(
  table: Table,
  dealt: Iterable<FoldedCase>,
  withPersonal: boolean,
  progress: (done: number) => void,
): Promise<void> {
  let items: Item[] = [];
  let done = 0;
  const flush = async () => {
    await putTogether(table, items);
    items = [];
    progress(done);
  };
  for (const { record, personal } of dealt) {
    items.push(recordItem(record), ...(withPersonal && personal ? [personalItem(personal)] : []));
    done++;
    if (items.length >= MOST_ITEMS - 1) await flush();
  }
  if (items.length > 0) await flush();
}

/** The month's summary of each hall, as writing the cases one by one would have left it. */
export async function storeMonthSummaries(
  table: Table,
  centre: string,
  dealt: Iterable<FoldedCase>,
): Promise<void> {
  const byHall = new Map<string, Record<string, number>>();
  for (const { record } of dealt) {
    const sums = byHall.get(record.hall) ?? {};
    byHall.set(record.hall, sums);
    for (const { amounts } of record.contributions.filter((one) => one.day.startsWith(DEALT_MONTH))) {
      for (const [metric, amount] of Object.entries(amounts)) {
        const counter = `${record.ledger}.${metric}`;
        sums[counter] = (sums[counter] ?? 0) + amount;
      }
    }
  }
  const items = [...byHall].map(([hall, sums]) => ({
    ...keys.summary(centre, DEALT_MONTH, hall, "cases"),
    ...sums,
  }));
  for (let at = 0; at < items.length; at += MOST_ITEMS) {
    await putTogether(table, items.slice(at, at + MOST_ITEMS));
  }
}
