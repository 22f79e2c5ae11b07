// Finds a Java runtime that can run the local database, by running it rather than by trusting its name.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

// DynamoDB Local 3 is compiled for Java 17.
export const JAVA_AT_LEAST = 17;

/** By what JAVA_HOME said: asking a Java for its version takes a tenth of a second or more. */
const found = new Map();

/** The command of the first suitable Java: JAVA_HOME, then the path, then where systems keep theirs. */
export function findJava() {
  const home = process.env.JAVA_HOME ?? "";
  const known =
    found.get(home) ?? candidates(home).find((command) => majorVersionOf(command) >= JAVA_AT_LEAST);
  // One that is missing may be installed meanwhile.
  if (known !== undefined) found.set(home, known);
  return known;
}

function candidates(home) {
  return [
    ...(home === "" ? [] : [join(home, "bin", "java")]),
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
