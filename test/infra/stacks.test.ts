// The stacks as CloudFormation will see them: what is encrypted, protected, allowed and alarmed about, in each stage.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { JOB_NAMES } from "../../functions/jobs/jobs.ts";
import { sheetApi } from "../../functions/routes/sheet-api.ts";
import { tableParams } from "../../functions/storage/table.ts";
import { STAGE_NAMES } from "../../infra/stages/stage.ts";
import { forget, only, resources, rightsOf, synthesise, textOf } from "./synthesised.ts";

beforeAll(synthesise);
afterAll(forget);

describe.each([...STAGE_NAMES, "china"])("the data of %s", (stage) => {
  const data = `${stage}/data`;

  test("stands under ids that never change, and stays when the stack goes", () => {
    for (const [id, type] of [
      ["LedgerTable", "AWS::DynamoDB::Table"],
      ["LedgerFiles", "AWS::S3::Bucket"],
      ["LedgerKey", "AWS::KMS::Key"],
    ] as const) {
      const found = Object.fromEntries(resources(data, type))[id];
      expect([id, found?.DeletionPolicy]).toEqual([id, "Retain"]);
    }
  });

  test("is a table like the one on a developer's machine: on demand, restorable, protected, encrypted", () => {
    const { Properties } = only(data, "AWS::DynamoDB::Table");
    const { KeySchema, GlobalSecondaryIndexes, BillingMode } = tableParams("any");
    expect(Properties).toMatchObject({
      KeySchema,
      GlobalSecondaryIndexes,
      BillingMode,
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      SSESpecification: {
        SSEEnabled: true,
        SSEType: "KMS",
        KMSMasterKeyId: { "Fn::GetAtt": ["LedgerKey", "Arn"] },
      },
      TimeToLiveSpecification: { AttributeName: "ttl", Enabled: true },
    });
    expect(only(data, "AWS::KMS::Key").Properties.EnableKeyRotation).toBe(true);
  });

  test("is a bucket that is private, versioned, encrypted with our key, tidied up, and reached by TLS only", () => {
    const files = Object.fromEntries(resources(data, "AWS::S3::Bucket")).LedgerFiles;
    expect(files?.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      VersioningConfiguration: { Status: "Enabled" },
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          {
            ServerSideEncryptionByDefault: {
              SSEAlgorithm: "aws:kms",
              KMSMasterKeyID: { "Fn::GetAtt": ["LedgerKey", "Arn"] },
            },
          },
        ],
      },
      LifecycleConfiguration: {
        Rules: [{ Status: "Enabled", NoncurrentVersionExpiration: { NoncurrentDays: 90 } }],
      },
      LoggingConfiguration: { LogFilePrefix: "files/" },
    });
    for (const [, bucket] of resources(data, "AWS::S3::Bucket")) {
      expect(bucket.Properties.PublicAccessBlockConfiguration).toBeDefined();
      expect(bucket.Properties.BucketEncryption).toBeDefined();
    }
    for (const [, policy] of resources(data, "AWS::S3::BucketPolicy")) {
      expect(JSON.stringify(policy.Properties)).toContain('"aws:SecureTransport":"false"');
    }
  });
});

const NAMES = ["Api", "Oversight", "Pages", "Scheduled", "Messages", "Report"];

