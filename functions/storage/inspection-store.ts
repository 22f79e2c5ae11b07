// Rounds of inspection in the table: one partition a round, a version on every item, and a stamp that a signature closes.
import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import {
  Bonus,
  Minutes,
  OnSiteEntry,
  Opinion,
  Rectification,
  Round,
  VisitorCheck,
} from "../../shared/capabilities/inspection/round.ts";
import { keys } from "./keys.ts";
import { backOff, type Item, type Table } from "./table.ts";

export interface RoundPlace {
  readonly centre: string;
  readonly round: string;
}

export interface Versioned<T> {
  /** 0: it was never written. */
  readonly version: number;
  readonly value: T;
}

export const Signature = z.strictObject({
  by: z.string(),
  at: z.string(),
  /** SHA-256 of the snapshot as canonical JSON, and the name of its file. */
  hash: z.string(),
  snapshot: z.string(),
  preliminary: z.boolean(),
  totals: z.record(z.string(), z.number().nullable()),
});
export type Signature = z.infer<typeof Signature>;

/** What belongs to one hall: who inspects it, and where the evidence of its computed items is. */
export const HallPart = z.strictObject({
  inspectors: z.array(z.string()),
  evidence: z.string(),
  reckonedAt: z.string(),
});
export type HallPart = z.infer<typeof HallPart>;

/** A second score for an item that was scored meanwhile; settled when the item is written again. */
export const Contest = z.strictObject({ entry: OnSiteEntry, against: z.number().int() });
export type Contest = z.infer<typeof Contest>;

export interface StoredRound {
  readonly round: Round;
  readonly signature: Signature | null;
  /** Grows with every write: what was read is what is signed. */
  readonly seq: number;
  readonly halls: ReadonlyMap<string, Versioned<HallPart>>;
  /** The rest by `hall#item`, `hall#number`, or hall. */
  readonly entries: ReadonlyMap<string, Versioned<OnSiteEntry>>;
  readonly contests: readonly (Contest & { readonly place: string; readonly call: string })[];
  readonly opinions: ReadonlyMap<string, Versioned<Opinion>>;
  readonly visitors: ReadonlyMap<string, Versioned<VisitorCheck>>;
  readonly bonus: ReadonlyMap<string, Versioned<readonly Bonus[]>>;
  readonly rectifications: ReadonlyMap<string, Versioned<Rectification>>;
  readonly minutes: Versioned<Minutes> | null;
}

const STAMP = "ROUND";
const Stamp = z.object({ json: z.string(), seq: z.number(), signature: z.string().optional() });
const Listed = z.object({ sk: z.string(), json: z.string() });
const Kept = z.object({ sk: z.string(), v: z.number(), json: z.string() });

export async function putNewRound(
  table: Table,
  round: Round,
  halls: ReadonlyMap<string, HallPart>,
): Promise<boolean> {
  const pk = keys.round(round.centre, round.id);
  const put = (item: Item): TransactWriteItem => ({
    Put: { TableName: table.name, Item: marshall(item), ConditionExpression: "attribute_not_exists(pk)" },
  });
  // The stamp first: without it nothing else of the round is found.
  const written = await table.transact([
    put({ pk, sk: STAMP, json: JSON.stringify(Round.parse(round)), seq: 0 }),
    put({ pk: keys.inspections(round.centre), sk: round.id, json: JSON.stringify(Round.parse(round)) }),
  ]);
  if (!written.ok) return false;
  for (const [hall, part] of halls) {
    await table.put({ pk, sk: `HALL#${hall}`, v: 1, json: JSON.stringify(HallPart.parse(part)) });
  }
  return true;
}

/** Newest period first. */
export async function listRounds(table: Table, centre: string): Promise<Round[]> {
  const items = await query(table, keys.inspections(centre));
  return items
    .map((item) => Round.parse(JSON.parse(Listed.parse(item).json)))
    .sort((a, b) => (a.last === b.last ? (a.id < b.id ? 1 : -1) : a.last < b.last ? 1 : -1));
}

/** What a round is called; undefined where there is none. */
export async function findRoundTitle(
  table: Table,
  { centre, round }: RoundPlace,
): Promise<Round["title"] | undefined> {
  const item = await table.get({ pk: keys.inspections(centre), sk: round });
  return item && Round.parse(JSON.parse(Listed.parse(item).json)).title;
}

export async function findSignature(table: Table, { centre, round }: RoundPlace): Promise<Signature | null> {
  const item = await table.get({ pk: keys.round(centre, round), sk: STAMP });
  const signature = item && Stamp.parse(item).signature;
  return signature ? Signature.parse(JSON.parse(signature)) : null;
}

export async function findRound(
  table: Table,
  { centre, round }: RoundPlace,
): Promise<StoredRound | undefined> {
  const items = await query(table, keys.round(centre, round), true);
  const stamped = items.find(({ sk }) => sk === STAMP);
  if (!stamped) return undefined;
  const { json, seq, signature } = Stamp.parse(stamped);
  const kept = items.filter(({ sk, v }) => sk !== STAMP && v !== undefined).map((item) => Kept.parse(item));
  const family = <T>(name: string, schema: z.ZodType<T>) =>
    new Map(
      kept
        .filter(({ sk }) => sk.startsWith(`${name}#`))
        .map(
          ({ sk, v, json: own }) =>
            [sk.slice(name.length + 1), { version: v, value: schema.parse(JSON.parse(own)) }] as const,
        ),
    );
  return {
    round: Round.parse(JSON.parse(json)),
    signature: signature ? Signature.parse(JSON.parse(signature)) : null,
    seq,
    halls: family("HALL", HallPart),
    entries: family("ENTRY", OnSiteEntry),
    contests: [...family("CONTEST", Contest)].map(([name, { value }]) => {
      const [hall = "", item = "", call = ""] = name.split("#");
      return { ...value, place: `${hall}#${item}`, call };
    }),
    opinions: family("OPINION", Opinion),
    visitors: family("VISITOR", VisitorCheck),
    bonus: family("BONUS", z.array(Bonus)),
    rectifications: family("RECTIFY", Rectification),
    minutes: family("MINUTES", Minutes).get("1") ?? null,
  };
}

