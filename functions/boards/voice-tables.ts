// What residents say of the halls: complaints, bad ratings and their loops, by hall and by what they are about. D2 投诉.
import { officeOf } from "../../shared/capabilities/organisation/hall.ts";
import type { Text } from "../../shared/kernel/text.ts";
import type { Ledger } from "../../shared/ledger/define-ledger.ts";
import type { Block, TableBlock } from "../reports/model/report.ts";
import { BOARD_TEXTS } from "./board-texts.ts";
import { detailTables, dimensionTable, hallsTable } from "./consolidated-tables.ts";
import { consolidate } from "./consolidation.ts";
import { readBands, urgentTable } from "./overdue.ts";
import type { RegisterCall } from "./register-call.ts";
import { chartsOf } from "./trend.ts";

/** In the order of the page. */
const VOICES = ["complaints", "centre-complaints", "service-ratings"] as const;
const URGENT_SHOWN = 50;

const TEXTS = {
  withheld: {
    zh: "投诉台账只对处理投诉的人员开放；其数字见中心的报告。",
    en: "The ledgers of complaints are open to those who deal with them; their figures stand in the centre's reports.",
  },
  lead: {
    zh: "按收到和办结所属季度统计，点数字看明细；“当前”为此刻的存量。投诉须登记、告知、调查、答复；差评须整改、回访。",
    en: "By the quarter in which they came and ended; a figure opens its rows, and “now” is as of this moment. A complaint is registered, acknowledged, looked into and answered; a bad rating is put right and called back about.",
  },
} as const satisfies Record<string, Text>;

/**
 * @param call over a quarter
 * @param readable the ledgers whose rows the caller may open: of others nothing is shown
 */
export async function voiceBlocks(call: RegisterCall, readable: readonly Ledger[]): Promise<Block[]> {
  const ledgers = VOICES.flatMap((id) => readable.filter((ledger) => ledger.id === id));
  const parts = await Promise.all(ledgers.map((ledger) => blocksOf(call, ledger)));
  const withheld: Block[] = ledgers.length < VOICES.length ? [{ kind: "notice", text: TEXTS.withheld }] : [];
  return [{ kind: "paragraph", parts: [TEXTS.lead] }, ...withheld, ...parts.flat()];
}

async function blocksOf(call: RegisterCall, ledger: Ledger): Promise<Block[]> {
  const { deps, centre, period, rowsOf } = call;
  const { table } = deps;
  const places = ledger.scope === "centre" ? [officeOf(centre)] : call.halls;
  const [found, open] = await Promise.all([
    consolidate(table, ledger, centre, period, deps.now()),
    readBands(table, ledger, centre, places, deps.now()),
  ]);
  const own = (block: TableBlock): TableBlock => ({ ...block, id: `${ledger.id}-${block.id}` });
  const halls = own(hallsTable(found, { rowsOf }));
  const split = found.empty ? undefined : dimensionTable(found, { rowsOf });
  return [
    { kind: "heading", level: 1, text: ledger.title },
    ...(found.empty ? [{ kind: "notice" as const, text: BOARD_TEXTS.empty }] : []),
    ...(places.length > 1 && !found.empty ? chartsOf(halls, ledger, "bars") : []),
    halls,
    ...(found.empty ? [] : detailTables(found, { rowsOf }).map(own)),
    ...(split ? [own(split)] : []),
    own(urgentTable(open, ledger, centre, URGENT_SHOWN)),
  ];
}
