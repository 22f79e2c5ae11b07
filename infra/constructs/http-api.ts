// The one address of everything: the API behind a check of identity tokens, and the pages beside it.
import { Duration } from "aws-cdk-lib";
import { AccessLogField, AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import type { IKey } from "aws-cdk-lib/aws-kms";
import type { Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { sheetApi } from "../../functions/routes/sheet-api.ts";
import type { Stage } from "../stages/stage.ts";
import { acknowledge } from "./acknowledge.ts";

export interface LedgerApiProps {
  readonly stage: Stage;
  readonly key: IKey;
  readonly api: LambdaFunction;
  readonly oversight: LambdaFunction;
  readonly pages: LambdaFunction;
}

export class LedgerApi extends Construct {
  readonly http: HttpApi;

  constructor(scope: Construct, id: string, { stage, key, api, oversight, pages }: LedgerApiProps) {
    super(scope, id);
    const [first] = stage.issuers;
    if (!first) throw new Error("a stage has at least one issuer");
    const identity = new HttpJwtAuthorizer("Identity", first.issuer, { jwtAudience: [...first.audiences] });
    const nobody = new HttpNoneAuthorizer();
    const domain = stage.domain && {
      domainName: new DomainName(this, "Domain", {
        domainName: stage.domain.name,
        certificate: Certificate.fromCertificateArn(this, "Certificate", stage.domain.certificateArn),
      }),
    };
    this.http = new HttpApi(this, "Http", {
      description: "便民大厅台账 Hall Ledger",
      disableExecuteApiEndpoint: domain !== null,
      createDefaultStage: false,
    });
    const logs = new LogGroup(this, "AccessLog", { encryptionKey: key, retention: stage.logDays });
    this.http.addStage("LiveStage", {
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: stage.throttle.rate, burstLimit: stage.throttle.burst },
      detailedMetricsEnabled: true,
      accessLogSettings: { destination: new LogGroupLogDestination(logs), format: ACCESS_LOG },
      ...(domain ? { domainMapping: domain } : {}),
    });
    const to = {
      api: new HttpLambdaIntegration("Api", api, { timeout: ANSWER_WITHIN }),
      oversight: new HttpLambdaIntegration("Oversight", oversight, { timeout: ANSWER_WITHIN }),
      pages: new HttpLambdaIntegration("Pages", pages, { timeout: ANSWER_WITHIN }),
    };
    const route = (
      path: string,
      method: HttpMethod,
      where: keyof typeof to,
      authorizer: IHttpRouteAuthorizer,
    ) => this.http.addRoutes({ path, methods: [method], integration: to[where], authorizer });

    for (const { method, path } of sheetRoutes()) route(path, method, "api", identity);
    route("/v1/{proxy+}", HttpMethod.ANY, "oversight", identity);
    const open = [
      ...route("/v1/health", HttpMethod.GET, "api", nobody),
      ...route("/v1/openapi.json", HttpMethod.GET, "oversight", nobody),
      ...route("/", HttpMethod.ANY, "pages", nobody),
      ...route("/{proxy+}", HttpMethod.ANY, "pages", nobody),
    ];
    for (const one of open) {
      acknowledge(
        one,
        "AwsSolutions-APIG4",
        "Liveness and the description say nothing about anybody; pages have sessions of their own, checked by the app.",
      );
    }
  }
}

/** API Gateway gives up after thirty seconds; so that the app's own answer is the one that arrives. */
const ANSWER_WITHIN = Duration.seconds(29);

/** Ids and counts: no token, no query and no body, for names and reasons may stand there. */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    sourceIp: AccessLogField.contextIdentitySourceIp(),
    routeKey: "$context.routeKey",
    status: AccessLogField.contextStatus(),
    latency: AccessLogField.contextResponseLatency(),
    authorizerError: "$context.authorizer.error",
    integrationError: "$context.integrationErrorMessage",
  }),
);

export interface GatewayRoute {
  readonly method: HttpMethod;
  readonly path: string;
}

/** The routes of the sheets' API as API Gateway writes them, taken from the app itself. */
export function sheetRoutes(): GatewayRoute[] {
  return sheetApi().routes.map(({ method, path }) => {
    const found = Object.values(HttpMethod).find((one) => one === method);
    if (!found) throw new Error(`API Gateway has no method ${method}`);
    return { method: found, path: `/v1${path.replace(/:([\w]+)/g, "{$1}")}` };
  });
}
