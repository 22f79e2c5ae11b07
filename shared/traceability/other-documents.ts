// What D2 to D5 ask, row by row, and where it is done. “notYet” is said where it is not.
import { readDocumentRows } from "./document-row.ts";

/** Row, clause, what it asks in both languages, status, whether it states a rule, places, tests. */
export const OTHER_DOCUMENTS = readDocumentRows(`
59 | D2 一(一) | 不得缺席、迟到、早退 | no absence or lateness | done |  | l:attendance.arrivedAt | test/shared/attendance/attendance.test.ts
60 | D2 一(一) | 迟到早退说明 | explanation | done |  | t:attendance.explain | test/shared/attendance/attendance.test.ts
61 | D2 一(二) | 请假登记表 | leave form | done |  | l:leave-requests.reason | test/shared/attendance/leave-approval.test.ts
62 | D2 一(二)1 | 1天以内 | up to one day | done |  | t:leave-requests.approve | test/shared/attendance/leave-approval.test.ts
63 | D2 一(二)2 | 1天以上2天以内 | one to two days | done |  | t:leave-requests.approve | test/shared/attendance/leave-approval.test.ts
64 | D2 一(二) | 第三种情形缺失 | third case missing | done |  | l:leave-requests.nextApprover | test/shared/attendance/leave-approval.test.ts
65 | D2 一(三) | 国家规定假期 | statutory leave | done |  | l:leave-requests.type | test/shared/attendance/leave-filing.test.ts
66 | D2 一(四) | 补办、续假 | retroactive and extension | done |  | l:leave-requests.lateReason l:leave-requests.continues | test/shared/attendance/leave-filing.test.ts
67 | D2 一(五) | 临时顶岗 | cover staff | done |  | l:leave-requests.cover l:outings.cover | test/shared/attendance/leave-cover.test.ts
68 | D2 一(六) | 说明行踪、通讯畅通 | whereabouts | done |  | l:outings.destination l:outings.phoneReachable | test/shared/attendance/outings.test.ts
69 | D2 二(一)1 | 十四项检查内容 | fourteen contents | done |  | t:weekly-checks.record | test/shared/workflows/duty-checks.test.ts
70 | D2 二(一)2 | 办件规定与协调 | case rules | done |  | t:weekly-checks.record | test/shared/workflows/duty-checks.test.ts
71 | D2 二(二) | 检查人员组成 | composition | done |  | l:weekly-duty.cadres l:weekly-duty.supervisors l:weekly-duty.windowHeads | test/shared/workflows/duty-checks.test.ts
72 | D2 二(三) | 全面与突击检查 | full and surprise checks | done |  | l:weekly-checks.kind | test/shared/workflows/duty-checks.test.ts
73 | D2 二(四)1 | 检查人员不得缺席 | inspectors attend | done |  | l:weekly-checks.absentees | test/shared/workflows/duty-checks.test.ts
74 | D2 二(四)2 | 值周外出批准与顶替 | leave on duty approved | done |  | t:duty-leaves.approve | test/shared/workflows/duty-checks.test.ts
75 | D2 二(四) | 结果通报 | results published | done |  | t:weekly-checks.publish | test/shared/workflows/duty-checks.test.ts
76 | D2 三 | 投诉事由 | grounds | done |  | l:complaints.ground | test/shared/complaints/complaints.test.ts
77 | D2 三(三) | 八种形式 | eight channels | done |  | l:complaints.channel | test/shared/complaints/complaints.test.ts
78 | D2 三(三) | 重大事项书面 | major in writing | done |  | l:complaints.document | test/shared/complaints/complaints.test.ts
79 | D2 三(三) | 具体明确、证据 | specific, evidence | done |  | l:complaints.evidence | test/shared/complaints/complaints.test.ts
80 | D3 一1 | 不外出吃早点、干私活 | no private errands | done |  | l:conduct-observations.code | test/shared/workflows/conduct-and-scores.test.ts
81 | D3 一1 | 短时外出请假 | short outing | done |  | t:outings.approve | test/shared/attendance/outings.test.ts
82 | D3 一2 | 分级审批 | tiers | done |  | t:leave-requests.approve | test/shared/attendance/leave-approval.test.ts
83 | D3 一2 | 请假条存留 | slips kept | done |  | t:leave-requests.file | test/shared/attendance/leave-filing.test.ts
84 | D3 一3 | 须按时完成的不请假 | no leave before deadlines | done |  | l:leave-requests.handover | test/shared/attendance/leave-filing.test.ts
85 | D3 二1 | 隐患及时报告 | hazards reported | done |  | t:incidents.report | test/shared/workflows/premises.test.ts
86 | D3 二2 | 非工作人员不入柜台 | no outsiders | done |  | l:counter-exceptions.reason | test/shared/workflows/premises.test.ts
87 | D3 二3 | 值班义务 | duty roster | done |  | t:duty-handovers.accept | test/shared/workflows/premises.test.ts
88 | D3 二4 | 下班前清理关机 | closing checklist | done |  | t:openings-and-closings.close | test/shared/workflows/premises.test.ts
89 | D3 三1 | 事事有着落、有回音 | every task answered | done |  | t:tasks.answer | test/conformance/lives.test.ts test/shared/registers/register-rules.test.ts
90 | D3 三2-3 | 岗位纪律 | discipline | done |  | l:conduct-observations.code | test/shared/workflows/conduct-and-scores.test.ts
91 | D3 三4 | 核对登录数据 | entries verified | done |  | l:entry-checks.declared | test/shared/workflows/premises.test.ts
92 | D3 三5 | 不与顾客争吵 | courteous | done |  | l:conduct-observations.code | test/shared/workflows/conduct-and-scores.test.ts
93 | D3 三6 | 介质外传审批与备份 | media approvals, backups | done | rule | t:media-approvals.approve l:backup-logs.readBack | test/shared/registers/register-rules.test.ts test/conformance/lives.test.ts
94 | D3 三7-8 | 意外报告、学习 | surprises, study | done |  | l:study-hours.minutes t:incidents.report | test/conformance/lives.test.ts test/shared/workflows/premises.test.ts
95 | D4 一 | 未说明按旷工 | unexplained is absence | done |  | t:attendance.judge | test/shared/attendance/attendance.test.ts
96 | D4 二 | 相互监督 | peer report | done |  | l:conduct-observations.source | test/shared/workflows/conduct-and-scores.test.ts
97 | D4 二 | 警告记入考核 | warnings counted | done |  | t:conduct-records.warn | test/shared/workflows/conduct-and-scores.test.ts
98 | D4 三 | 专人专用专管 | custodian | done |  | l:custody-assets.custodian | test/conformance/lives.test.ts test/functions/organisation/leaving.test.ts
99 | D4 三 | 消耗品公事公用 | consumables | done |  | l:consumable-issues.purpose | test/conformance/lives.test.ts
100 | D4 三 | 损坏丢失处罚 | damage decisions | done | rule | t:damage-decisions.decide | test/shared/registers/register-rules.test.ts test/conformance/lives.test.ts
101 | D4 四 | 班前清扫 | opening checklist | done |  | t:openings-and-closings.open | test/shared/workflows/premises.test.ts
102 | D4 五 | 禁烟禁火劝阻 | no smoking | done |  | l:conduct-observations.dissuadedBy | test/shared/workflows/conduct-and-scores.test.ts
103 | D4 五 | 文档入柜上锁 | files locked | done |  | t:openings-and-closings.close | test/shared/workflows/premises.test.ts
104 | D4 六1 | 差错立即改正 | error log | done |  | t:entry-checks.correct | test/shared/workflows/premises.test.ts
105 | D4 六2 | 文明服务、内部检查 | service and checks | done |  | l:weekly-checks.kind l:complaints.ground | test/shared/workflows/duty-checks.test.ts test/shared/complaints/complaints.test.ts
106 | D4 六3 | 重大事件及时上报 | reporting delay | done |  | l:incidents.reportedAfterMinutes | test/shared/workflows/premises.test.ts
107 | D5 前言 | 服务宗旨 | motto | notYet |  |  | 
108 | D5 一 | 法律学习、技能比赛 | study, contest | done |  | l:training-courses.course | test/conformance/lives.test.ts
109 | D5 二(一) | 按规模的资料模式 | templates by size | done |  | c:shared/capabilities/catalogue/catalogue.ts#materialsFor | test/shared/catalogue/shipped-matters.test.ts
110 | D5 二(一) | 一口讲清、一次补正、限时办结 | three indicators | part |  | m:cases.breaches m:cases.closedOnTime | test/shared/cases/clock-events.test.ts
111 | D5 二2 | 免费提供制度 | free rules | done |  | l:documents-handed-out.kind | test/conformance/lives.test.ts
112 | D5 二3 | 考试合格发证 | exam and certificate | done | rule | t:health-certificates.issue | test/shared/registers/register-rules.test.ts test/conformance/lives.test.ts
113 | D5 二4 | 免费台账 | free ledger | done |  | l:documents-handed-out.kind | test/conformance/lives.test.ts
114 | D5 二 | 发放数量 | numbers handed out | done |  | m:documents-handed-out.quantity | test/functions/periods/annual-summary.test.ts
115 | D5 二 | 许可证按业态 | permits by subtype | done |  | l:permits.kind m:permits.issued | test/conformance/lives.test.ts
116 | D5 二 | 一户一档 | one file per household | done | rule | l:household-files.fileNumber m:household-files.writtenUpShare | test/shared/registers/register-rules.test.ts test/conformance/lives.test.ts
117 | D5 三 | 方案、预案、流程图 | plans and diagrams | done |  | l:document-register.kind | test/conformance/lives.test.ts
118 | D5 三 | 上报与新闻 | submissions and news | done | rule | l:document-register.level | test/shared/registers/register-rules.test.ts
119 | D5 三 | 年季月周报 | reports | done | rule | l:document-register.recipient l:document-register.submittedOn | test/shared/registers/register-rules.test.ts
120 | D5 四 | 临时任务、换发、满意度 | tasks, renewals, satisfaction | done |  | l:tasks.kind t:permits.renew l:service-ratings.grade | test/conformance/lives.test.ts test/shared/ratings/ratings.test.ts
`);
