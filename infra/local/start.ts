// Starts the whole product on this machine: database, sign-in, app, and the demonstration's data.
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { join, resolve } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { createApp } from "../../functions/app.ts";
import { folderBlobStore } from "../../functions/blobs/folder-blob-store.ts";
import type { Dependencies } from "../../functions/dependencies.ts";
import { logNothing } from "../../functions/logging/log.ts";
import { periodNotices } from "../../functions/messages/period-notices.ts";
import { inProcessReports } from "../../functions/reports/start-in-process.ts";
import { openApi } from "../../functions/routes/openapi.ts";
import { listHalls } from "../../functions/storage/directory-store.ts";
import { LEDGERS } from "../../shared/ledgers.ts";
import { openClock } from "./clock.ts";
import { createClockRoutes } from "./clock-routes.ts";
import { startDatabase } from "./database.ts";
import type { DemonstrationAccount } from "./demonstration-account.ts";
import { createIdentity } from "./identity.ts";
import { lockDirectory } from "./instance-lock.ts";
import { closeServer, listenOnLoopback } from "./listen.ts";
import { startJobs } from "./local-jobs.ts";
import { localClient, openLocalTable } from "./local-table.ts";
import { localChannels, localResolve, openOutbox } from "./outbox.ts";
import { createOutboxRoutes } from "./outbox-routes.ts";
import { onShutdown } from "./processes.ts";
import { demonstrationAccounts } from "./seed/demonstration-accounts.ts";
import { inviteUnder, type Seed, seedOnce } from "./seed/seed.ts";
import { StartFailure } from "./start-failure.mjs";
import { openWorkbooks, setUpWorkbooks, WORKBOOK_CHOICES } from "./workbooks.ts";

const TABLE = "hall-ledger";
const DEFAULT_PORT = 8787;

export interface LocalOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly seed: Seed;
  /** Says nothing while it works. */
  readonly quiet: boolean;
  /** Called when the database ends although nobody asked it to. */
  readonly onDatabaseExit?: (lastLines: string) => void;
}

export interface Local {
  readonly url: string;
  stop(): Promise<void>;
}

