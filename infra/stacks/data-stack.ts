// What must never be lost: the table, the files, and the key that both are encrypted with.
import { CfnOutput, CfnResource, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  ObjectOwnership,
  StorageClass,
} from "aws-cdk-lib/aws-s3";
import type { Construct, IConstruct } from "constructs";
import { tableParams } from "../../functions/storage/table.ts";
import { acknowledge } from "../constructs/acknowledge.ts";

export class DataStack extends Stack {
  readonly key: Key;
  readonly table: Table;
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    this.key = new Key(this, "Key", {
      description: "Hall Ledger: table, files, messages and logs",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    allowLogs(this, this.key);
    // Alarms are published to a topic that the key encrypts.
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal("cloudwatch.amazonaws.com")],
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": this.account } },
      }),
    );
    this.table = ledgerTable(this, this.key);
    this.bucket = fileBucket(this, this.key);
    new CfnOutput(this, "TableName", { value: this.table.tableName });
    new CfnOutput(this, "BucketName", { value: this.bucket.bucketName });
    // CloudFormation replaces what changes its id: these may be moved in the code, never renamed.
    pin(this.key, "LedgerKey");
    pin(this.table, "LedgerTable");
    pin(this.bucket, "LedgerFiles");
  }
}

function pin(construct: IConstruct, logicalId: string): void {
  const resource = construct.node.defaultChild;
  if (!CfnResource.isCfnResource(resource)) throw new Error(`${construct.node.path} is no resource`);
  resource.overrideLogicalId(logicalId);
}

/** The same keys and indexes as on a developer's machine. */
function ledgerTable(stack: Stack, encryptionKey: Key): Table {
  const attribute = (name: string | undefined) => ({ name: name ?? "", type: AttributeType.STRING });
  const table = new Table(stack, "Table", {
    partitionKey: attribute("pk"),
    sortKey: attribute("sk"),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    timeToLiveAttribute: "ttl",
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
  for (const { IndexName = "", KeySchema = [] } of tableParams("").GlobalSecondaryIndexes ?? []) {
    table.addGlobalSecondaryIndex({
      indexName: IndexName,
      partitionKey: attribute(KeySchema[0]?.AttributeName),
      sortKey: attribute(KeySchema[1]?.AttributeName),
      projectionType: ProjectionType.KEYS_ONLY,
    });
  }
  return table;
}

function fileBucket(stack: Stack, encryptionKey: Key): Bucket {
  const closed = {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
  };
  const accessLogs = new Bucket(stack, "FileAccessLogs", {
    ...closed,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [
      { expiration: Duration.days(400), abortIncompleteMultipartUploadAfter: Duration.days(7) },
    ],
  });
  acknowledge(
    accessLogs,
    "AwsSolutions-S1",
    "It holds the access logs of the files; logging itself would never end.",
  );
  // S3 itself writes there, for this account only.
  accessLogs.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("logging.s3.amazonaws.com")],
      actions: ["s3:PutObject"],
      resources: [accessLogs.arnForObjects("files/*")],
      conditions: { StringEquals: { "aws:SourceAccount": stack.account } },
    }),
  );
  const files = new Bucket(stack, "Files", {
    ...closed,
    encryption: BucketEncryption.KMS,
    encryptionKey,
    bucketKeyEnabled: true,
    versioned: true,
    lifecycleRules: [
      {
        // A snapshot is read often in its own year, and hardly ever after.
        transitions: [{ storageClass: StorageClass.INFREQUENT_ACCESS, transitionAfter: Duration.days(400) }],
        // What a mistake has overwritten or removed can be had back for three months.
        noncurrentVersionExpiration: Duration.days(90),
        abortIncompleteMultipartUploadAfter: Duration.days(7),
      },
    ],
  });
  const { defaultChild } = files.node;
  if (defaultChild instanceof CfnBucket) {
    defaultChild.loggingConfiguration = {
      destinationBucketName: accessLogs.bucketName,
      logFilePrefix: "files/",
    };
  }
  return files;
}

/** CloudWatch encrypts the functions' logs with the same key. */
function allowLogs(stack: Stack, key: Key): void {
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${stack.region}.${stack.urlSuffix}`)],
      actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      resources: ["*"],
      conditions: {
        ArnLike: {
          "kms:EncryptionContext:aws:logs:arn": stack.formatArn({ service: "logs", resource: "*" }),
        },
      },
    }),
  );
}