describe.each([...STAGE_NAMES, "china"])("the service of %s", (stage) => {
  const service = `${stage}/service`;

  test("runs each function on Node 24 and arm64, under a role and with a log of its own", () => {
    const functions = resources(service, "AWS::Lambda::Function");
    expect(functions.map(([id]) => id.replace(/Function[0-9A-F]{8}$/, "")).sort()).toEqual([...NAMES].sort());
    const roles = new Set<string>();
    for (const [, { Properties }] of functions) {
      expect(Properties).toMatchObject({
        Runtime: "nodejs24.x",
        Architectures: ["arm64"],
        Handler: "index.handler",
      });
      expect(JSON.stringify(Properties.KmsKeyArn)).toContain("LedgerKey");
      expect(JSON.stringify(Properties.LoggingConfig)).toContain("Log");
      roles.add(JSON.stringify(Properties.Role));
    }
    expect(roles.size).toBe(NAMES.length);
    expect(textOf(service)).not.toContain("AWSLambdaBasicExecutionRole");
  });

  test("lets no function do more to the data than the store does", () => {
    for (const name of NAMES) {
      const rights = rightsOf(stage, name);
      expect(rights.size).toBeGreaterThan(3);
      for (const [action, on] of rights) {
        expect([name, action]).toEqual([name, expect.not.stringContaining("*")]);
        expect([name, action, on]).toEqual([name, action, expect.not.stringMatching(/"\*"/)]);
        if (action.startsWith("dynamodb:")) {
          expect(action).toMatch(/:(Get|BatchGet|Put|Update|Delete)Item$|:(Query|ConditionCheckItem)$/);
        }
        if (action.startsWith("s3:")) expect(action).toMatch(/:(GetObject|PutObject|ListBucket)$/);
      }
    }
  });

  test("gives files, queue and e-mail only to the functions that need them", () => {
    const having = (action: string) => NAMES.filter((name) => rightsOf(stage, name).has(action));
    expect(having("s3:PutObject")).toEqual(["Oversight", "Pages", "Scheduled", "Report"]);
    expect(having("sqs:SendMessage")).toEqual(["Oversight", "Pages", "Scheduled"]);
    for (const [name, queue] of [
      ["Oversight", "ReportQueue"],
      ["Pages", "ReportQueue"],
      ["Scheduled", "MessageQueue"],
    ] as const) {
      expect(rightsOf(stage, name).get("sqs:SendMessage")).toMatch(
        new RegExp(`^\\{"Fn::GetAtt":\\["${queue}[0-9A-F]{8}","Arn"\\]\\}$`),
      );
    }
    expect(having("sqs:ReceiveMessage")).toEqual(["Messages", "Report"]);
    expect(having("ses:SendEmail")).toEqual(stage === "china" ? [] : ["Messages"]);
    const domains = resources(service, "AWS::SES::EmailIdentity");
    expect(domains).toHaveLength(stage === "china" ? 0 : 1);
    // The sender reads messages, groups and centres, and nobody's rows.
    const sender = rightsOf(stage, "Messages");
    expect(sender.get("dynamodb:GetItem")).toContain('["MSG#*","HOOKS#*","CENTRES"]');
    expect(sender.has("dynamodb:Query")).toBe(false);
    const withSecret = resources(service, "AWS::Lambda::Function").filter(([, { Properties }]) =>
      JSON.stringify(Properties.Environment).includes("SIGN_IN_CLIENT_SECRET"),
    );
    expect(withSecret.map(([id]) => id.slice(0, 5))).toEqual(stage === "china" ? [] : ["Pages"]);
  });

  test("asks for an identity token on every address of the API but two", () => {
    const routes = resources(service, "AWS::ApiGatewayV2::Route").map(([, { Properties }]) => Properties);
    const keys = routes.map(({ RouteKey }) => String(RouteKey));
    for (const { method, path } of sheetApi().routes) {
      expect(keys).toContain(`${method} /v1${path.replace(/:(\w+)/g, "{$1}")}`);
    }
    expect(keys).toContain("ANY /v1/{proxy+}");
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType === "NONE");
    expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual([
      "ANY /",
      "ANY /{proxy+}",
      "GET /v1/health",
      "GET /v1/openapi.json",
    ]);
    for (const route of routes) if (!open.includes(route)) expect(route.AuthorizationType).toBe("JWT");
    expect(only(service, "AWS::ApiGatewayV2::Authorizer").Properties).toMatchObject({
      AuthorizerType: "JWT",
      JwtConfiguration:
        stage === "china"
          ? { Issuer: "https://sign-in.halls.example" }
          : { Issuer: "https://accounts.google.com" },
    });
  });

  test("limits calls and keeps a log of them without queries, tokens or bodies", () => {
    const { Properties } = only(service, "AWS::ApiGatewayV2::Stage");
    expect(Properties).toMatchObject({
      StageName: "$default",
      DefaultRouteSettings: {
        ThrottlingRateLimit: expect.any(Number),
        ThrottlingBurstLimit: expect.any(Number),
      },
    });
    const format = JSON.stringify(Properties.AccessLogSettings);
    expect(format).toContain("requestId");
    expect(format).not.toMatch(/query|header|body|\$context\.path|claims/i);
  });

  test("runs every job by the halls' clock, and keeps what could not be started", () => {
    const schedules = resources(service, "AWS::Scheduler::Schedule").map(([, { Properties }]) => Properties);
    expect(schedules).toHaveLength(JOB_NAMES.length);
    for (const schedule of schedules) {
      expect(schedule).toMatchObject({
        ScheduleExpressionTimezone: "Asia/Shanghai",
        State: "ENABLED",
        Target: { DeadLetterConfig: { Arn: expect.anything() } },
      });
    }
    const inputs = schedules.map(({ Target }) => z.object({ Input: z.string() }).parse(Target).Input);
    expect(inputs.sort()).toEqual(JOB_NAMES.map((name) => JSON.stringify({ jobs: [name] })).sort());
  });

  test("sets messages aside after five tries, and reports after three", () => {
    const queues = resources(service, "AWS::SQS::Queue").map(([, { Properties }]) => Properties);
    const withLetters = queues.filter(({ RedrivePolicy }) => RedrivePolicy !== undefined);
    expect(withLetters).toMatchObject([
      { RedrivePolicy: { maxReceiveCount: 3 }, VisibilityTimeout: 3_600 },
      { RedrivePolicy: { maxReceiveCount: 5 }, VisibilityTimeout: 360 },
    ]);
    expect(queues).toHaveLength(5);
    for (const queue of queues) expect(queue.SqsManagedSseEnabled).toBe(true);
  });

  test("tells operators of every alarm, and the runbook has an entry for each", () => {
    const runbook = readFileSync(fileURLToPath(new URL("../../infra/runbook.md", import.meta.url)), "utf8");
    const alarms = resources(service, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => Properties);
    expect(alarms.length).toBeGreaterThan(15);
    for (const { AlarmName, AlarmActions, AlarmDescription } of alarms) {
      const name = String(AlarmName).replace(/^hall-ledger-(staging|production)-/, "");
      const [, entry = ""] = runbook.split(`\n## ${name}\n`);
      const [own = ""] = entry.split("\n## ");
      for (const part of ["**Means**", "**Look**", "**Do**"])
        expect([name, own.includes(part)]).toEqual([name, true]);
      expect(AlarmActions).toHaveLength(1);
      expect(AlarmDescription).toContain(`infra/runbook.md#${name}`);
    }
    expect(resources(service, "AWS::SNS::Subscription").length).toBeGreaterThan(0);
    expect(resources(service, "AWS::CloudWatch::Dashboard")).toHaveLength(1);
    expect(resources(service, "AWS::Budgets::Budget")).toHaveLength(stage === "china" ? 0 : 1);
  });

  test("names no account, partition or region, and holds no secret", () => {
    const own = textOf(service).replaceAll("arn:aws-cn:acm:cn-north-1:123456789012:certificate/x", "");
    for (const text of [own, textOf(`${stage}/data`)]) {
      expect(text).not.toMatch(/arn:aws[\w-]*:/);
      expect(text).not.toMatch(
        /\b(us|eu|ap|cn|sa|ca|me|af)-(north|south|east|west|central|northeast|southeast|northwest)-\d\b/,
      );
    }
    if (stage !== "china") {
      expect(own).toContain(
        `{{resolve:secretsmanager:hall-ledger/${stage}/sign-in:SecretString:clientSecret::}}`,
      );
    }
  });
});

test("a runbook's entry without an alarm is one too many", () => {
  const runbook = readFileSync(fileURLToPath(new URL("../../infra/runbook.md", import.meta.url)), "utf8");
  const names = resources("production/service", "AWS::CloudWatch::Alarm").map(([, { Properties }]) =>
    String(Properties.AlarmName).replace("hall-ledger-production-", ""),
  );
  const entries = [...runbook.matchAll(/^## (.+)$/gm)].map(([, name = ""]) => name);
  expect(entries.sort()).toEqual(names.sort());
});
