// E-mail by SES: a domain of the centre's own, signed, over TLS only, and refused addresses remembered.
import { Stack } from "aws-cdk-lib";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import type { Stage as LedgerStage } from "../stages/stage.ts";
import type { LedgerFunction } from "./ledger-function.ts";

export class MailSender extends Construct {
  readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, mail: NonNullable<LedgerStage["mail"]>, sender: LedgerFunction) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, "Settings", {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      reputationMetrics: true,
    });
    const identity = new EmailIdentity(this, "Domain", {
      identity: Identity.domain(mail.domain),
      configurationSet: this.configurationSet,
    });
    const settings = Stack.of(this).formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: this.configurationSet.configurationSetName,
    });
    sender.allow(["ses:SendEmail"], [identity.emailIdentityArn, settings], {
      StringEquals: { "ses:FromAddress": mail.from },
    });
  }
}
