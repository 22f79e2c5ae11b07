// Lets one instance at a time use a data folder; the lock goes with its owner, however the owner ends.
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { resolve as absolute, dirname, join } from "node:path";
import * as z from "zod";
import { err, ok, type Result } from "../../shared/kernel/result.ts";
import { StartFailure } from "./start-failure.mjs";

export interface InstanceLock {
  release(): Promise<void>;
}

const Owner = z.object({ pid: z.number(), url: z.string() });
type Owner = z.infer<typeof Owner>;

export interface LockOptions {
  /** Made when missing. */
  readonly directory: string;
  /** Where this instance will be found; told to those who come later. */
  readonly url: string;
}

// The owner answers from its event loop; one that is busy for longer is still an owner.
const ANSWER_WITHIN_MS = 3_000;
const TRIES = 3;

/**
 * Takes the folder for this process, or says in one sentence why not.
 * A lock file would stay behind after a crash and name a process number that is someone else's by then;
 * a listening socket cannot.
 */
export async function lockDirectory({
  directory,
  url,
}: LockOptions): Promise<Result<InstanceLock, StartFailure>> {
  const unusable = prepare(absolute(directory));
  if (unusable !== undefined) return err(unusable);
  const address = socketAddress(realpathSync(directory));

  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const server = await listen(address, { pid: process.pid, url });
    if (server !== undefined) return ok({ release: () => close(server) });
    const owner = await askOwner(address);
    if (owner !== "gone") return err(inUse(directory, owner));
    // A socket file outlives a killed owner; one in the abstract namespace vanished with it.
    if (!isAbstract(address)) rmSync(address, { force: true });
  }
  return err(inUse(directory, undefined));
}

/**
 * Derived from the folder, because socket paths are limited to about 100 bytes and folders are not.
 * Linux has names without files, which are free the moment their owner dies.
 */
function socketAddress(realPath: string): string {
  const name = `hall-ledger-${createHash("sha256").update(realPath).digest("hex").slice(0, 32)}`;
  return process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function isAbstract(address: string): boolean {
  return address.startsWith("\0");
}

function listen(address: string, owner: Owner): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.end(JSON.stringify(owner));
    });
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    // The lock follows the process; it is no reason for the process to go on.
    server.listen(address, () => resolve(server.unref()));
  });
}

/** "gone" when nobody lives behind the address; nothing when somebody does who does not answer sensibly. */
function askOwner(address: string): Promise<Owner | "gone" | undefined> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(address);
    socket.setTimeout(ANSWER_WITHIN_MS, () => {
      resolve(undefined);
      socket.destroy();
    });
    socket.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    socket.once("end", () => resolve(parseOwner(text)));
    socket.once("error", () => resolve("gone"));
  });
}

function parseOwner(text: string): Owner | undefined {
  try {
    return Owner.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}

/** Tries what will be needed: permission bits alone do not tell on read-only disks or for root. */
function prepare(directory: string): StartFailure | undefined {
  try {
    makeFolder(directory);
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(directory, `.write-test-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return new StartFailure({
      zh: `数据文件夹 ${directory} 无法写入（${reason}）。请修改权限，或换一个文件夹：DATA_DIR=~/hall-ledger npm start`,
      en: `The data folder ${directory} cannot be written (${reason}). Change its permissions, or choose another: DATA_DIR=~/hall-ledger npm start`,
    });
  }
}

/** Node's own recursive mkdir never returns where the system itself refuses new folders, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Two that start at once may both find it missing.
    if (!existsSync(path)) throw error;
  }
}

function inUse(directory: string, owner: Owner | undefined): StartFailure {
  const who = owner === undefined ? "" : ` (${owner.url}, pid ${owner.pid})`;
  return new StartFailure({
    zh: `数据文件夹 ${directory} 正由另一个实例使用${who}。请打开那个地址，或先停止它，或换一个文件夹：DATA_DIR=… npm start`,
    en: `The data folder ${directory} is in use by another instance${who}. Open that address, or stop it first, or choose another folder: DATA_DIR=… npm start`,
  });
}
