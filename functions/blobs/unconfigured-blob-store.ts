// Stands where no store of files is configured yet: reading and writing fail loudly instead of losing a report.
import type { BlobStore } from "./blob-store.ts";

const fail = async (): Promise<never> => {
  throw new Error("no store for files is configured");
};

export const unconfiguredBlobStore: BlobStore = { put: fail, find: fail };