/** @throws StartFailure with one sentence when the port or the folder is not to be had, or Java is missing */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const say = options.quiet ? () => {} : (line: string) => process.stdout.write(`${line}\n`);
  const url = `http://127.0.0.1:${options.port}`;
  // Whatever was begun is ended in reverse order, also when a later step fails.
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let end = stops.pop(); end; end = stops.pop()) await end();
  };
  try {
    const lock = await lockDirectory({ directory: options.dataDir, url });
    if (!lock.ok) throw lock.error;
    stops.push(() => lock.value.release());

    // The port is taken first, so that a taken one is said at once; who comes early is told to wait.
    let answerRequest: RequestListener = answerThatItStarts;
    const server = createServer((request, response) => answerRequest(request, response));
    await listenOnLoopback(server, options.port);
    stops.push(() => closeServer(server));

    say("启动数据库 Starting the database …");
    const database = await startDatabase({
      directory: join(options.dataDir, "database"),
      onExit: options.onDatabaseExit ?? (() => {}),
    });
    stops.push(() => database.stop());
    const client = localClient(database.endpoint);
    stops.push(async () => client.destroy());
    const table = await openLocalTable(client, TABLE);

    const blobs = folderBlobStore(join(options.dataDir, "blobs"));
    await seedOnce(table, blobs, options.seed, (done, all) => {
      say(`写入演示数据 Writing the demonstration's data: ${Math.floor((done * 100) / all)} %`);
    });

    const halls = await listHalls(table);
    const accounts: readonly DemonstrationAccount[] = demonstrationAccounts(halls);
    const identity = await createIdentity({
      baseUrl: url,
      directory: join(options.dataDir, "identity"),
      listAccounts: () => accounts,
    });
    await inviteUnder(table, identity.issuer);
    const clock = openClock(join(options.dataDir, "clock.json"));
    const outbox = openOutbox(join(options.dataDir, "outbox.jsonl"));
    const reports = inProcessReports(() => deps);
    stops.push(() => reports.idle());
    const deps: Dependencies = {
      table,
      startReport: reports.startReport,
      ledgers: LEDGERS,
      describeApi: async () => JSON.stringify(openApi(LEDGERS)),
      issuers: [
        {
          issuer: identity.issuer,
          aliases: [],
          jwksUri: identity.jwksUri,
          audiences: [identity.addOnAudience, identity.pagesClient.id],
        },
      ],
      signIn: {
        issuer: identity.issuer,
        clientId: identity.pagesClient.id,
        clientSecret: identity.pagesClient.secret,
      },
      publicUrl: url,
      blobs,
      now: clock.now,
      realNow: Date.now,
      channels: localChannels(outbox, table, clock.now),
      webhooks: { hosts: [], resolve: localResolve },
      notices: periodNotices({ table, now: clock.now, publicUrl: url }),
      demonstrationAccounts: async () => accounts,
      demonstrationWorkbooks: WORKBOOK_CHOICES,
      log: logNothing,
    };
    const app = createApp(deps);
    const jobs = startJobs(deps);
    stops.push(async () => jobs.stop());
    const outboxRoutes = { handle: createOutboxRoutes(outbox) };
    const answer = getRequestListener(app.fetch);
    say("打开工作簿 Opening the workbooks …");
    const workbooks = await openWorkbooks({
      url,
      dataDirectory: options.dataDir,
      identity,
      accounts,
      clock: {
        now: clock.now,
        moveTo: async (epochMs) => {
          clock.moveTo(epochMs ?? null);
          await jobs.runAll();
        },
      },
    });
    stops.push(() => workbooks.close());
    const onMoved = async () => {
      const done = await jobs.runAll();
      await workbooks.clockMoved();
      return done;
    };
    const clockRoutes = { handle: createClockRoutes(clock, onMoved) };
    answerRequest = (request, response) => {
      answerFirst([identity, workbooks, clockRoutes, outboxRoutes], request, response).then(
        (taken) => (taken ? undefined : answer(request, response)),
        () => response.writeHead(500).end(),
      );
    };
    await setUpWorkbooks(workbooks, say);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface RequestTaker {
  /** False when the request is somebody else's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
}

async function answerFirst(
  takers: readonly RequestTaker[],
  request: IncomingMessage,
  response: ServerResponse,
) {
  for (const taker of takers) if (await taker.handle(request, response)) return true;
  return false;
}

const answerThatItStarts: RequestListener = (_, response) => {
  response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "2", refresh: "2" });
  response.end(
    "<!doctype html><title>便民大厅台账</title><p>正在准备,请稍候……<p>Getting ready, please wait …",
  );
};

/** What `npm start` runs after the set-up. */
export async function main(): Promise<void> {
  let shutdown: ReturnType<typeof onShutdown> | undefined;
  let running: Promise<Local> | undefined;
  shutdown = onShutdown(async () => {
    await (await running?.catch(() => undefined))?.stop();
  });
  running = startLocal({
    port: readPort(process.env.PORT),
    dataDir: resolve(process.env.DATA_DIR ?? ".data"),
    seed: readSeed(process.env.SEED),
    quiet: false,
    onDatabaseExit: (lastLines) => {
      process.stderr.write(
        `${lastLines}\n数据库意外退出,现在停止。\nThe database ended unexpectedly; stopping.\n`,
      );
      shutdown?.end(1);
    },
  });
  const { url } = await running;
  process.stdout.write(`Ready: ${url}\n`);
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? DEFAULT_PORT);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new StartFailure({
    zh: `PORT=${text} 不是端口号。请给 1 到 65535 的整数,例如 PORT=8787 npm start`,
    en: `PORT=${text} is no port number. Give a whole number from 1 to 65535, such as PORT=8787 npm start`,
  });
}

function readSeed(text: string | undefined): Seed {
  if (text === undefined || text === "demo" || text === "empty") return text ?? "demo";
  throw new StartFailure({
    zh: `SEED=${text} 不对。请用 SEED=demo(演示数据)或 SEED=empty(空台账)。`,
    en: `SEED=${text} is wrong. Use SEED=demo (demonstration data) or SEED=empty (empty ledgers).`,
  });
}
