// When each job runs, by the clock of the halls; what could not be started ends in a queue that alarms.
import { CfnResource, Duration, Stack, TimeZone } from "aws-cdk-lib";
import { Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Schedule, ScheduleExpression, ScheduleGroup, ScheduleTargetInput } from "aws-cdk-lib/aws-scheduler";
import { LambdaInvoke } from "aws-cdk-lib/aws-scheduler-targets";
import { Queue, QueueEncryption } from "aws-cdk-lib/aws-sqs";
import { Construct, type IConstruct } from "constructs";
import { JOB_NAMES, JOBS } from "../../functions/jobs/jobs.ts";
import { acknowledge } from "./acknowledge.ts";
import type { LedgerFunction } from "./ledger-function.ts";

const HOUR = 60;
const DAY = 24 * HOUR;

/** Nightly jobs begin then, a quarter of an hour apart in the order in which one feeds the next. */
const NIGHT = 1 * HOUR + 30;

export class Schedules extends Construct {
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, scheduled: LedgerFunction, timeZone: string) {
    super(scope, id);
    this.deadLetters = new Queue(this, "DeadLetters", {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    acknowledge(
      this.deadLetters,
      "AwsSolutions-SQS3",
      "It is itself where calls end that could not be made.",
    );
    const role = new Role(this, "Role", { assumedBy: new ServicePrincipal("scheduler.amazonaws.com") });
    acknowledge(
      role,
      `AwsSolutions-IAM5[Resource::<${logicalIdOf(scheduled.lambda)}.Arn>:*]`,
      "The CDK grants calling any version of this one function; nothing else.",
    );
    const scheduleGroup = new ScheduleGroup(this, "Jobs");
    const zone = TimeZone.of(timeZone);
    JOB_NAMES.forEach((name, at) => {
      new Schedule(this, name, {
        scheduleGroup,
        description: JOBS[name].label.en,
        schedule: ScheduleExpression.expression(`cron(${cronOf(JOBS[name].everyMinutes, at)})`, zone),
        target: new LambdaInvoke(scheduled.lambda, {
          role,
          input: ScheduleTargetInput.fromObject({ jobs: [name] }),
          deadLetterQueue: this.deadLetters,
          retryAttempts: 2,
          maxEventAge: Duration.minutes(Math.min(JOBS[name].everyMinutes, HOUR)),
        }),
      });
    });
  }
}

function logicalIdOf(construct: IConstruct): string {
  const { defaultChild } = construct.node;
  if (!CfnResource.isCfnResource(defaultChild)) throw new Error(`${construct.node.path} is no resource`);
  return `${Stack.of(construct).resolve(defaultChild.logicalId)}`;
}

/**
 * EventBridge's six fields. A job that is due every so many minutes runs at those of the hour that its number divides.
 *
 * @throws for a distance that neither divides an hour nor is one hour or one day
 */
export function cronOf(everyMinutes: number, place: number): string {
  if (everyMinutes === DAY) {
    const at = NIGHT + place * 15;
    return `${at % HOUR} ${Math.floor(at / HOUR)} * * ? *`;
  }
  if (everyMinutes === HOUR) return `${place} * * * ? *`;
  if (everyMinutes < HOUR && HOUR % everyMinutes === 0) return `0/${everyMinutes} * * * ? *`;
  throw new Error(`no schedule runs every ${everyMinutes} minutes`);
}
