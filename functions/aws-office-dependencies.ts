// What functions stand on that also open files and put messages into the outbox.
import { S3Client } from "@aws-sdk/client-s3";
import { awsDependencies } from "./aws-dependencies.ts";
import { s3BlobStore } from "./blobs/s3-blob-store.ts";
import { type Config, required } from "./config.ts";
import type { Dependencies } from "./dependencies.ts";
import { periodNotices } from "./messages/period-notices.ts";
import { openReportQueue } from "./messages/report-queue.ts";
import { resolveHost } from "./messages/resolve-host.ts";

export function awsOfficeDependencies(config: Config): Dependencies {
  const base = awsDependencies(config);
  return {
    ...base,
    blobs: s3BlobStore(new S3Client({}), required(config.bucketName, "BUCKET_NAME")),
    startReport: config.reportQueueUrl ? openReportQueue(config.reportQueueUrl) : undefined,
    webhooks: { hosts: config.webhookHosts, resolve: resolveHost },
    notices: periodNotices({ table: base.table, now: base.now, publicUrl: config.publicUrl }),
  };
}
