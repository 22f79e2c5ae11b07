// What a function may do with the data: only the calls that the store makes, and where it can be said, only its own items.
import { Stack } from "aws-cdk-lib";
import { BUSINESS_INDEX, WORK_INDEX } from "../../functions/storage/table.ts";
import type { DataStack } from "../stacks/data-stack.ts";
import { acknowledge } from "./acknowledge.ts";
import type { LedgerFunction } from "./ledger-function.ts";

/** The calls of `functions/storage/table.ts`; a transaction needs the rights of what is in it. No scan, no administration. */
const TABLE_ACTIONS = [
  "dynamodb:GetItem",
  "dynamodb:BatchGetItem",
  "dynamodb:Query",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:ConditionCheckItem",
];

const USE_KEY = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:DescribeKey"];

export function grantTable(one: LedgerFunction, { table, key }: DataStack): void {
  const indexes = [WORK_INDEX, BUSINESS_INDEX].map((index) => `${table.tableArn}/index/${index}`);
  one.allow(TABLE_ACTIONS, [table.tableArn]);
  one.allow(["dynamodb:Query"], indexes);
  one.allow(USE_KEY, [key.keyArn]);
}

/** Messages, groups' addresses, and the centre whose calendar says when its office is open; nobody's rows. */
export function grantOutbox(one: LedgerFunction, { table, key }: DataStack): void {
  one.allow(["dynamodb:GetItem", "dynamodb:UpdateItem"], [table.tableArn], {
    "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["MSG#*", "HOOKS#*", "CENTRES"] },
  });
  one.allow(USE_KEY, [key.keyArn]);
}

/** The name under which the data stack exports the bucket; it follows from ids that are pinned. */
const FILES_EXPORT = "ExportsOutputFnGetAttLedgerFilesArn48F1F08A";

/** Files are put once and read; nothing removes one. Without the right to list, S3 answers 403 for what is not there. */
export function grantBucket(one: LedgerFunction, { bucket, key }: DataStack): void {
  one.allow(["s3:GetObject", "s3:PutObject"], [bucket.arnForObjects("*")]);
  one.allow(["s3:ListBucket"], [bucket.bucketArn]);
  one.allow(["kms:Decrypt", "kms:GenerateDataKey"], [key.keyArn]);
  acknowledge(
    one.role,
    `AwsSolutions-IAM5[Resource::${Stack.of(bucket).stackName}:${FILES_EXPORT}/*]`,
    "Objects of this one bucket, whose names are made as they come.",
  );
}
