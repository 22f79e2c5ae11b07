// The catalogue that a centre starts with and then makes its own: every matter that the source documents name.
import type { Matter } from "./matter.ts";
import { CATERING_MATTERS } from "./shipped/catering.ts";
import { CULTURE_MATTERS } from "./shipped/culture.ts";
import { EMPLOYMENT_MATTERS } from "./shipped/employment.ts";
import { LIVING_SERVICE_MATTERS } from "./shipped/living-services.ts";
import { MEDIATION_MATTERS } from "./shipped/mediation.ts";
import { MIGRANT_MATTERS } from "./shipped/migrants.ts";
import { PARTY_MATTERS } from "./shipped/party.ts";
import { PUBLIC_HEALTH_MATTERS } from "./shipped/public-health.ts";
import { SAFETY_MATTERS } from "./shipped/safety.ts";
import { WELFARE_MATTERS } from "./shipped/welfare.ts";

/**
 * The matters stand in the documents; their flows, limits and materials are defaults, not law. Identity papers are
 * shown at the window and never copied, so no list of materials names them.
 */
export const SHIPPED_MATTERS: readonly Matter[] = [
  ...WELFARE_MATTERS,
  ...PUBLIC_HEALTH_MATTERS,
  ...EMPLOYMENT_MATTERS,
  ...MEDIATION_MATTERS,
  ...MIGRANT_MATTERS,
  ...SAFETY_MATTERS,
  ...PARTY_MATTERS,
  ...CULTURE_MATTERS,
  ...LIVING_SERVICE_MATTERS,
  ...CATERING_MATTERS,
];
