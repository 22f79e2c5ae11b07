// What an ID token says about a person, in the shape of Google's.
import { type DemonstrationAccount, subjectOf } from "./demonstration-account.ts";

export interface IdentityClaims {
  readonly sub: string;
  readonly email: string;
  readonly email_verified: true;
  readonly name: string;
  readonly [claim: string]: string | boolean;
}

export function claimsOf(account: DemonstrationAccount): IdentityClaims {
  return {
    sub: subjectOf(account.email),
    email: account.email,
    email_verified: true,
    name: account.name,
  };
}
