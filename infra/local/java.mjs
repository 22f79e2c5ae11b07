// Finds a Java runtime that can run the local database, by running it rather than by trusting its name.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

// DynamoDB Local 3 is compiled for Java 17.
export const JAVA_AT_LEAST = 17;

let found;

/** The command of the first suitable Java: JAVA_HOME, then the path, then where systems keep theirs. */
export function findJava() {
  found ??= candidates().find((command) => majorVersionOf(command) >= JAVA_AT_LEAST);
  return found;
}

function candidates() {
  const home = process.env.JAVA_HOME;
  return [
    ...(home === undefined || home === "" ? [] : [join(home, "bin", "java")]),
    "java",
    ...runtimesIn("/usr/lib/jvm", "bin/java"),
    ...runtimesIn("/Library/Java/JavaVirtualMachines", "Contents/Home/bin/java"),
    ...["/opt/homebrew/opt", "/usr/local/opt"].map((kegs) => join(kegs, "openjdk", "bin", "java")),
  ].filter((command) => command === "java" || existsSync(command));
}

function runtimesIn(folder, binary) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name, binary));
}

/** 0 when the command does not run; macOS has a `java` that only advertises an installer. */
function majorVersionOf(command) {
  const { status, stderr } = spawnSync(command, ["-version"], { encoding: "utf8" });
  if (status !== 0) return 0;
  // `openjdk version "17.0.15" 2025-04-15`, `java version "1.8.0_401"`, `openjdk version "21" …`
  return Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
}
