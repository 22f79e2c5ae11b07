// Where work waits for the function that does it, and where that ends which could not be done: alarmed about, looked at by people.
import { Duration } from "aws-cdk-lib";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { LedgerFunction } from "./ledger-function.ts";

export interface WorkQueueProps {
  readonly worker: LedgerFunction;
  readonly workerTimeout: Duration;
  /** Entries in one call of the function. */
  readonly batch: number;
  /** Calls at once; AWS's least is two. */
  readonly atOnce: number;
  /** Tries before an entry is set aside. */
  readonly tries: number;
}

export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { worker, workerTimeout, batch, atOnce, tries }: WorkQueueProps) {
    super(scope, id);
    const common = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };
    this.deadLetters = new Queue(this, "DeadLetters", { ...common, retentionPeriod: Duration.days(14) });
    this.queue = new Queue(this, "Queue", {
      ...common,
      // Six times the function's limit, as AWS advises, so that nothing is seen twice while it is being worked on.
      visibilityTimeout: Duration.seconds(workerTimeout.toSeconds() * 6),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: tries },
    });
    worker.lambda.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: batch,
        maxConcurrency: atOnce,
        reportBatchItemFailures: true,
      }),
    );
  }
}
