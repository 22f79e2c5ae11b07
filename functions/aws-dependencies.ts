// What every function on AWS stands on. Files, queues and ways of sending are added by the entries that need them.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LEDGERS } from "../shared/ledgers.ts";
import { unconfiguredBlobStore } from "./blobs/unconfigured-blob-store.ts";
import type { Config } from "./config.ts";
import type { Dependencies } from "./dependencies.ts";
import { logToConsole } from "./logging/log-to-console.ts";
import { openTable } from "./storage/table.ts";

/**
 * The one switch between AWS and a developer's machine is the SDK's own: where AWS_ENDPOINT_URL (or AWS_ENDPOINT_URL_S3,
 * AWS_ENDPOINT_URL_DYNAMODB …) is set, the same code talks to what listens there.
 */
export function awsDependencies(config: Config): Dependencies {
  return {
    table: openTable(new DynamoDBClient({}), config.tableName),
    ledgers: LEDGERS,
    describeApi: () => readFile(join(config.bundleFolder, "openapi.json"), "utf8"),
    issuers: config.issuers,
    signIn: config.signIn,
    publicUrl: config.publicUrl,
    blobs: unconfiguredBlobStore,
    now: Date.now,
    log: logToConsole(config.stage),
  };
}
