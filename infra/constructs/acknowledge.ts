// A check that is not followed, on record with the reason: never without one.
import { Validations } from "aws-cdk-lib";
import type { IConstruct } from "constructs";

export function acknowledge(construct: IConstruct, id: string, reason: string): void {
  if (reason.length < 20) throw new Error(`${id}: say in a sentence why it is not followed`);
  Validations.of(construct).acknowledge({ id, reason });
}
