// One suite for every store of files: what is put stays as it was, and no name leads out of it.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { S3Client } from "@aws-sdk/client-s3";
import { afterAll, describe, expect, test } from "vitest";
import type { BlobStore } from "../../../functions/blobs/blob-store.ts";
import { folderBlobStore } from "../../../functions/blobs/folder-blob-store.ts";
import { memoryBlobStore } from "../../../functions/blobs/memory-blob-store.ts";
import { s3BlobStore } from "../../../functions/blobs/s3-blob-store.ts";
import { startS3 } from "../../support/s3-server.ts";

const folder = mkdtempSync(join(tmpdir(), "hall-ledger-blobs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => new TextEncoder().encode(text);

const s3 = await startS3();
const client = new S3Client({
  endpoint: s3.endpoint,
  region: "local",
  credentials: { accessKeyId: "local", secretAccessKey: "local" },
});
afterAll(async () => {
  client.destroy();
  await s3.close();
});

const STORES: readonly (readonly [name: string, store: BlobStore])[] = [
  ["memory", memoryBlobStore()],
  ["folder", folderBlobStore(folder)],
  ["bucket", s3BlobStore(client, "halls")],
];

describe.each(STORES)("the store in %s", (_, store) => {
  test("gives back what was put, byte by byte", async () => {
    const all = Uint8Array.from({ length: 256 }, (__, byte) => byte);
    await store.put("snapshots/a.json", all);
    expect(await store.find("snapshots/a.json")).toEqual(all);
  });

  test("knows nothing of a name that was never put", async () => {
    expect(await store.find("snapshots/none.json")).toBeUndefined();
  });

  test("takes the same bytes again, and never others under the same name", async () => {
    await store.put("once", bytes("first"));
    await store.put("once", bytes("first"));
    await expect(store.put("once", bytes("second"))).rejects.toThrow(/kept already/);
    expect(await store.find("once")).toEqual(bytes("first"));
  });

  test("keeps one of many that come at once", async () => {
    const tries = await Promise.allSettled(
      ["x", "y", "x", "y"].map((text) => store.put("race", bytes(text))),
    );
    const kept = new TextDecoder().decode(await store.find("race"));
    expect(["x", "y"]).toContain(kept);
    expect(tries.filter(({ status }) => status === "rejected")).toHaveLength(2);
  });

  test("does not share its bytes with the caller", async () => {
    const mine = bytes("mine");
    await store.put("own", mine);
    mine[0] = 0;
    const found = await store.find("own");
    expect(found).toEqual(bytes("mine"));
    if (found) found[0] = 0;
    expect(await store.find("own")).toEqual(bytes("mine"));
  });

  test.each([
    "",
    "/etc/passwd",
    "../up",
    "a/../../b",
    ".hidden",
    "a//b",
    "a\\b",
    "a/.git",
    "x".repeat(201),
    "a\u0000b",
  ])("takes no name like %j", async (name) => {
    await expect(store.put(name, bytes("x"))).rejects.toThrow(/no name/);
    await expect(store.find(name)).rejects.toThrow(/no name/);
  });
});

test("a folder holds nothing but what was put: files written aside are gone", () => {
  const names = readdirSync(folder, { recursive: true }).map(String);
  expect(names.filter((name) => name.split("/").some((part) => part.startsWith(".")))).toEqual([]);
});

test("a bucket that is asked by two at once is asked again, and other faults of it are not hidden", async () => {
  s3.answerOnceWithConflict();
  const store = s3BlobStore(client, "halls");
  await store.put("twice", bytes("kept"));
  expect(s3.objects.get("halls/twice")?.toString()).toBe("kept");
  const stranger = new S3Client({
    endpoint: "http://127.0.0.1:1",
    region: "local",
    maxAttempts: 1,
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
  });
  await expect(s3BlobStore(stranger, "halls").find("twice")).rejects.toThrow();
  stranger.destroy();
});
