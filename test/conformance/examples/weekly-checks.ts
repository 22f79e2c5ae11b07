// A full check with a fault, reported; a surprise check that is only planned; one that is recorded.
import { FOURTEEN_CONTENTS } from "../../../shared/capabilities/duty-checks/fourteen-contents.ts";
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

const contents = Object.keys(FOURTEEN_CONTENTS).map((item) =>
  item === "badges" ? { item, ok: false, note: "二号窗口未佩证" } : { item, ok: true },
);
const inspectors = ["张样例", "李样例", "王样例"];

export const example = (place: ExamplePlace): LedgerExample => ({
  before: [
    {
      ledger: "weekly-duty",
      id: place.id(1),
      values: {
        monday: "2026-10-26",
        cadres: ["张样例"],
        supervisors: ["李样例"],
        windowHeads: ["王样例"],
      },
    },
    {
      ledger: "cases",
      id: place.id(2),
      values: {
        receivedAt: "2026-10-27T09:05:00+08:00",
        matter: "senior-card",
        visitor: "张样例",
        acceptedBy: "李样例",
      },
    },
  ],
  values: { checkedOn: "2026-10-28", kind: "full", inspectors },
  lives: [
    { values: { kind: "surprise", inspectors: ["张样例"] }, steps: [] },
    {
      values: { kind: "surprise", inspectors: ["张样例"] },
      steps: [{ action: "record", values: { on: "2026-10-28", contents: [{ item: "attire", ok: true }] } }],
    },
    {
      steps: [
        {
          action: "record",
          values: {
            on: "2026-10-28",
            contents,
            sampledCases: [place.serialOf(2)],
            rectifyOwner: "王样例",
            rectifyBy: "2026-11-02",
          },
        },
        { action: "publish", values: { on: "2026-11-03", meeting: "两委会第 20 次会议" } },
      ],
    },
  ],
});
