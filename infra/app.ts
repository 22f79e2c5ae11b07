// The stages as stacks. `npm run synth` writes both; `npm run deploy:aws` gives them to the CDK's own program.
import { fileURLToPath } from "node:url";
import { App, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { DataStack } from "./stacks/data-stack.ts";
import { ServiceStack } from "./stacks/service-stack.ts";
import { readStage, STAGE_NAMES, type Stage } from "./stages/stage.ts";

/** What new CDK projects have on: policies without repetitions, and partitions that are not taken for granted. */
const FLAGS = {
  "@aws-cdk/aws-iam:minimizePolicies": true,
  "@aws-cdk/core:checkSecretUsage": true,
  "@aws-cdk/core:target-partitions": ["aws", "aws-cn"],
  "@aws-cdk/aws-kms:aliasNameRef": true,
  "@aws-cdk/aws-s3:createDefaultLoggingPolicy": true,
};

export interface AppOptions {
  readonly outdir: string;
  /** Folder with one folder per bundle. */
  readonly bundles: string;
  readonly stages: readonly Stage[];
}

export function createInfrastructure({ outdir, bundles, stages }: AppOptions): App {
  const app = new App({ outdir, context: FLAGS, analyticsReporting: false });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  for (const stage of stages) {
    const data = new DataStack(app, `hall-ledger-${stage.name}-data`, {
      description: "Hall Ledger: table and files",
    });
    const service = new ServiceStack(app, `hall-ledger-${stage.name}`, {
      description: "Hall Ledger: functions, pages, schedules",
      stage,
      data,
      bundles,
    });
    for (const stack of [data, service]) {
      Tags.of(stack).add("service", "hall-ledger");
      Tags.of(stack).add("stage", stage.name);
    }
  }
  return app;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const place = (path: string) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url));
  createInfrastructure({
    outdir: process.env.CDK_OUTDIR ?? place("cdk"),
    bundles: place("functions"),
    stages: STAGE_NAMES.map(readStage),
  }).synth();
}
