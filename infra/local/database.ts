// Starts Amazon's DynamoDB Local for as long as this process lives, and says when it answers.
import { mkdir } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { databaseCommand } from "./database-command.ts";
import { findFreePort } from "./free-port.ts";
import { type GuardedProcess, startGuarded } from "./guarded-process.ts";
import { StartFailure } from "./start-failure.mjs";

export interface Database {
  readonly endpoint: string;
  readonly port: number;
  /** Ends the database and waits until it is gone; safe to call again. */
  stop(): Promise<void>;
  /** Ends it as a power cut would; what it had acknowledged has to be in its folder all the same. */
  kill(): Promise<void>;
}

export interface DatabaseOptions {
  /** The folder of the data, made when missing, or "memory" to keep nothing. */
  readonly directory: string | "memory";
  /** Called when the database ends although nobody asked it to, with its last words. */
  readonly onExit: (lastLines: string) => void;
}

// It answers after one to three seconds; a cold, busy machine has been seen to take twenty.
const ANSWER_WITHIN_MS = 60_000;
const ASK_EVERY_MS = 50;
const TRIES = 3;

/**
 * Starts the database on a free port.
 * It listens on all interfaces (Amazon's program offers no choice), hence a random port and no real data.
 *
 * @throws StartFailure when Java is missing or the database ends or stays silent
 */
export async function startDatabase({ directory, onExit }: DatabaseOptions): Promise<Database> {
  if (directory !== "memory") await mkdir(directory, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const port = await findFreePort();
    const server = startGuarded(databaseCommand(directory === "memory" ? { port } : { port, directory }));
    const endpoint = `http://127.0.0.1:${port}`;
    if (await answers(endpoint, server)) return running(endpoint, port, server, onExit);

    const silent = !server.hasEnded();
    await server.stop();
    // Someone took the port between our looking and the database's binding: look again.
    if (attempt < TRIES && /address already in use/i.test(server.lastLines())) continue;
    throw didNotStart(silent, server.lastLines());
  }
}

function running(
  endpoint: string,
  port: number,
  server: GuardedProcess,
  onExit: DatabaseOptions["onExit"],
): Database {
  let wanted = true;
  void server.ended.then(() => {
    if (wanted) onExit(server.lastLines());
  });
  return {
    endpoint,
    port,
    stop: async () => {
      wanted = false;
      await server.stop();
    },
    kill: async () => {
      wanted = false;
      await server.kill();
    },
  };
}

async function answers(endpoint: string, server: GuardedProcess): Promise<boolean> {
  const deadline = Date.now() + ANSWER_WITHIN_MS;
  while (!server.hasEnded() && Date.now() < deadline) {
    if (await listsTables(endpoint)) return true;
    await pause(ASK_EVERY_MS);
  }
  return false;
}

/** The real question a client asks; it wants a signature but does not look at it. */
async function listsTables(endpoint: string): Promise<boolean> {
  try {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "DynamoDB_20120810.ListTables",
        authorization:
          "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      },
      body: "{}",
      signal: AbortSignal.timeout(5_000),
    });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}

function didNotStart(silent: boolean, lastLines: string): StartFailure {
  const seconds = ANSWER_WITHIN_MS / 1000;
  const sentence = silent
    ? {
        zh: `本地数据库在 ${seconds} 秒内没有应答。请关闭占用内存的程序后重试。`,
        en: `The local database did not answer within ${seconds} s. Close programs that use much memory and try again.`,
      }
    : {
        zh: "本地数据库启动失败（上面是它最后的输出）。请检查 Java 能否运行、数据文件夹是否可写。",
        en: "The local database ended while starting (its last lines are above). Check that Java runs and that the data folder can be written.",
      };
  return new StartFailure(sentence, lastLines);
}
