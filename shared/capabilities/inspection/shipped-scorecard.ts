// The first version of the scorecard, from the documents' clauses; its weights are the project's defaults [P].
import { plainDate } from "../../kernel/plain-date.ts";
import type { Text } from "../../kernel/text.ts";
import type { Criterion, Scorecard, Section } from "./scorecard.ts";

type Unifies = Criterion["unifies"];
type Item = Criterion;

const both = (zh: string, en: string): Text => ({ zh, en });

function onSite(id: string, clause: string, weight: number, unifies: Unifies, zh: string, en: string): Item {
  return { id, clause, text: both(zh, en), weight, unifies, how: { kind: "onSite" } };
}

function computed(
  scoring: "rate" | "yesNo",
  appliesWhen: "always" | "anyDue",
): (id: string, clause: string, weight: number, unifies: Unifies, zh: string, en: string) => Item {
  return (id, clause, weight, unifies, zh, en) => ({
    id,
    clause,
    text: both(zh, en),
    weight,
    unifies,
    how: { kind: "computed", predicate: id, scoring, appliesWhen },
  });
}

const rate = computed("rate", "always");
const rateOfAny = computed("rate", "anyDue");
const yesNo = computed("yesNo", "always");

function section(id: string, zh: string, en: string, criteria: Item[]): Section {
  const weight = criteria.reduce((sum, one) => sum + one.weight, 0);
  return { id, title: both(zh, en), weight, criteria };
}

