// Checks of a hall's facilities (配套设施检查): office, convenience, supervision; screens only ever add. D1 三7.
import { defineLedger } from "../../ledger/define-ledger.ts";
import { attachments } from "../../ledger/fields/attachment.ts";
import { flag } from "../../ledger/fields/number.ts";
import { text } from "../../ledger/fields/text.ts";
import { date } from "../../ledger/fields/time.ts";
import { deriveBy, hallRegister, notInFuture, RECORDED } from "../../ledger/plain-register.ts";

const checkedOn = { zh: "检查日期", en: "Checked on" };

/** What every hall must have has to be answered one by one, yes or no. */
const needed = (zh: string, en: string) => flag({ label: { zh, en }, required: true });

export const facilityChecks = defineLedger({
  id: "facility-checks",
  version: 1,
  title: { zh: "配套设施检查", en: "Facility checks" },
  fields: {
    checkedOn: date({ label: checkedOn, required: true }),
    checkedBy: text({ label: { zh: "检查人", en: "Checked by" }, maxLength: 60, required: true }),
    // D1 三7 “须配备电话、电脑和网络等必要的办公设施”.
    telephone: needed("电话", "Telephone"),
    computer: needed("电脑", "Computer"),
    network: needed("网络", "Network"),
    // “沙发、饮水机、雨伞等便民设施”.
    sofa: needed("沙发", "Sofa"),
    waterDispenser: needed("饮水机", "Water dispenser"),
    umbrellas: needed("雨伞", "Umbrellas"),
    // “公开公示栏、投诉（评议）箱等接受群众监督的设施”.
    noticeBoard: needed("公示栏", "Notice board"),
    complaintBox: needed("投诉(评议)箱", "Complaint box"),
    // “有条件的社区可配置”: a bonus, never a deduction.
    touchScreen: flag({ label: { zh: "触摸屏(加分)", en: "Touch screen (bonus)" } }),
    displayScreen: flag({ label: { zh: "显示屏(加分)", en: "Display (bonus)" } }),
    photos: attachments({ label: { zh: "照片", en: "Photos" } }),
    note: text({ label: { zh: "备注", en: "Note" }, maxLength: 200 }),
  },
  businessDate: "checkedOn",
  dimension: null,
  statuses: RECORDED,
  transitions: {},
  access: hallRegister({ upsert: ["clerk", "windowHead", "hallHead", "inspector", "centreAdmin"] }),
  metrics: {},
  metricsVersion: 1,
  retentionYears: 3,
  derive: deriveBy({ day: "checkedOn", statuses: RECORDED }),
  check: notInFuture("checkedOn", checkedOn),
});
