// The app's dependencies on AWS; with DYNAMODB_ENDPOINT set, the same on a developer's machine.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { LEDGERS } from "../shared/ledgers.ts";
import { unconfiguredBlobStore } from "./blobs/unconfigured-blob-store.ts";
import type { Config } from "./config.ts";
import type { Dependencies } from "./dependencies.ts";
import { logToConsole } from "./logging/log.ts";
import { httpsPost } from "./messages/https-post.ts";
import { periodNotices } from "./messages/period-notices.ts";
import { resolveHost } from "./messages/resolve-host.ts";
import { webhookChannel } from "./messages/webhook-channel.ts";
import { openTable } from "./storage/table.ts";

export function awsDependencies(config: Config): Dependencies {
  const client = new DynamoDBClient(config.databaseEndpoint ? { endpoint: config.databaseEndpoint } : {});
  const table = openTable(client, config.tableName);
  const webhooks = { hosts: config.webhookHosts, resolve: resolveHost };
  return {
    table,
    webhooks,
    channels: { webhook: webhookChannel({ ...webhooks, table, post: httpsPost, realNow: Date.now }) },
    notices: periodNotices({ table, now: Date.now, publicUrl: config.publicUrl }),
    ledgers: LEDGERS,
    issuers: config.issuers,
    signIn: config.signIn,
    publicUrl: config.publicUrl,
    blobs: unconfiguredBlobStore,
    now: Date.now,
    log: logToConsole,
  };
}
