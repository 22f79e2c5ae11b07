// The acceptance report as a kind that can be ordered; of a signed round it is what was frozen, whatever changed since.

import { inspectionProblems } from "../../../shared/capabilities/inspection/inspection-problems.ts";
import { CENTRE_READERS } from "../../../shared/kernel/permissions.ts";
import { refuse } from "../../http/http-problems.ts";
import { findRound } from "../../storage/inspection-store.ts";
import { readAcceptance } from "../acceptance/read-acceptance.ts";
import type { ReportKind } from "../report-kind.ts";
import { reportPlace } from "./report-frame.ts";

export const acceptanceKind: ReportKind = {
  id: "acceptance",
  title: { zh: "验收报告", en: "Acceptance report" },
  roles: CENTRE_READERS,
  about: "either",
  subject: {
    label: { zh: "验收编号", en: "Round" },
    example: "2026-november",
    check: (subject) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(subject),
  },
  async build(deps, order, progress) {
    await progress(0.2, { zh: "读取验收记录", en: "Reading the round" });
    const { centre } = await reportPlace(deps, order);
    const stored = await findRound(deps.table, { centre: centre.id, round: order.subject });
    if (!stored) refuse(inspectionProblems.unknown_round({}));
    if (order.hall !== null && !stored.round.halls.some(({ id }) => id === order.hall)) {
      refuse(inspectionProblems.hall_not_in_round({}));
    }
    return readAcceptance({ deps, centre, stored }, order.hall);
  },
};