export interface RoundWrite {
  /** `ENTRY#east#name`. */
  readonly name: string;
  readonly value: unknown;
  /** The version that the writer saw; 0 where there was none. */
  readonly baseVersion: number;
  /** Rectification goes on after the signature. */
  readonly afterSigning?: boolean;
  /** A client's id of this call and the hash of its content: sent again, it is written once. */
  readonly call?: { readonly id: string; readonly hash: string } | undefined;
}

export type RoundWriteOutcome = "written" | "changed" | "signed" | "repeated" | "reused";

const ROUNDS = 12;

/** One transaction of the stamp, the item by its version, and the call by its id. */
export async function writeInRound(
  table: Table,
  { centre, round }: RoundPlace,
  { name, value, baseVersion, afterSigning = false, call }: RoundWrite,
): Promise<RoundWriteOutcome> {
  const pk = keys.round(centre, round);
  const TableName = table.name;
  const actions: TransactWriteItem[] = [
    stampUpdate(
      TableName,
      pk,
      afterSigning ? "attribute_exists(pk)" : "attribute_exists(pk) AND attribute_not_exists(signature)",
    ),
    {
      Put: {
        TableName,
        Item: marshall({ pk, sk: name, v: baseVersion + 1, json: JSON.stringify(value) }),
        ...(baseVersion === 0
          ? { ConditionExpression: "attribute_not_exists(pk)" }
          : { ConditionExpression: "v = :v", ExpressionAttributeValues: marshall({ ":v": baseVersion }) }),
      },
    },
    ...(call
      ? [
          {
            Put: {
              TableName,
              Item: marshall({ pk, sk: `CALL#${call.id}`, hash: call.hash }),
              ConditionExpression: "attribute_not_exists(pk)",
            },
          },
        ]
      : []),
  ];
  for (let attempt = 0; attempt < ROUNDS; attempt++) {
    if (attempt > 0) await backOff(attempt);
    const written = await table.transact(actions);
    if (written.ok) return "written";
    const [stamp, item, repeated] = written.reasons;
    if (repeated === "ConditionalCheckFailed") {
      const known = call && (await table.get({ pk, sk: `CALL#${call.id}` }));
      return known?.hash === call?.hash ? "repeated" : "reused";
    }
    if (stamp === "ConditionalCheckFailed") return "signed";
    if (item === "ConditionalCheckFailed") return "changed";
  }
  return "changed";
}

function stampUpdate(TableName: string, pk: string, condition: string): TransactWriteItem {
  return {
    Update: {
      TableName,
      Key: marshall({ pk, sk: STAMP }),
      UpdateExpression: "SET seq = seq + :one",
      ConditionExpression: condition,
      ExpressionAttributeValues: marshall({ ":one": 1 }),
    },
  };
}

/** A score that came second is kept beside the first: nothing that an inspector saw is lost. */
export async function keepContest(
  table: Table,
  { centre, round }: RoundPlace,
  place: string,
  call: string,
  contest: Contest,
): Promise<void> {
  await table.putNew({
    pk: keys.round(centre, round),
    sk: `CONTEST#${place}#${call}`,
    v: 1,
    json: JSON.stringify(Contest.parse(contest)),
  });
}

/** Closes the round when nothing was written since it was read; false when something was, or it is closed. */
export async function signStoredRound(
  table: Table,
  { round, seq }: StoredRound,
  signature: Signature,
): Promise<boolean> {
  const written = await table.transact([
    {
      Update: {
        TableName: table.name,
        Key: marshall({ pk: keys.round(round.centre, round.id), sk: STAMP }),
        UpdateExpression: "SET signature = :signature",
        ConditionExpression: "seq = :seq AND attribute_not_exists(signature)",
        ExpressionAttributeValues: marshall({
          ":signature": JSON.stringify(Signature.parse(signature)),
          ":seq": seq,
        }),
      },
    },
  ]);
  return written.ok;
}

/** The report's job for a signed round: whoever asks first orders it, and everybody gets that one. */
export async function findRoundFile(
  table: Table,
  { centre, round }: RoundPlace,
  about: string,
): Promise<string | undefined> {
  const item = await table.get({ pk: keys.round(centre, round), sk: `FILE#${about}` });
  return item && String(item.report);
}

export async function putRoundFile(
  table: Table,
  { centre, round }: RoundPlace,
  about: string,
  report: string,
): Promise<void> {
  await table.put({ pk: keys.round(centre, round), sk: `FILE#${about}`, report });
}

function query(table: Table, pk: string, ConsistentRead = false): Promise<Item[]> {
  return table.queryAll({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: marshall({ ":pk": pk }),
    ConsistentRead,
  });
}
