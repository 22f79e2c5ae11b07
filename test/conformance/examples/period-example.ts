// What the rows of the period ledgers have in common: they are written by verbs, one for each rule and period.
export const period = (rule: string, id: string, firstDay: string, lastDay: string) => ({
  firstDay,
  lastDay,
  period: id,
  rule,
});
