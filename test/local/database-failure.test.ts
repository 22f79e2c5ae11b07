// A database that cannot start is reported in one sentence, with Java's last words.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDatabase } from "../../infra/local/database.ts";
import { StartFailure } from "../../infra/local/start-failure.mjs";

// A Java that says the right version and then fails, as one does without memory or with a broken disk.
const home = mkdtempSync(join(tmpdir(), "hall-ledger-java-"));
const javaHome = process.env.JAVA_HOME;

beforeAll(() => {
  mkdirSync(join(home, "bin"));
  const java = join(home, "bin", "java");
  writeFileSync(
    java,
    `#!/bin/sh\nif [ "$1" = -version ]; then echo 'openjdk version "17.0.1"' >&2; exit 0; fi\necho "Could not reserve enough space" >&2\nexit 1\n`,
  );
  chmodSync(java, 0o755);
  process.env.JAVA_HOME = home;
});

afterAll(() => {
  if (javaHome === undefined) delete process.env.JAVA_HOME;
  else process.env.JAVA_HOME = javaHome;
  rmSync(home, { recursive: true, force: true });
});

describe("a database that cannot start", () => {
  it("is reported in one sentence with the last words of Java", async () => {
    const failure = await startDatabase({ directory: "memory", onExit: () => {} }).catch((error) => error);

    expect(failure).toBeInstanceOf(StartFailure);
    expect(failure.sentence.zh).toContain("本地数据库启动失败");
    expect(failure.message).toContain("Could not reserve enough space");
  });
});
