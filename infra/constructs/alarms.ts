// What wakes somebody. Each alarm is named after its entry in `infra/runbook.md`, which says what to do.
import { type Duration, Stack } from "aws-cdk-lib";
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import type { LogCode } from "../../functions/logging/log.ts";
import { METRIC_NAMESPACE } from "../../functions/logging/log-to-console.ts";

export interface AlarmDefinition {
  /** The heading of the runbook's entry, in kebab-case. */
  readonly name: string;
  /** What users lose while it lasts. */
  readonly meaning: string;
  readonly metric: IMetric;
  readonly above: number;
  readonly periods?: number;
  /** Silence is what it alarms about. */
  readonly missingIsBad?: true;
}

/** How often a log line was written in a stage; counted lines only. */
export function logMetric(stage: string, code: LogCode, period: Duration): Metric {
  return new Metric({
    namespace: METRIC_NAMESPACE,
    metricName: code,
    dimensionsMap: { stage },
    statistic: Stats.SUM,
    period,
  });
}

export class Alarms extends Construct {
  readonly all: readonly Alarm[];

  constructor(scope: Construct, id: string, topic: Topic, definitions: readonly AlarmDefinition[]) {
    super(scope, id);
    this.all = definitions.map(({ name, meaning, metric, above, periods = 1, missingIsBad }) => {
      const alarm = new Alarm(this, name, {
        alarmName: `${Stack.of(this).stackName}-${name}`,
        alarmDescription: `${meaning} Runbook: infra/runbook.md#${name}`,
        metric,
        threshold: above,
        comparisonOperator: missingIsBad
          ? ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD
          : ComparisonOperator.GREATER_THAN_THRESHOLD,
        evaluationPeriods: periods,
        treatMissingData: missingIsBad ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      });
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
      return alarm;
    });
  }
}
