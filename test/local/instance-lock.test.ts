// One data folder belongs to one running instance at a time.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockDirectory } from "../../infra/local/instance-lock.ts";
import { programCommand, startProgram } from "./support/program.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hall-ledger-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const url = "http://127.0.0.1:8787";

describe("the lock of a data folder", () => {
  it("is given to the first and refused to the second, who hears where the first is", async () => {
    const first = await lockDirectory({ directory: folder, url });
    const second = await lockDirectory({ directory: folder, url: "http://127.0.0.1:9999" });

    expect(first.ok).toBe(true);
    expect(refusal(second)).toContain(url);
    expect(refusal(second)).toContain(`pid ${process.pid}`);
    await release(first);
  });

  it("is free again after release", async () => {
    await release(await lockDirectory({ directory: folder, url }));
    const next = await lockDirectory({ directory: folder, url });
    expect(next.ok).toBe(true);
    await release(next);
  });

  it("is one and the same through a link to the folder", async () => {
    const real = join(folder, "real");
    mkdirSync(real);
    symlinkSync(real, join(folder, "link"));
    const first = await lockDirectory({ directory: real, url });
    expect((await lockDirectory({ directory: join(folder, "link"), url })).ok).toBe(false);
    await release(first);
  });

  it("is separate for each folder, and makes a missing one", async () => {
    const one = await lockDirectory({ directory: join(folder, "a", "b"), url });
    const other = await lockDirectory({ directory: join(folder, "a", "c"), url });
    expect([one.ok, other.ok]).toEqual([true, true]);
    await release(one);
    await release(other);
  });

  it("is given to exactly one of many who come at once", async () => {
    const locks = await Promise.all(
      Array.from({ length: 8 }, () => lockDirectory({ directory: folder, url })),
    );
    expect(locks.filter(({ ok }) => ok)).toHaveLength(1);
    for (const lock of locks) await release(lock);
  });

  it("refuses while another process holds it and is free once that one is killed outright", async () => {
    const holder = startProgram(...programCommand("lock-folder", folder));
    await holder.said("locked");
    expect(refusal(await lockDirectory({ directory: folder, url }))).toContain(`pid ${holder.process.pid}`);

    holder.kill("SIGKILL");
    await holder.ended();

    const next = await lockDirectory({ directory: folder, url });
    expect(next.ok).toBe(true);
    await release(next);
  });

  it("holds in the same way where sockets are files, which stay behind when their owner is killed", async () => {
    const elsewhere = programCommand("lock-folder", join(folder, "data"), "darwin");
    const first = startProgram(...elsewhere, { TMPDIR: folder });
    await first.said("locked");
    const second = startProgram(...elsewhere, { TMPDIR: folder });
    expect(await second.said("refused")).toContain(`pid ${first.process.pid}`);

    first.kill("SIGKILL");
    await first.ended();
    const third = startProgram(...elsewhere, { TMPDIR: folder });
    await third.said("locked");
    third.kill("SIGKILL");
    await third.ended();
  });

  it.each([
    ["below a file", () => join(folder, "file", "data")],
    ["where nothing can be made", () => "/proc/hall-ledger"],
  ])("says in one sentence that a folder %s cannot be written", async (_, directory) => {
    writeFileSync(join(folder, "file"), "");
    const lock = await lockDirectory({ directory: directory(), url });
    expect(refusal(lock)).toMatch(/^The data folder .* cannot be written/);
  });
});

type Lock = Awaited<ReturnType<typeof lockDirectory>>;

function refusal(lock: Lock): string {
  return lock.ok ? "not refused" : lock.error.sentence.en;
}

async function release(lock: Lock): Promise<void> {
  if (lock.ok) await lock.value.release();
}
