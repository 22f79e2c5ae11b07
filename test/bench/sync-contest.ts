// Rows accepted per second: ours over HTTP, the bare transactions by the SDK, and an Express handler; round by round.
import {
  CreateTableCommand,
  type DynamoDBClient,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { tableParams } from "../../functions/storage/table.ts";
import { recount } from "../../functions/use-cases/recount.ts";
import { localClient } from "../../infra/local/local-table.ts";
import { cases } from "../../shared/capabilities/cases/cases-ledger.ts";
import { testHall } from "../support/world.ts";
import type { BenchContext, BenchPlace, StorageKind } from "./bench-row.ts";
import { type BenchWorld, clerkOf, createBenchWorld, hallId } from "./bench-world.ts";
import { type ExpressServer, startExpress } from "./express-server.ts";
import { type HttpCaller, httpCaller } from "./http-caller.ts";
import { interleave, type Sample } from "./measure.ts";
import { batchSupply, type LoadedBatch } from "./sync-load.ts";

export interface Shape {
  readonly clients: number;
  /** Rows in a call. */
  readonly batch: number;
  /** Calls of each client in a round. */
  readonly calls: number;
}

/** So long that a round takes about half a second or more on disk. */
const SHAPES: readonly Shape[] = [
  { clients: 1, batch: 1, calls: 60 },
  { clients: 4, batch: 1, calls: 20 },
  { clients: 16, batch: 1, calls: 8 },
  { clients: 1, batch: 40, calls: 12 },
  { clients: 4, batch: 40, calls: 4 },
  { clients: 16, batch: 40, calls: 1 },
  { clients: 1, batch: 500, calls: 2 },
  { clients: 4, batch: 500, calls: 1 },
  { clients: 16, batch: 500, calls: 1 },
];
const QUICK: readonly Shape[] = [
  { clients: 1, batch: 1, calls: 5 },
  { clients: 4, batch: 40, calls: 1 },
];
const ROUNDS: Readonly<Record<StorageKind, number>> = { disk: 3, memory: 3 };
/** Rounds of so many rows take ten seconds and more: fewer of them say as much, and none goes by for warming. */
const LONG_ROUND = 2_000;
/** And of so many most of a minute: one of them is what an hour's bench can bear. */
const VERY_LONG_ROUND = 8_000;

export interface ContestResult {
  readonly shape: Shape;
  /** Rows per second. */
  readonly rates: Record<"ours" | "bare" | "express", Sample>;
}

const finished = new WeakMap<BenchPlace, Promise<readonly ContestResult[]>>();

/** Two rows of the table show parts of one contest, which is held once. */
export function syncContest(context: BenchContext, place: BenchPlace): Promise<readonly ContestResult[]> {
  const held = finished.get(place) ?? hold(context, place);
  finished.set(place, held);
  return held;
}

type Transaction = readonly TransactWriteItem[];

async function hold(context: BenchContext, place: BenchPlace): Promise<ContestResult[]> {
  const shapes = context.quick ? QUICK : SHAPES;
  const most = Math.max(...shapes.map(({ clients }) => clients));
  const recorded = new Map<string, Transaction[]>();
  const world = await createBenchWorld(place, most, ({ table }) => ({
    table: {
      ...table,
      transact: (actions) => {
        const hall = actions[0]?.Put?.Item?.pk?.S ?? "";
        recorded.set(hall, [...(recorded.get(hall) ?? []), actions]);
        return table.transact(actions);
      },
    },
  }));
  const client = localClient(place.endpoint);
  const arena = new Arena(world, client, recorded);
  try {
    await arena.open(most);
    const results: ContestResult[] = [];
    for (const shape of shapes) {
      context.progress(`${place.kind}: ${shape.clients} clients, batches of ${shape.batch}`);
      const rows = shape.clients * shape.calls * shape.batch;
      const fewer = rows >= VERY_LONG_ROUND ? 1 : rows >= LONG_ROUND ? 2 : ROUNDS[place.kind];
      const rounds = context.quick ? 1 : fewer;
      const warm = rows < LONG_ROUND;
      const goesOn = shape !== shapes.at(-1);
      results.push({ shape, rates: await arena.contest(shape, rounds, warm, goesOn) });
    }
    const differences = await recount(world.deps.table, testHall(hallId(0)), cases);
    if (differences.length > 0) throw new Error(`the sums are wrong: ${JSON.stringify(differences[0])}`);
    return results;
  } finally {
    await arena.close();
    client.destroy();
    await world.close();
  }
}

/** What one client sends and what ours wrote for it. */
interface Lot {
  readonly client: number;
  readonly batches: readonly LoadedBatch[];
  /** By batch, in the order of the calls. */
  readonly transactions: Map<string, readonly Transaction[]>;
}

class Arena {
  private readonly supply = batchSupply(20_261_120);
  private readonly bareTable: string;
  private readonly expressTable: string;
  private readonly expressBatches = new Map<string, readonly Transaction[]>();
  private readonly tokens: string[] = [];
  private ours: HttpCaller | undefined;
  private express: { server: ExpressServer; caller: HttpCaller } | undefined;

  constructor(
    private readonly world: BenchWorld,
    private readonly client: DynamoDBClient,
    private readonly recorded: Map<string, Transaction[]>,
  ) {
    this.bareTable = `${world.deps.table.name}-bare`;
    this.expressTable = `${world.deps.table.name}-express`;
  }

  async open(clients: number): Promise<void> {
    for (const name of [this.bareTable, this.expressTable]) {
      await this.client.send(new CreateTableCommand(tableParams(name)));
    }
    for (let at = 0; at < clients; at++) this.tokens.push(await this.world.token(clerkOf(at)));
    this.ours = httpCaller(this.world.url, clients);
    const [issuer] = this.world.deps.issuers;
    if (!issuer) throw new Error("nobody issues tokens");
    const ofBatch = (batch: string) => this.expressBatches.get(batch) ?? [];
    const server = await startExpress(this.client, issuer, this.world.deps.now, ofBatch);
    this.express = { server, caller: httpCaller(server.url, clients) };
  }

  async close(): Promise<void> {
    this.ours?.close();
    this.express?.caller.close();
    await this.express?.server.close();
  }

  /** Ours is a round ahead of the others, who write to tables of their own what ours wrote in its last round. */
  async contest(
    shape: Shape,
    rounds: number,
    warm: boolean,
    goesOn: boolean,
  ): Promise<ContestResult["rates"]> {
    const lots = [await this.loadRound(shape)];
    await this.runOurs(lots[0] ?? []);
    const lotsOf = (round: number) => lots[round] ?? [];
    const asBare = (round: number) => transactionsOf(lotsOf(round), this.bareTable);
    const asExpress = (round: number) => this.handToExpress(lotsOf(round));
    const contestants = {
      ours: async () => {
        const next = await this.loadRound(shape);
        lots.push(next);
        return this.rate(shape, () => this.runOurs(next));
      },
      bare: (round: number) => {
        const transactions = asBare(round);
        return this.rate(shape, () => this.runBare(transactions));
      },
      express: (round: number) => {
        asExpress(round);
        return this.rate(shape, () => this.runCalls(this.express?.caller, lotsOf(round)));
      },
    };
    const rates = await interleave(rounds, contestants, { warm });
    if (goesOn) {
      // What ours was ahead, so that the next contest finds the same places in every feed.
      const ahead = rounds + (warm ? 1 : 0);
      await this.runBare(asBare(ahead));
      asExpress(ahead);
      await this.runCalls(this.express?.caller, lotsOf(ahead));
    }
    // What nobody needs any more would only make the next contest's memory crowded.
    this.recorded.clear();
    this.expressBatches.clear();
    return rates;
  }

  private handToExpress(lots: readonly Lot[]): void {
    for (const { transactions } of lots) {
      for (const [batch, own] of transactions) {
        this.expressBatches.set(
          batch,
          own.map((one) => renamedTo(one, this.expressTable)),
        );
      }
    }
  }

  private async rate({ clients, batch, calls }: Shape, run: () => Promise<void>): Promise<number> {
    const started = performance.now();
    await run();
    return (clients * calls * batch * 1000) / (performance.now() - started);
  }

  private async loadRound({ clients, batch, calls }: Shape): Promise<Lot[]> {
    return Array.from({ length: clients }, (_, client) => ({
      client,
      batches: Array.from({ length: calls }, () => this.supply.next(client, batch)),
      transactions: new Map<string, readonly Transaction[]>(),
    }));
  }

  private async runOurs(lots: readonly Lot[]): Promise<void> {
    await Promise.all(
      lots.map(async (lot) => {
        const hall = `F#${hallId(lot.client)}#cases`;
        for (const batch of lot.batches) {
          const before = this.recorded.get(hall)?.length ?? 0;
          const answer = await this.call(this.ours, lot.client, batch);
          if (!answer.includes(`"byStatus":{"accepted":${batch.rows}}`)) {
            throw new Error(`not every row was accepted: ${answer.slice(-300)}`);
          }
          lot.transactions.set(batch.batchId, this.recorded.get(hall)?.slice(before) ?? []);
        }
      }),
    );
  }

  private async runCalls(caller: HttpCaller | undefined, lots: readonly Lot[]): Promise<void> {
    await Promise.all(
      lots.map(async ({ client, batches }) => {
        for (const batch of batches) await this.call(caller, client, batch);
      }),
    );
  }

  private async runBare(byClient: readonly (readonly Transaction[])[]): Promise<void> {
    await Promise.all(
      byClient.map(async (own) => {
        for (const actions of own) {
          await this.client.send(new TransactWriteItemsCommand({ TransactItems: [...actions] }));
        }
      }),
    );
  }

  private call(caller: HttpCaller | undefined, client: number, { body }: LoadedBatch): Promise<string> {
    if (!caller) throw new Error("the contest is not open");
    return caller.post(this.supply.path(client), body, this.tokens[client] ?? "");
  }
}

function transactionsOf(lots: readonly Lot[], table: string): Transaction[][] {
  return lots.map(({ transactions }) =>
    [...transactions.values()].flat().map((actions) => renamedTo(actions, table)),
  );
}

function renamedTo(actions: Transaction, TableName: string): Transaction {
  return actions.map(({ Put, Update, Delete, ConditionCheck }) => ({
    ...(Put ? { Put: { ...Put, TableName } } : {}),
    ...(Update ? { Update: { ...Update, TableName } } : {}),
    ...(Delete ? { Delete: { ...Delete, TableName } } : {}),
    ...(ConditionCheck ? { ConditionCheck: { ...ConditionCheck, TableName } } : {}),
  }));
}