export const SHIPPED_SCORECARD: Scorecard = {
  version: 1,
  effectiveFrom: plainDate("2000-01-01"),
  title: both(
    "社区便民服务大厅规范化建设验收评分表",
    "Scorecard for the acceptance of community service halls",
  ),
  sections: [
    section("name-and-zones", "一、名称标识与分区", "1 Name, sign, zones", [
      onSite("name", "D1 三1", 2, "image", "名称为“××社区便民服务大厅”", "Named “×× community service hall”"),
      onSite(
        "door-sign",
        "D1 三1",
        2,
        "image",
        "牌子挂于门口显眼位置",
        "Sign in a prominent place at the door",
      ),
      onSite("two-zones", "D1 三2", 2, "image", "行政事务与生活服务分区、有标示", "Two zones, labelled"),
    ]),
    section("service-items", "二、服务项目", "2 Service items", [
      rate(
        "eight-posts",
        "D1 三2",
        4,
        "matters",
        "八个岗位有人、有在办事项",
        "Eight posts staffed and active",
      ),
      rate("living-services", "D1 三2", 2, "matters", "七类生活服务受理和收费", "Seven living services"),
      yesNo(
        "extension-log",
        "D1 三2",
        2,
        "matters",
        "根据需求扩大服务事项(有审议记录)",
        "Requests for more services reviewed",
      ),
    ]),
    section("working-relations", "三、工作关系", "3 Working relations", [
      rate("attendance-complete", "D1 三3", 3, "resources", "统一考勤完整", "Attendance complete"),
      rateOfAny(
        "seventy-thirty",
        "D1 三3",
        3,
        "resources",
        "生活服务人员 70/30 考核完成",
        "70/30 assessments done",
      ),
    ]),
    section("systems", "四、工作制度", "4 Systems", [
      rate("five-systems", "D1 三4", 4, "norms", "五项基本制度建立并施行", "Five basic systems in force"),
      onSite(
        "six-posted",
        "D1 三4",
        6,
        "norms",
        "六项制度上墙公布(每项 1 分)",
        "Six systems on the wall, one point each",
      ),
    ]),
    section("process", "五、服务流程", "5 Process", [
      rate(
        "flow-and-owner",
        "D1 三5",
        4,
        "flows",
        "事项有流程、示意图、期限和责任人",
        "Flow, diagram, limit, owner per matter",
      ),
      rate("on-time", "D1 三5", 8, "flows", "按时办结率", "On-time rate"),
      rateOfAny("one-time-notice", "D1 附二", 4, "flows", "一次性告知", "One-time notice"),
      rateOfAny("feedback", "D1 三5", 2, "flows", "及时反馈", "Feedback in time"),
      onSite("diagrams-shown", "D1 三5", 2, "flows", "流程示意图公示", "Diagrams displayed"),
    ]),
    section("ledger", "六、工作台账", "6 Ledger", [
      rate("six-fields", "D1 三6", 6, "norms", "六项登记内容完整、及时", "Six fields, complete and in time"),
      rate("daily", "D1 三6", 4, "norms", "每天一汇总", "Daily summary"),
      rate("weekly", "D1 三6", 4, "norms", "每周一督查", "Weekly supervision"),
      rate("monthly", "D1 三6", 4, "norms", "每月一上报", "Monthly report"),
    ]),
    section("facilities", "七、设施与着装", "7 Facilities, dress", [
      onSite("office", "D1 三7", 2, "resources", "办公设施:电话、电脑、网络", "Telephone, computer, network"),
      onSite(
        "convenience",
        "D1 三7",
        2,
        "resources",
        "便民设施:沙发、饮水机、雨伞",
        "Sofa, water dispenser, umbrellas",
      ),
      onSite(
        "supervision",
        "D1 三7",
        2,
        "resources",
        "监督设施:公示栏、投诉(评议)箱",
        "Notice board, complaint box",
      ),
      onSite("uniform", "D1 三7", 2, "image", "工作人员统一着装", "Uniforms worn"),
    ]),
    section("training", "八、人员培训", "8 Training", [
      rate("plan-per-post", "D1 三8", 2, "resources", "各岗位有培训计划", "A training plan per post"),
      yesNo("plans-reviewed", "D1 三8", 1, "resources", "培训计划经劳资社保室审核", "Plans reviewed"),
      rate("three-courses", "D1 三8", 3, "resources", "三门通用课程", "Three general courses"),
    ]),
    section("funds", "九、经费", "9 Funds", [
      rateOfAny(
        "july-submissions",
        "D1 四(一)",
        2,
        "resources",
        "7月15日前两项申报",
        "Two submissions by 15 July",
      ),
      yesNo("budget", "D1 三9", 2, "resources", "费用科目与费随事转", "Budget heads, funds follow the task"),
    ]),
    section("discipline", "十、纪律与安全", "10 Discipline, security", [
      rateOfAny(
        "leave-and-cover",
        "D2 一(二)(五)",
        3,
        "norms",
        "请假按级审批、有人顶岗",
        "Leave at the right tier, with cover",
      ),
      rate(
        "fourteen-contents",
        "D2 二(一)(三)",
        3,
        "norms",
        "每周全面检查十四项内容",
        "Weekly check of fourteen contents",
      ),
      onSite(
        "open-close-locked",
        "D3 二4、D4 四五",
        2,
        "norms",
        "开闭厅检查、档案上锁",
        "Opening and closing checks, locked files",
      ),
      yesNo(
        "media-and-backup",
        "D3 三6",
        2,
        "norms",
        "介质外传经批准、数据每周备份",
        "Exports approved, weekly backup",
      ),
    ]),
    section("complaints", "十一、投诉", "11 Complaints", [
      rateOfAny(
        "complaints-answered",
        "D1 三4",
        2,
        "norms",
        "投诉登记并按时答复",
        "Complaints answered in time",
      ),
      rateOfAny("major-in-writing", "D2 三", 1, "norms", "重大投诉有书面材料", "Major complaints in writing"),
      onSite("box-opened", "D1 三7", 1, "norms", "投诉(评议)箱定期开启", "Complaint box opened"),
    ]),
  ],
  rules: {
    visitors: { section: "ledger", sample: 10, pointsEach: 1 },
    breaches: { section: "process", predicate: "notice-breaches", factor: 20, most: 5 },
    bonusMost: 5,
  },
};
