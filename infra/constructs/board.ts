// The one dashboard: how much comes in, how fast it is answered, what waits, and what should be nought.
import { Duration, Stack } from "aws-cdk-lib";
import { Dashboard, GraphWidget, type IMetric, Metric, Stats } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import { logMetric } from "./alarms.ts";
import type { OperationsProps } from "./operations.ts";

const FIVE_MINUTES = Duration.minutes(5);

export function showBoard(
  scope: Construct,
  { stage, http, functions, messages, reports, data }: OperationsProps,
): void {
  const graph = (title: string, left: IMetric[], right: IMetric[] = []) =>
    new GraphWidget({ title, left, right, width: 12 });
  const consumed = (metricName: string) =>
    new Metric({
      namespace: "AWS/DynamoDB",
      metricName,
      dimensionsMap: { TableName: data.table.tableName },
      statistic: Stats.SUM,
      period: FIVE_MINUTES,
    });
  new Dashboard(scope, "Board", {
    dashboardName: `${Stack.of(scope).stackName}`,
    widgets: [
      [
        graph(
          "Calls, and errors of ours",
          [http.metricCount()],
          [http.metricServerError(), http.metricClientError()],
        ),
        graph("Time to answer (p50, p95)", [
          http.metricLatency({ statistic: "p50" }),
          http.metricLatency({ statistic: "p95" }),
        ]),
      ],
      [
        graph(
          "Functions: calls at once",
          Object.values(functions).map(({ lambda }) =>
            lambda.metric("ConcurrentExecutions", { statistic: Stats.MAXIMUM }),
          ),
        ),
        graph(
          "Table: capacity units",
          [consumed("ConsumedWriteCapacityUnits")],
          [consumed("ConsumedReadCapacityUnits")],
        ),
      ],
      [
        graph(
          "Jobs",
          [logMetric(stage.name, "JOB_DONE", FIVE_MINUTES)],
          [logMetric(stage.name, "JOB_FAILED", FIVE_MINUTES)],
        ),
        graph(
          "Messages waiting, and their age",
          [messages.queue.metricApproximateNumberOfMessagesVisible()],
          [messages.queue.metricApproximateAgeOfOldestMessage()],
        ),
      ],
      [
        graph(
          "Reports waiting, and their age",
          [reports.queue.metricApproximateNumberOfMessagesVisible()],
          [reports.queue.metricApproximateAgeOfOldestMessage()],
        ),
        graph("Personal data shown on purpose", [logMetric(stage.name, "UNMASKED", Duration.hours(1))]),
      ],
      [
        graph("What should be nought", [
          logMetric(stage.name, "UNEXPECTED", FIVE_MINUTES),
          logMetric(stage.name, "RECOUNT_DIFFERS", FIVE_MINUTES),
          logMetric(stage.name, "MESSAGE_DEAD", FIVE_MINUTES),
          logMetric(stage.name, "REPORT_FAILED", FIVE_MINUTES),
        ]),
      ],
    ],
  });
}
