// Starts the whole product on this machine: database, sign-in, app, and the demonstration's data.
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
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
import { startJobs } from "./local-jobs.ts";
import { localClient, openLocalTable } from "./local-table.ts";
import { localChannels, localResolve, openOutbox } from "./outbox.ts";
import { createOutboxRoutes } from "./outbox-routes.ts";
import { demonstrationAccounts } from "./seed/demonstration-accounts.ts";
import { inviteUnder, type Seed, seedOnce } from "./seed/seed.ts";
import { type StartPlace, takePlace } from "./start-place.ts";
import { openWorkbooks, setUpWorkbooks, WORKBOOK_CHOICES } from "./workbooks.ts";

const TABLE = "hall-ledger";

export interface LocalOptions {
  readonly port: number;
  readonly dataDir: string;
  readonly seed: Seed;
  /** Says nothing while it works. */
  readonly quiet: boolean;
  /** Called when the database ends although nobody asked it to. */
  readonly onDatabaseExit?: (lastLines: string) => void;
  /** Taken already, for these options; it is given back with the rest. */
  readonly place?: StartPlace;
}

export interface Local {
  readonly url: string;
  stop(): Promise<void>;
}

/** @throws StartFailure with one sentence when the port or the folder is not to be had, or Java is missing */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const say = options.quiet ? () => {} : (line: string) => process.stdout.write(`${line}\n`);
  // Whatever was begun is ended in reverse order, also when a later step fails.
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let end = stops.pop(); end; end = stops.pop()) await end();
  };
  try {
    const place = options.place ?? (await takePlace(options));
    stops.push(() => place.release());
    const { url } = place;

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
    place.answerWith((request, response) => {
      answerFirst([identity, workbooks, clockRoutes, outboxRoutes], request, response).then(
        (taken) => (taken ? undefined : answer(request, response)),
        () => response.writeHead(500).end(),
      );
    });
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
