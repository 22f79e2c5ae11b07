// What the reports have in common: cover, motto, notes, signatures.
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import type { Hall } from "../../../shared/capabilities/organisation/hall.ts";
import { type MOTTOES, mottoOf } from "../../../shared/capabilities/organisation/mottoes.ts";
import { dateTimeAt } from "../../../shared/kernel/date-time.ts";
import type { Text } from "../../../shared/kernel/text.ts";
import type { RowsQuery } from "../../boards/figures-table.ts";
import { centreRows, hallRows } from "../../boards/rows-address.ts";
import type { Dependencies } from "../../dependencies.ts";
import { httpProblems, refuse } from "../../http/http-problems.ts";
import { findCentre, listHalls } from "../../storage/directory-store.ts";
import type { ReportOrder } from "../../storage/report-store.ts";
import { centreZone } from "../../use-cases/centre-zone.ts";
import { hallsOf } from "../../use-cases/roll-ups.ts";
import type { Block, Report } from "../model/report.ts";

export interface ReportPlace {
  readonly centre: Centre;
  /** The hall that the report is about; null for all of them. */
  readonly hall: Hall | null;
  /** The halls that it covers, by id. */
  readonly halls: readonly Hall[];
  readonly zone: string;
  readonly rowsOf: (query: RowsQuery) => string;
}

export async function reportPlace(deps: Dependencies, order: ReportOrder): Promise<ReportPlace> {
  const centre = await findCentre(deps.table, order.centre);
  if (!centre) refuse(httpProblems.unknown_centre({ centre: order.centre }));
  const all = await listHalls(deps.table);
  const own = hallsOf(all, centre.id, deps.now()).sort((a, b) => (a.id < b.id ? -1 : 1));
  const hall = order.hall === null ? null : (all.find(({ id }) => id === order.hall) ?? null);
  const halls = hall ? [hall] : own;
  return {
    centre,
    hall,
    halls,
    zone: hall?.timeZone ?? centreZone(own),
    rowsOf: hall ? hallRows(hall.id) : centreRows(centre.id),
  };
}

const SIGNATURES: Block = {
  kind: "signatures",
  lines: [
    { label: { zh: "填报人", en: "Prepared by" } },
    { label: { zh: "审核人", en: "Checked by" } },
    { label: { zh: "负责人（签章）", en: "Responsible leader (signature, seal)" } },
  ],
};

export interface FrameAsked {
  readonly kind: string;
  readonly title: Text;
  readonly subtitle: Text;
  readonly preliminary: boolean;
  readonly notes: readonly Text[];
  readonly blocks: readonly Block[];
  /** The document's whose form the report has; D1's unless said. */
  readonly motto?: keyof typeof MOTTOES;
}

export function framed(deps: Dependencies, { centre, hall, zone }: ReportPlace, asked: FrameAsked): Report {
  const { kind, title, subtitle, preliminary, notes, blocks } = asked;
  return {
    format: 1,
    kind,
    title: { zh: `${subtitle.zh}${title.zh}`, en: `${title.en}, ${subtitle.en}` },
    cover: { motto: mottoOf(centre, asked.motto), organisation: hall?.name ?? centre.name, title, subtitle },
    preliminary,
    asOf: dateTimeAt(deps.now(), zone),
    notes: [...notes, MASKED],
    blocks: [...blocks, SIGNATURES],
  };
}

const MASKED: Text = {
  zh: "本报告不含办事群众的姓名、电话等个人信息；明细须凭职责在系统中查看。",
  en: "This report holds no resident's name, telephone or other personal details; rows are looked at in the system, by those whose work it is.",
};
