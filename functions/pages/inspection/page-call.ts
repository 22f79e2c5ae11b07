// A page's request as a call on a round, and posted fields as what the API takes: one shape, one refusal.
import type { Context } from "hono";
import type * as z from "zod";
import type { InspectionAction } from "../../../shared/capabilities/inspection/inspection-access.ts";
import { INSPECTION_ACCESS } from "../../../shared/capabilities/inspection/inspection-access.ts";
import { can } from "../../../shared/kernel/permissions.ts";
import { refuse } from "../../http/http-problems.ts";
import { parseShape } from "../../http/parse-shape.ts";
import { hasCentreRole } from "../../http/require-centre-role.ts";
import {
  type HallCall,
  hallRoundFor,
  type InspectionCall,
  inHall,
  roundFor,
} from "../../use-cases/inspection/inspection-call.ts";
import type { PageEnv } from "../page-env.ts";

export function askedBy(c: Context<PageEnv>) {
  return { deps: c.get("deps"), principal: c.get("principal"), centre: c.req.query("centre") || undefined };
}

export function roundOf(c: Context<PageEnv>, action: InspectionAction): Promise<InspectionCall> {
  return roundFor({ ...askedBy(c), round: c.req.param("round") ?? "" }, action);
}

export async function roundHallOf(c: Context<PageEnv>, action: InspectionAction): Promise<HallCall> {
  return inHall(await roundOf(c, action), c.req.param("hall") ?? "");
}

export function ownHallOf(c: Context<PageEnv>, action: InspectionAction): Promise<HallCall> {
  const { deps, principal } = askedBy(c);
  return hallRoundFor(
    { deps, principal, round: c.req.param("round") ?? "", hall: c.req.param("hall") ?? "" },
    action,
  );
}

export function mayIn({ deps, principal, centre }: InspectionCall, action: InspectionAction): boolean {
  return hasCentreRole(deps, principal, centre, INSPECTION_ACCESS[action]);
}

export function mayInHall({ principal, centre, hall, today }: HallCall, action: InspectionAction): boolean {
  return can(principal, { id: hall.id, centre: centre.id, today }, INSPECTION_ACCESS, action);
}

export function shaped<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = parseShape(schema, given);
  return parsed.ok ? parsed.value : refuse(parsed.error);
}

/** A number as a form sends it; nothing where the field was left empty. */
export function numberIn(fields: URLSearchParams, name: string): number | undefined {
  const text = (fields.get(name) ?? "").trim();
  return text === "" ? undefined : Number(text);
}

export const textIn = (fields: URLSearchParams, name: string): string => (fields.get(name) ?? "").trim();

export function tokenOf(c: Context<PageEnv>): string {
  return c.get("signedIn")?.formToken ?? "";
}
