// THE list of alarms: what each means for people, and from where on. The runbook has an entry of the same name.
import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import { type AlarmDefinition, logMetric } from "./alarms.ts";
import type { OperationsProps } from "./operations.ts";
import type { WorkQueue } from "./work-queue.ts";

const FIVE_MINUTES = Duration.minutes(5);

export function alarmsOf({
  stage,
  data,
  http,
  functions,
  messages,
  reports,
  schedules,
  mail,
}: OperationsProps): AlarmDefinition[] {
  const logged = (code: Parameters<typeof logMetric>[1], period = FIVE_MINUTES) =>
    logMetric(stage.name, code, period);
  const waiting = (one: WorkQueue["queue"]) =>
    one.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM });
  const oldest = (one: WorkQueue["queue"]) =>
    one.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM });
  return [
    {
      name: "answers-fail",
      meaning: "People see an error page, or a sheet's sync fails and is tried again.",
      metric: http.metricServerError({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      above: 5,
    },
    {
      name: "unexpected-error",
      meaning: "Somebody met a bug; nothing was written by halves.",
      metric: logged("UNEXPECTED"),
      above: 0,
    },
    {
      name: "answers-slow",
      meaning: "Forms and sheets feel slow.",
      metric: http.metricLatency({ period: FIVE_MINUTES, statistic: "p95" }),
      above: 5_000,
      periods: 3,
    },
    ...Object.entries(functions).map(([name, { lambda }]) => ({
      name: `${name}-function-fails`,
      meaning: `The function ${name} ended without an answer.`,
      metric: lambda.metricErrors({ period: FIVE_MINUTES, statistic: Stats.SUM }),
      above: 0,
      periods: 2,
    })),
    {
      name: "functions-throttled",
      meaning: "More calls at once than the account allows; sheets try again.",
      metric: sumOf(
        Object.entries(functions).map(([name, { lambda }]) => [
          name,
          lambda.metricThrottles({ period: FIVE_MINUTES, statistic: Stats.SUM }),
        ]),
      ),
      above: 0,
      periods: 2,
    },
    {
      name: "table-throttled",
      meaning: "Writes are refused for being too many in one place; sheets hear 503 and try again.",
      metric: throttledTable(data.table.tableName),
      above: 10,
    },
    {
      name: "job-failed",
      meaning: "Reminders, stamps of closing or the calendar may be late; the next run makes up for it.",
      metric: logged("JOB_FAILED"),
      above: 0,
      periods: 2,
    },
    {
      name: "jobs-silent",
      meaning: "No job has ended well for two hours: nobody is reminded.",
      metric: logged("JOB_DONE", Duration.hours(1)),
      above: 0,
      periods: 2,
      missingIsBad: true,
    },
    {
      name: "schedule-dead-letters",
      meaning: "A job could not be started.",
      metric: waiting(schedules.deadLetters),
      above: 0,
    },
    {
      name: "recount-differs",
      meaning: "A figure on the centre's board is not what its rows add up to.",
      metric: logged("RECOUNT_DIFFERS"),
      above: 0,
    },
    {
      name: "message-dead",
      meaning: "Somebody was not told what they should have been told.",
      metric: logged("MESSAGE_DEAD"),
      above: 0,
    },
    {
      name: "message-dead-letters",
      meaning: "Messages could not be worked off; they still stand in the outbox.",
      metric: waiting(messages.deadLetters),
      above: 0,
    },
    {
      name: "messages-late",
      meaning: "Messages wait for more than half an hour.",
      metric: oldest(messages.queue),
      above: 30 * 60,
    },
    {
      name: "report-failed",
      meaning: "Somebody ordered a report and did not get it; the page of reports says so.",
      metric: logged("REPORT_FAILED"),
      above: 0,
    },
    {
      name: "report-dead-letters",
      meaning: "An order of a report was given up after three tries.",
      metric: waiting(reports.deadLetters),
      above: 0,
    },
    {
      name: "reports-late",
      meaning: "Reports wait for more than half an hour to be made.",
      metric: oldest(reports.queue),
      above: 30 * 60,
    },
    {
      name: "many-unmasked",
      meaning: "Somebody looks at unusually many people's data.",
      metric: logged("UNMASKED", Duration.hours(1)),
      above: 100,
    },
    ...(mail
      ? [
          {
            name: "mail-bounces",
            meaning: "E-mail addresses are wrong; AWS may stop all e-mail above ten per cent.",
            metric: new Metric({
              namespace: "AWS/SES",
              metricName: "Reputation.BounceRate",
              period: Duration.hours(1),
              statistic: Stats.MAXIMUM,
            }),
            above: 0.05,
          },
        ]
      : []),
  ];
}

function sumOf(metrics: readonly (readonly [name: string, metric: IMetric])[]): MathExpression {
  return new MathExpression({
    expression: metrics.map(([name]) => name).join(" + "),
    usingMetrics: Object.fromEntries(metrics),
    period: FIVE_MINUTES,
  });
}

function throttledTable(TableName: string): MathExpression {
  const of = (metricName: string) =>
    new Metric({
      namespace: "AWS/DynamoDB",
      metricName,
      dimensionsMap: { TableName },
      statistic: Stats.SUM,
      period: FIVE_MINUTES,
    });
  return sumOf([
    ["reads", of("ReadThrottleEvents")],
    ["writes", of("WriteThrottleEvents")],
  ]);
}
