// What works: functions, their address, their schedules and queues. When it fails, halls keep their sheets and sync later.
import { CfnOutput, Duration, SecretValue, Stack, type StackProps } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { grantBucket, grantOutbox, grantTable } from "../constructs/grants.ts";
import { LedgerApi } from "../constructs/http-api.ts";
import { LedgerFunction } from "../constructs/ledger-function.ts";
import { MailSender } from "../constructs/mail-sender.ts";
import { Operations } from "../constructs/operations.ts";
import { Schedules } from "../constructs/schedules.ts";
import { WorkQueue } from "../constructs/work-queue.ts";
import type { Stage } from "../stages/stage.ts";
import type { DataStack } from "./data-stack.ts";

export interface ServiceStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
  /** Folder with one folder per bundle. */
  readonly bundles: string;
}

/** A job of a thousand halls; Lambda's own limit. */
const LONGEST = Duration.minutes(15);
const SENDING = Duration.seconds(60);
/** A year's report of a large centre, four renderings. */
const REPORTING = Duration.minutes(10);

export class ServiceStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, bundles, ...props }: ServiceStackProps) {
    super(scope, id, props);
    const common = { key: data.key, logDays: stage.logDays };
    const environment = { ...environmentOf(stage), TABLE_NAME: data.table.tableName };
    const make = (name: string, description: string, memoryMb: number, timeout: Duration, more = {}) =>
      new LedgerFunction(this, name, {
        ...common,
        description,
        memoryMb,
        timeoutSeconds: timeout.toSeconds(),
        folder: `${bundles}/${name.toLowerCase()}`,
        environment: { ...environment, ...more },
      });

    const files = { BUCKET_NAME: data.bucket.bucketName };
    const web = Duration.seconds(28);
    const report = make("Report", "Renders reports that were ordered", 2048, REPORTING, files);
    const reports = new WorkQueue(this, "ReportQueue", {
      worker: report,
      workerTimeout: REPORTING,
      batch: 1,
      atOnce: 2,
      tries: 3,
    });
    const office = { ...files, REPORT_QUEUE_URL: reports.queue.queueUrl };
    const api = make("Api", "What sheets call all day", 1024, web);
    const oversight = make(
      "Oversight",
      "The rest of the API: periods, obligations, the centre",
      1024,
      web,
      office,
    );
    const pages = make("Pages", "Pages for people", 1024, web, { ...office, ...secretOf(stage) });
    const messages = make("Messages", "Sends what waits in the outbox", 256, SENDING, mailOf(stage));
    const waiting = new WorkQueue(this, "MessageQueue", {
      worker: messages,
      workerTimeout: SENDING,
      batch: 10,
      atOnce: 2,
      tries: 5,
    });
    const scheduled = make("Scheduled", "The scheduled jobs", 1024, LONGEST, {
      ...files,
      MESSAGE_QUEUE_URL: waiting.queue.queueUrl,
    });

    for (const one of [api, oversight, pages, scheduled, report]) grantTable(one, data);
    for (const one of [oversight, pages, scheduled, report]) grantBucket(one, data);
    grantOutbox(messages, data);
    scheduled.allow(["sqs:SendMessage"], [waiting.queue.queueArn]);
    for (const one of [oversight, pages]) one.allow(["sqs:SendMessage"], [reports.queue.queueArn]);
    const mail = stage.mail && new MailSender(this, "Mail", stage.mail, messages);
    const schedules = new Schedules(this, "Schedules", scheduled, stage.timeZone);
    const address = new LedgerApi(this, "Address", {
      stage,
      key: data.key,
      api: api.lambda,
      oversight: oversight.lambda,
      pages: pages.lambda,
    });
    const publicUrl = stage.domain ? `https://${stage.domain.name}` : address.http.apiEndpoint;
    for (const { lambda } of [api, oversight, pages, scheduled, messages, report]) {
      lambda.addEnvironment("PUBLIC_URL", publicUrl);
    }
    new Operations(this, "Operations", {
      stage,
      data,
      http: address.http,
      functions: { api, oversight, pages, scheduled, messages, report },
      messages: waiting,
      reports,
      schedules,
      mail,
    });
    new CfnOutput(this, "PublicUrl", { value: publicUrl, description: "Where people reach the pages" });
  }
}

function environmentOf(stage: Stage): Record<string, string> {
  return {
    STAGE: stage.name,
    ISSUERS: JSON.stringify(stage.issuers),
    SIGN_IN_ISSUER: stage.signIn.issuer,
    SIGN_IN_CLIENT_ID: stage.signIn.clientId,
    WEBHOOK_HOSTS: stage.webhookHosts.join(","),
  };
}

/** CloudFormation puts the secret in when it deploys; it stands in no template, and the function's key encrypts it. */
function secretOf({ signIn }: Stage): Record<string, string> {
  if (signIn.secretName === null) return {};
  const secret = SecretValue.secretsManager(signIn.secretName, { jsonField: "clientSecret" });
  return { SIGN_IN_CLIENT_SECRET: secret.unsafeUnwrap() };
}

function mailOf({ mail }: Stage): Record<string, string> {
  return mail ? { MAIL_FROM: mail.from } : {};
}
