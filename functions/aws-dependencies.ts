// The app's dependencies on AWS; with DYNAMODB_ENDPOINT set, the same on a developer's machine.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LEDGERS } from "../shared/ledgers.ts";
import { unconfiguredBlobStore } from "./blobs/unconfigured-blob-store.ts";
import type { Config } from "./config.ts";
import type { Dependencies } from "./dependencies.ts";
import { logToConsole } from "./logging/log.ts";
import { openTable } from "./storage/table.ts";

export function awsDependencies(config: Config): Dependencies {
  const client = new DynamoDBClient(config.databaseEndpoint ? { endpoint: config.databaseEndpoint } : {});
  return {
    table: openTable(client, config.tableName),
    ledgers: LEDGERS,
    issuers: config.issuers,
    signIn: config.signIn,
    publicUrl: config.publicUrl,
    blobs: unconfiguredBlobStore,
    now: Date.now,
    log: logToConsole,
  };
}
