// Drafts what each hall has to sign at closing: the day's summary, nil days too, and the week's supervision.
import { draftClosings } from "../use-cases/periods/draft-closings.ts";
import type { Job } from "./job.ts";

export const closingDraftsJob: Job = {
  label: { zh: "闭厅起草汇总和督查", en: "Draft summaries and supervisions at closing" },
  everyMinutes: 60,
  async run({ deps, centre, halls, now }) {
    let drafted = 0;
    for (const hall of halls) drafted += await draftClosings(deps, hall, centre, now);
    return { drafted };
  },
};
