// Makes rows anonymous whose retention is over.
import { forgetExpired } from "../use-cases/privacy/forget-expired.ts";
import type { Job } from "./job.ts";

export const retentionJob: Job = {
  label: { zh: "到期匿名化", en: "Make expired rows anonymous" },
  everyMinutes: 1440,
  async run({ deps, centre, halls, now }) {
    let forgotten = 0;
    for (const hall of halls) forgotten += await forgetExpired(deps.table, hall, centre, deps.ledgers, now);
    return { forgotten };
  },
};
