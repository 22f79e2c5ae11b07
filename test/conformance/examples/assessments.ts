// Not scored; one score; both; concluded. One person has one assessment for a period.
import type { ExamplePlace, LedgerExample } from "../ledger-example.ts";

const community = { action: "scoreByCommunity", values: { on: "2026-11-18", score: 90 } };
const employer = {
  action: "scoreByEmployer",
  values: { on: "2026-11-19", score: 80, document: "供电〔2026〕8 号" },
  by: "supervisingLeader",
};
const conclude = { action: "conclude", values: { on: "2026-11-20", grade: "sound" }, by: "director" };
const month = (number: string) => ({ firstDay: `2026-${number}-01`, period: `2026-${number}` });

export const example = ({ hall }: ExamplePlace): LedgerExample => ({
  values: { ...month("01"), person: `p-utility.${hall}` },
  lives: [
    { steps: [] },
    { values: month("02"), steps: [community] },
    { values: month("03"), steps: [community, employer] },
    { values: month("04"), steps: [community, employer, conclude] },
  ],
});
