// Stocks as they were at each closing: one small item per hall and day, and how far a hall has been stamped.
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { isPlainDate, type PlainDate } from "../../shared/kernel/plain-date.ts";
import { keys } from "./keys.ts";
import type { Item, Table } from "./table.ts";

const date = z.custom<PlainDate>((value) => typeof value === "string" && isPlainDate(value));
/** `cases:12/3 findings:1/0`: forty ledgers' counts stay below one kilobyte, the least that a read is billed for. */
const counts = z.string().transform((text) =>
  Object.fromEntries(
    text.split(" ").flatMap((part) => {
      const [, ledger, open, overdue] = /^([a-z-]+):(\d+)\/(\d+)$/.exec(part) ?? [];
      return ledger === undefined ? [] : [[ledger, { open: Number(open), overdue: Number(overdue) }]];
    }),
  ),
);

/** What was open and overdue in each ledger when a hall closed; never added up over days. */
export interface ClosingStock {
  readonly hall: string;
  readonly day: PlainDate;
  readonly ledgers: Readonly<Record<string, { readonly open: number; readonly overdue: number }>>;
}

/** The last day that was stamped, and where each ledger's feed stood then. */
export interface StampCursor {
  readonly day: PlainDate;
  readonly seqs: Readonly<Record<string, number>>;
}

const StoredStock = z.object({ day: date, ledgers: counts });
const StoredCursor = z.object({ day: date, seqs: z.record(z.string(), z.number()) });

export async function readStocks(table: Table, centre: string, day: PlainDate): Promise<ClosingStock[]> {
  const items = await table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": keys.stocks(centre, day) }),
  });
  return items.map((item: Item) => ({ hall: String(item.sk), ...StoredStock.parse(item) }));
}

/** A stamp is set once and never changed; false when it was there. */
export function putStock(table: Table, centre: string, stock: ClosingStock): Promise<boolean> {
  const { hall, day } = stock;
  const ledgers = Object.entries(stock.ledgers)
    .map(([ledger, { open, overdue }]) => `${ledger}:${open}/${overdue}`)
    .join(" ");
  return table.putNew({ pk: keys.stocks(centre, day), sk: hall, day, ledgers });
}

export async function readCursor(table: Table, hall: string): Promise<StampCursor | undefined> {
  const item = await table.get(keys.stamped(hall));
  return item && StoredCursor.parse(item);
}

/** Moves a cursor on; false when another run has moved it meanwhile. */
export async function moveCursor(
  table: Table,
  hall: string,
  from: StampCursor | undefined,
  to: StampCursor,
): Promise<boolean> {
  const moved = await table.transact([
    {
      Put: {
        TableName: table.name,
        Item: marshall({ ...keys.stamped(hall), ...to }),
        ...(from
          ? {
              ConditionExpression: "#day = :from",
              ExpressionAttributeNames: { "#day": "day" },
              ExpressionAttributeValues: marshall({ ":from": from.day }),
            }
          : { ConditionExpression: "attribute_not_exists(pk)" }),
      },
    },
  ]);
  return moved.ok;
}
