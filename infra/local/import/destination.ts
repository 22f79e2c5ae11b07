// Where rows go: the hall and the ledger's definition as the backend describes them.
import * as z from "zod";
import { Matter } from "../../../shared/capabilities/catalogue/matter.ts";
import { ROLES } from "../../../shared/kernel/permissions.ts";
import { StartFailure } from "../start-failure.mjs";
import type { ApiClient } from "./api-client.ts";

const Text = z.object({ zh: z.string(), en: z.string() });
const Role = z.enum(ROLES);

const FieldDescription = z.object({
  id: z.string(),
  kind: z.string(),
  label: Text,
  refersTo: z.string().optional(),
});
export type FieldDescription = z.infer<typeof FieldDescription>;

const LedgerDescription = z.object({
  id: z.string(),
  version: z.number(),
  title: Text,
  fields: z.array(FieldDescription),
  access: z.record(z.string(), z.array(Role)),
});
export type LedgerDescription = z.infer<typeof LedgerDescription>;

const HallDescription = z.object({
  id: z.string(),
  name: Text,
  timeZone: z.string(),
  closesAt: z.string(),
  centre: z.string(),
  roles: z.array(Role),
});
export type HallDescription = z.infer<typeof HallDescription>;

const Reference = z.object({
  matters: z.array(Matter),
  calendar: z.object({
    years: z.array(
      z.object({
        year: z.number(),
        source: Text,
        version: z.number(),
        off: z.array(z.tuple([z.string(), z.string()])),
        makeUp: z.array(z.string()),
      }),
    ),
  }),
  policy: z.object({
    receiveNextDay: z.boolean(),
    correctionNoticeWithin: z.number(),
    lateEntryAfter: z.number(),
  }),
});
export type Reference = z.infer<typeof Reference>;

export interface Destination {
  readonly hall: HallDescription;
  readonly ledger: LedgerDescription;
  readonly reference: Reference;
}

/** @throws StartFailure when there is no such hall or ledger, or the caller may not write there */
export async function findDestination(
  api: ApiClient,
  hallId: string,
  ledgerId: string,
): Promise<Destination> {
  const halls = await api.get("/v1/halls", z.array(HallDescription));
  const hall = halls.find(({ id }) => id === hallId);
  if (!hall) {
    const ids = halls.map(({ id }) => id).join(", ");
    throw new StartFailure({
      zh: `没有大厅“${hallId}”,或者您无权查看。您能用的大厅:${ids || "(没有)"}`,
      en: `There is no hall “${hallId}”, or you may not see it. Halls you may use: ${ids || "(none)"}`,
    });
  }
  const ledgers = await api.get("/v1/ledgers", z.array(LedgerDescription));
  const ledger = ledgers.find(({ id }) => id === ledgerId);
  if (!ledger) {
    const ids = ledgers.map(({ id }) => id).join(", ");
    throw new StartFailure({
      zh: `没有台账“${ledgerId}”。有:${ids}`,
      en: `There is no ledger “${ledgerId}”. There are: ${ids}`,
    });
  }
  if (!hall.roles.some((role) => ledger.access.upsert?.includes(role))) {
    throw new StartFailure({
      zh: `您在“${hall.name.zh}”的岗位不能登记“${ledger.title.zh}”;请换一个账号(--as),或请大厅负责人导入。`,
      en: `Your role in “${hall.name.en}” may not enter rows in “${ledger.title.en}”; use another account (--as) or ask the hall's head.`,
    });
  }
  const reference = await api.get(`/v1/halls/${hall.id}/reference`, Reference);
  return { hall, ledger, reference };
}
