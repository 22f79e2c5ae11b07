// One of our functions: Node 24 on arm64, its own role with what is granted and nothing else, its own encrypted log.
import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Architecture, Code, Function as LambdaFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

export interface LedgerFunctionProps {
  readonly description: string;
  /** Folder of the bundle. */
  readonly folder: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly key: IKey;
  readonly logDays: number;
  /** At most so many at once; absent means the account's limit. */
  readonly atOnce?: number;
}

export class LedgerFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: LedgerFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, "Log", {
      encryptionKey: props.key,
      retention: props.logDays,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.role = new Role(this, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    // In place of AWS's managed policy, which lets a function write to every log of the account.
    logGroup.grantWrite(this.role);
    this.lambda = new LambdaFunction(this, "Function", {
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(props.folder),
      handler: "index.handler",
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: { ...props.environment, NODE_OPTIONS: "--enable-source-maps" },
      environmentEncryption: props.key,
      role: this.role,
      logGroup,
      ...(props.atOnce ? { reservedConcurrentExecutions: props.atOnce } : {}),
    });
  }

  allow(
    actions: readonly string[],
    resources: readonly string[],
    conditions?: Record<string, unknown>,
  ): void {
    this.role.addToPolicy(
      new PolicyStatement({
        actions: [...actions],
        resources: [...resources],
        ...(conditions ? { conditions } : {}),
      }),
    );
  }
}
