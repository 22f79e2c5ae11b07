// What D2 to D5 ask, row by row, and where it is done. “notYet” is said where it is not.
import { readDocumentRows } from "./document-row.ts";

/** Row, clause, what it asks in both languages, status, whether it states a rule, places, tests. */
export const OTHER_DOCUMENTS = readDocumentRows(`
59 | D2 一(一) | 不得缺席、迟到、早退 | no absence or lateness | done | rule | l:attendance.arrivedAt | test/shared/attendance/attendance.test.ts > a person has one line a day
60 | D2 一(一) | 迟到早退说明 | explanation | done | rule | t:attendance.explain | test/shared/attendance/attendance.test.ts > D2 一(一): “意外情况不能及时到岗上班的
61 | D2 一(二) | 请假登记表 | leave form | done |  | l:leave-requests.reason | test/shared/attendance/leave-approval.test.ts
62 | D2 一(二)1 | 1天以内 | up to one day | done | rule | t:leave-requests.approve | test/shared/attendance/leave-approval.test.ts > “请假1天以内(含半天)的,须经窗口负责人同意”
63 | D2 一(二)2 | 1天以上2天以内 | one to two days | done | rule | t:leave-requests.approve | test/shared/attendance/leave-approval.test.ts > “1天以上2天以内(含2天)的,由窗口负责人同意,分管领导批准”
64 | D2 一(二) | 第三种情形缺失 | third case missing | done | rule | l:leave-requests.nextApprover | test/shared/attendance/leave-approval.test.ts > the third case is missing
65 | D2 一(三) | 国家规定假期 | statutory leave | done | rule | l:leave-requests.type | test/shared/attendance/leave-approval.test.ts > D2 一(三): “工作人员按国家规定享受的假期 ; test/shared/attendance/leave-filing.test.ts
66 | D2 一(四) | 补办、续假 | retroactive and extension | done | rule | l:leave-requests.lateReason l:leave-requests.continues | test/shared/attendance/leave-filing.test.ts > D2 一(四): “各类请假手续均须事前按规定办理 ; test/shared/attendance/leave-filing.test.ts > 续假: what follows on a leave
67 | D2 一(五) | 临时顶岗 | cover staff | done | rule | l:leave-requests.cover l:outings.cover | test/shared/attendance/leave-cover.test.ts > D2 一(五): “上述各种外出及请假情况 ; test/shared/attendance/outings.test.ts > D2 一(五): “上述各种外出及请假情况
68 | D2 一(六) | 说明行踪、通讯畅通 | whereabouts | done | rule | l:outings.destination l:outings.phoneReachable | test/shared/attendance/outings.test.ts > D2 一(六): “外出的工作人员 ; test/shared/attendance/whereabouts.test.ts > D2 一(六) “要向同窗口工作人员说明行踪”
69 | D2 二(一)1 | 十四项检查内容 | fourteen contents | done | rule | t:weekly-checks.record | test/shared/workflows/duty-checks.test.ts > D2 二(一)1: a full check goes through fourteen contents
70 | D2 二(一)2 | 办件规定与协调 | case rules | done | rule | t:weekly-checks.record | test/shared/workflows/duty-checks.test.ts > a check
71 | D2 二(二) | 检查人员组成 | composition | done | rule | l:weekly-duty.cadres l:weekly-duty.supervisors l:weekly-duty.windowHeads | test/shared/workflows/duty-checks.test.ts > D2 二(二) “值周检查人员由村两委干部
72 | D2 二(三) | 全面与突击检查 | full and surprise checks | done | rule | l:weekly-checks.kind c:functions/use-cases/periods/draft-findings.ts#PROVIDERS | test/shared/workflows/duty-checks.test.ts > D2 二(二): it is made by those on duty ; test/functions/periods/supervision.test.ts > D2 二(三) “全面检查每周不少于一次”
73 | D2 二(四)1 | 检查人员不得缺席 | inspectors attend | done | rule | l:weekly-checks.absentees | test/shared/workflows/duty-checks.test.ts > D2 二(四)1 “不得无故缺席”
74 | D2 二(四)2 | 值周外出批准与顶替 | leave on duty approved | done | rule | t:duty-leaves.approve | test/shared/workflows/duty-checks.test.ts > D2 二(四)2 “须报经村党支部书记同意” ; test/shared/workflows/duty-checks.test.ts > D2 二(四)2 “明确落实窗口顶替人员”
75 | D2 二(四) | 结果通报 | results published | done | rule | t:weekly-checks.publish | test/shared/workflows/conduct-and-scores.test.ts > D2 二(四)2 “作为窗口规章人员考核依据之一” ; test/shared/workflows/duty-checks.test.ts
76 | D2 三 | 投诉事由 | grounds | done | rule | l:complaints.ground p:/centre/voices | test/shared/complaints/complaints.test.ts > D2 投诉 “等方面”: which other ground
77 | D2 三(三) | 八种形式 | eight channels | done | rule | l:complaints.channel | test/shared/complaints/complaints.test.ts > D2 投诉(三) “信函”
78 | D2 三(三) | 重大事项书面 | major in writing | done | rule | l:complaints.document | test/shared/complaints/complaints.test.ts > D2 投诉(三) “涉及重大事项的投诉,应采用书面形式” ; test/shared/complaints/complaints.test.ts > D2 投诉(三) “书面形式”: not by telephone ; test/browser/halls-daily-life.test.ts > a major complaint with evidence
79 | D2 三(三) | 具体明确、证据 | specific, evidence | done |  | l:complaints.evidence | test/shared/complaints/complaints.test.ts
80 | D3 一1 | 不外出吃早点、干私活 | no private errands | done |  | l:conduct-observations.code | test/shared/workflows/conduct-and-scores.test.ts
81 | D3 一1 | 短时外出请假 | short outing | done | rule | t:outings.approve | test/shared/attendance/outings.test.ts > D3 一1: “短时外出,必须向大厅负责人请假
82 | D3 一2 | 分级审批 | tiers | done | rule | t:leave-requests.approve | test/shared/attendance/leave-approval.test.ts > D3 一2: “请假半天的由大厅负责人审批
83 | D3 一2 | 请假条存留 | slips kept | done | rule | t:leave-requests.file | test/shared/attendance/leave-filing.test.ts > D3 一2: “经批准签字的请假条由办公室存留”
84 | D3 一3 | 须按时完成的不请假 | no leave before deadlines | done | rule | l:leave-requests.handover | test/shared/attendance/leave-cover.test.ts > work that falls due is named, and approved only with a reason ; test/shared/attendance/leave-filing.test.ts
85 | D3 二1 | 隐患及时报告 | hazards reported | done |  | t:incidents.report | test/shared/workflows/premises.test.ts
86 | D3 二2 | 非工作人员不入柜台 | no outsiders | done | rule | l:counter-exceptions.reason | test/shared/workflows/premises.test.ts > D3 二2 “非大厅工作人员不允许进入工作柜台内”
87 | D3 二3 | 值班义务 | duty roster | done | rule | t:duty-handovers.accept | test/shared/workflows/premises.test.ts > D3 二3 “由当班值班人负责”
88 | D3 二4 | 下班前清理关机 | closing checklist | done | rule | t:openings-and-closings.close | test/shared/workflows/premises.test.ts > D3 二4、D4 五 “文档资料应入柜上锁”
89 | D3 三1 | 事事有着落、有回音 | every task answered | done | rule | t:tasks.answer | test/shared/registers/register-rules.test.ts > D3 三1 “事事有着落，有回音” ; test/conformance/lives.test.ts
90 | D3 三2-3 | 岗位纪律 | discipline | done |  | l:conduct-observations.code | test/shared/workflows/conduct-and-scores.test.ts
91 | D3 三4 | 核对登录数据 | entries verified | done | rule | l:entry-checks.declared | test/shared/workflows/premises.test.ts > D3 三4 “注意检查核对登录数据”
92 | D3 三5 | 不与顾客争吵 | courteous | done |  | l:conduct-observations.code | test/shared/workflows/conduct-and-scores.test.ts
93 | D3 三6 | 介质外传审批与备份 | media approvals, backups | done | rule | t:media-approvals.approve l:backup-logs.readBack | test/shared/registers/register-rules.test.ts > D3 三6 “未经批准 ; test/shared/registers/register-rules.test.ts > %s: accepted from another, refused from oneself ; test/conformance/lives.test.ts
94 | D3 三7-8 | 意外报告、学习 | surprises, study | done |  | l:study-hours.minutes t:incidents.report | test/conformance/lives.test.ts ; test/shared/workflows/premises.test.ts
95 | D4 一 | 未说明按旷工 | unexplained is absence | done | rule | t:attendance.judge | test/shared/attendance/attendance.test.ts > after one working day, and only where the centre enabled it
96 | D4 二 | 相互监督 | peer report | done | rule | l:conduct-observations.source | test/shared/workflows/conduct-and-scores.test.ts > D4 二 “采取相互监督制度”
97 | D4 二 | 警告记入考核 | warnings counted | done | rule | t:conduct-records.warn | test/shared/workflows/conduct-and-scores.test.ts > D4 二 “记录当年考核制度表”
98 | D4 三 | 专人专用专管 | custodian | done |  | l:custody-assets.custodian | test/conformance/lives.test.ts ; test/functions/organisation/people-and-leaving.test.ts
99 | D4 三 | 消耗品公事公用 | consumables | done |  | l:consumable-issues.purpose | test/conformance/lives.test.ts
100 | D4 三 | 损坏丢失处罚 | damage decisions | done | rule | t:damage-decisions.decide | test/shared/registers/register-rules.test.ts > D4 三 “采取相应的经济处罚” ; test/shared/registers/register-rules.test.ts > %s: accepted from another, refused from oneself ; test/conformance/lives.test.ts
101 | D4 四 | 班前清扫 | opening checklist | done | rule | t:openings-and-closings.open | test/shared/workflows/premises.test.ts > D4 四 “每天上班前要对办公区进行清扫”
102 | D4 五 | 禁烟禁火劝阻 | no smoking | done | rule | l:conduct-observations.dissuadedBy | test/shared/workflows/conduct-and-scores.test.ts > D4 五 “全体人员都有权利和义务及时进行劝阻和制止”
103 | D4 五 | 文档入柜上锁 | files locked | done | rule | t:openings-and-closings.close | test/shared/workflows/premises.test.ts > D3 二4、D4 五 “文档资料应入柜上锁”
104 | D4 六1 | 差错立即改正 | error log | done | rule | t:entry-checks.correct | test/shared/workflows/premises.test.ts > D3 三4 “申报核定数据要与库存数据核对检录”
105 | D4 六2 | 文明服务、内部检查 | service and checks | done |  | l:weekly-checks.kind l:complaints.ground | test/shared/workflows/duty-checks.test.ts ; test/shared/complaints/complaints.test.ts
106 | D4 六3 | 重大事件及时上报 | reporting delay | done | rule | l:incidents.reportedAfterMinutes | test/shared/workflows/premises.test.ts > D4 六3 “采取应急措施”
107 | D5 前言 | 服务宗旨 | motto | done |  | c:shared/capabilities/organisation/mottoes.ts#MOTTOES | test/shared/organisation/teams-and-lines.test.ts
108 | D5 一 | 法律学习、技能比赛 | study, contest | done |  | l:training-courses.course | test/conformance/lives.test.ts
109 | D5 二(一) | 按规模的资料模式 | templates by size | done |  | c:shared/capabilities/catalogue/catalogue.ts#materialsFor | test/shared/catalogue/shipped-matters.test.ts
110 | D5 二(一) | 一口讲清、一次补正、限时办结 | three indicators | done |  | m:cases.toldAtOnceRate m:cases.correctedOnceRate m:cases.onTimeRate | test/shared/cases/clock-events.test.ts
111 | D5 二2 | 免费提供制度 | free rules | done |  | l:documents-handed-out.kind | test/conformance/lives.test.ts
112 | D5 二3 | 考试合格发证 | exam and certificate | done | rule | t:health-certificates.issue | test/shared/registers/register-rules.test.ts > D5 二3 “通过考试合格后，发放健康培训合格证” ; test/conformance/lives.test.ts
113 | D5 二4 | 免费台账 | free ledger | done |  | l:documents-handed-out.kind | test/conformance/lives.test.ts
114 | D5 二 | 发放数量 | numbers handed out | done |  | m:documents-handed-out.quantity | test/functions/periods/annual-summary.test.ts
115 | D5 二 | 许可证按业态 | permits by subtype | done |  | l:permits.kind m:permits.issued | test/conformance/lives.test.ts
116 | D5 二 | 一户一档 | one file per household | done | rule | l:household-files.fileNumber m:household-files.writtenUpShare | test/shared/registers/register-rules.test.ts > D5 二 “申请办理资料均按一户一档保存” ; test/conformance/lives.test.ts
117 | D5 三 | 方案、预案、流程图 | plans and diagrams | done |  | l:document-register.kind | test/conformance/lives.test.ts
118 | D5 三 | 上报与新闻 | submissions and news | done | rule | l:document-register.level | test/shared/registers/register-rules.test.ts > D5 三 “在国家、省、市、县网站及报刊发表新闻稿件”
119 | D5 三 | 年季月周报 | reports | done | rule | l:document-register.recipient l:document-register.submittedOn p:/centre/duty-rules | test/functions/periods/changed-duties.test.ts ; test/shared/registers/register-rules.test.ts > D5 三 “年报、季报、月报、周报表
120 | D5 四 | 临时任务、换发、满意度 | tasks, renewals, satisfaction | done |  | l:tasks.kind t:permits.renew l:service-ratings.grade | test/conformance/lives.test.ts ; test/shared/ratings/ratings.test.ts
`);
