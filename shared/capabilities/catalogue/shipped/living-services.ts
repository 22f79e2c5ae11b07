// The seven living services: each takes a fee, a request and a report of something to repair (D1 三2 受理和收费).
import type { Matter, Post } from "../matter.ts";
import { LIVING_SERVICES } from "../posts.ts";
import { material, mattersOf } from "./matters-of.ts";

const materials = [material("account-number", "户号", "Account number")];

/** The employer's clerk is responsible for all three. */
function mattersOfService(post: Post, initials: string): Matter[] {
  const name = (zh: string, en: string) => ({ zh: `${post.name.zh}${zh}`, en: `${post.name.en}: ${en}` });
  return mattersOf(post, [
    {
      id: `${post.id}-fee`,
      name: name("收费", "payment of a fee"),
      initials: `${initials}SF`,
      flow: "agencyHandling",
      timeLimit: 0,
      fee: true,
      materials,
    },
    {
      id: `${post.id}-request`,
      name: name("业务受理", "request"),
      initials: `${initials}YWSL`,
      flow: "agencyHandling",
      timeLimit: 1,
      materials,
    },
    {
      id: `${post.id}-repair`,
      name: name("报修转办", "referral of a repair"),
      initials: `${initials}BXZB`,
      flow: "agencyHandling",
      timeLimit: 3,
      materials,
    },
  ]);
}

export const LIVING_SERVICE_MATTERS: readonly Matter[] = [
  ...mattersOfService(LIVING_SERVICES.propertyManagement, "WY"),
  ...mattersOfService(LIVING_SERVICES.electricity, "YD"),
  ...mattersOfService(LIVING_SERVICES.water, "YS"),
  ...mattersOfService(LIVING_SERVICES.naturalGas, "TRQ"),
  ...mattersOfService(LIVING_SERVICES.telecoms, "TX"),
  ...mattersOfService(LIVING_SERVICES.television, "DS"),
  ...mattersOfService(LIVING_SERVICES.householdServices, "JZ"),
];
