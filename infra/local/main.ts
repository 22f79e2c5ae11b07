// What `npm start` runs after the set-up: a wrong setting, a taken port or folder is said before the product is read.
import { resolve } from "node:path";
import { onShutdown } from "./processes.ts";
import type { Seed } from "./seed/seed.ts";
import type { Local } from "./start.ts";
import { StartFailure } from "./start-failure.mjs";
import { takePlace } from "./start-place.ts";

const DEFAULT_PORT = 8787;

export async function main(): Promise<void> {
  const options = {
    port: readPort(process.env.PORT),
    dataDir: resolve(process.env.DATA_DIR ?? ".data"),
    seed: readSeed(process.env.SEED),
  };
  let running: Promise<Local> | undefined;
  const shutdown = onShutdown(async () => {
    await (await running?.catch(() => undefined))?.stop();
  });
  const start = async (): Promise<Local> => {
    const place = await takePlace(options);
    const { startLocal } = await import("./start.ts");
    return startLocal({
      ...options,
      place,
      quiet: false,
      onDatabaseExit: (lastLines) => {
        process.stderr.write(
          `${lastLines}\n数据库意外退出,现在停止。\nThe database ended unexpectedly; stopping.\n`,
        );
        shutdown.end(1);
      },
    });
  };
  running = start();
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
