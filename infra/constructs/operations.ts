// What an operator sees: alarms that reach them, one dashboard, and a budget.
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import { Construct } from "constructs";
import type { DataStack } from "../stacks/data-stack.ts";
import type { Stage } from "../stages/stage.ts";
import { Alarms } from "./alarms.ts";
import { alarmsOf } from "./alarms-of-service.ts";
import { showBoard } from "./board.ts";
import type { LedgerFunction } from "./ledger-function.ts";
import type { MailSender } from "./mail-sender.ts";
import type { Schedules } from "./schedules.ts";
import type { WorkQueue } from "./work-queue.ts";

export interface OperationsProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly http: HttpApi;
  readonly functions: Readonly<Record<string, LedgerFunction>>;
  readonly messages: WorkQueue;
  readonly reports: WorkQueue;
  readonly schedules: Schedules;
  readonly mail: MailSender | null;
}

export class Operations extends Construct {
  constructor(scope: Construct, id: string, props: OperationsProps) {
    super(scope, id);
    const { stage, data } = props;
    const topic = new Topic(this, "Operators", { masterKey: data.key, enforceSSL: true });
    topic.grantPublish(new ServicePrincipal("cloudwatch.amazonaws.com"));
    for (const address of stage.operators) topic.addSubscription(new EmailSubscription(address));
    new Alarms(this, "Alarms", topic, alarmsOf(props));
    showBoard(this, props);
    if (stage.monthlyBudget !== null) limitSpending(this, stage.name, stage.monthlyBudget, stage.operators);
  }
}

function limitSpending(scope: Construct, stage: string, amount: number, operators: readonly string[]): void {
  new CfnBudget(scope, "Budget", {
    budget: {
      budgetName: `hall-ledger-${stage}`,
      budgetType: "COST",
      timeUnit: "MONTHLY",
      budgetLimit: { amount, unit: "USD" },
    },
    notificationsWithSubscribers: [
      { notificationType: "ACTUAL", threshold: 80 },
      { notificationType: "FORECASTED", threshold: 100 },
    ].map((notification) => ({
      notification: { ...notification, comparisonOperator: "GREATER_THAN", thresholdType: "PERCENTAGE" },
      subscribers: operators.map((address) => ({ subscriptionType: "EMAIL", address })),
    })),
  });
}
