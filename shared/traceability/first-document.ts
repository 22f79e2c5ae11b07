// What D1 and its annex ask, row by row, and where it is done. “notYet” is said where it is not.
import { readDocumentRows } from "./document-row.ts";

/** Row, clause, what it asks in both languages, status, whether it states a rule, places, tests. */
export const FIRST_DOCUMENT = readDocumentRows(`
1 | D1 前言 | 集中、规范、高效、便民；居委会与大厅职能融合 | motto; committee and hall work as one | done |  | c:shared/capabilities/organisation/mottoes.ts#mottoOf c:shared/capabilities/organisation/assignment.ts#COMMITTEE_OFFICES p:/halls/:hall/people p:/centre/halls | test/shared/organisation/teams-and-lines.test.ts ; test/functions/organisation/people-and-leaving.test.ts
2 | D1 一 | 提高满意度 | raise satisfaction | done | rule | l:service-ratings.grade p:/centre/voices | test/shared/ratings/ratings.test.ts > one rating for each case (D1 二 “居民满意度”)
3 | D1 二 | 五统一 | five unifications | done | rule | c:shared/ledger/unifications.ts#UNIFICATIONS c:shared/capabilities/catalogue/versions.ts#checkNewVersion c:shared/capabilities/programme/unifications.ts#unificationsOf p:/centre/programme p:/halls/:hall/standard | test/shared/registers/register-rules.test.ts > D1 二 五统一: a hall that has everything is accepted in each of the five ; test/shared/inspection/scorecard.test.ts
4 | D1 三1 | 大厅名称统一 | every hall has the one pattern of name | done | rule | c:shared/capabilities/organisation/hall-name.ts#isHallName p:/centre/halls | test/shared/catalogue/versions.test.ts > D1 三1 “名称统一为‘**社区便民服务大厅’” ; test/functions/organisation/centre-pages.test.ts > D1 三1: a hall's entry is changed, a name out of the pattern and hours in the past are refused
5 | D1 三1 | 牌子挂于门口显眼位置 | sign in a prominent place | done | rule | l:signs-and-zones.photos | test/shared/registers/register-rules.test.ts > D1 三1 “牌子挂于门口显眼位置” ; test/conformance/lives.test.ts
6 | D1 三2 | 两大类服务、分区标示 | two classes of services, zoned | done | rule | l:signs-and-zones.subject c:shared/capabilities/catalogue/matter.ts#SERVICE_CLASSES | test/shared/catalogue/catalogue.test.ts > a catalogue is accepted with ; test/shared/registers/register-rules.test.ts ; test/shared/catalogue/shipped-matters.test.ts
7 | D1 三2 | 不断扩大服务事项范围 | extend the items as people need | done |  | l:unmet-requests.service t:unmet-requests.review c:shared/capabilities/demands/topics.ts#candidatesOf p:/centre/demands | test/conformance/lives.test.ts ; test/shared/registers/register-rules.test.ts
8 | D1 三2 | 八个岗位及其事项 | eight posts with their matters | done |  | c:shared/capabilities/catalogue/posts.ts#EIGHT_POSTS | test/shared/catalogue/shipped-matters.test.ts
9 | D1 三2 | 七类生活服务受理和收费 | seven living services, fees received | done | rule | l:daily-cash.counted l:cases.feeInFen | test/shared/workflows/daily-cash.test.ts > D1 三2 “用电业务受理和收费…” ; test/shared/workflows/daily-cash.test.ts > D1 三2: lines that are left open
10 | D1 三3 | 班组建制 | team organisation | done | rule | c:shared/capabilities/organisation/team.ts#checkTeam p:/halls/:hall/people | test/shared/organisation/teams-and-lines.test.ts > a team whose leader is a member is accepted, one led from outside is refused
11 | D1 三3 | 社区领导、职能部门指导 | community leads, departments guide | done | rule | c:shared/capabilities/organisation/assignment.ts#checkAssignment p:/halls/:hall/people/:person | test/shared/organisation/teams-and-lines.test.ts > a post with both lines is accepted, one without either of them is refused ; test/functions/organisation/people-and-leaving.test.ts > D1 三3: teams, and posts with both lines
12 | D1 三3 | 统一考勤 | one attendance for all | done | rule | l:attendance.person | test/shared/attendance/attendance.test.ts > utilities' staff stand on the same sheet; people of another hall do not
13 | D1 三3 | 考核权重 70/30 | assessment 70/30 | done | rule | t:assessments.scoreByCommunity t:assessments.scoreByEmployer | test/shared/workflows/conduct-and-scores.test.ts > D1 三3 “社区考核权重为70%,所属单位考核权重为30%”
14 | D1 三4 | 五项基本工作制度 | five basic systems | done |  | l:service-systems.edition c:shared/capabilities/service-systems/systems.ts#FIVE_BASIC | test/conformance/lives.test.ts ; test/shared/registers/register-rules.test.ts
15 | D1 三4 | 六项制度上墙 | six systems on the wall | done | rule | l:posted-systems.onTheWall c:shared/capabilities/service-systems/systems.ts#SIX_POSTED | test/shared/registers/register-rules.test.ts > D1 三4 “六项制度必须上墙公布” ; test/conformance/lives.test.ts
16 | D1 三5 | 自愿：代办须经同意 | voluntary: consent to agency handling | done | rule | l:cases.consent t:cases.forward m:cases.withoutConsent c:shared/capabilities/cases/consent.ts#lacksConsent | test/shared/cases/clock-events.test.ts > D1 三5 “自愿”
17 | D1 三5 | 三类流程 | three flows | done | rule | c:shared/capabilities/cases/case-flows.ts#FLOW_STEPS | test/shared/cases/case-rules.test.ts > step_not_in_flow ; test/shared/cases/case-flows.test.ts
18 | D1 三5 | 流程示意图 | flow diagram | done |  | p:/halls/:hall/flows/:matter l:signs-and-zones.subject | test/shared/cases/case-flows.test.ts
19 | D1 三5 | 明确办理期限和承办责任 | limit and responsible person | done | rule | c:shared/capabilities/catalogue/versions.ts#checkNewVersion p:/centre/catalogue p:/centre/catalogue/new | test/shared/catalogue/versions.test.ts > D1 三5 “明确办理期限和承办责任” ; test/functions/organisation/centre-pages.test.ts > D1 三5: a new matter becomes active with a limit and somebody responsible, and is refused without
20 | D1 三5 | 动态跟踪、全程监控 | tracked throughout | done |  | l:cases.steps p:/halls/:hall/ledgers/:ledger/records/:id | test/functions/pages/reading.test.ts
21 | D1 三5 | 及时反馈 | timely feedback | done |  | t:cases.feedBack | test/shared/cases/case-rules.test.ts
22 | D1 三6 | 咨询入台账 | consultations in the ledger | done |  | m:cases.consultations | test/shared/cases/case-rules.test.ts
23 | D1 三6 | 六项登记内容 | six registered fields | done | rule | l:cases.receivedAt l:cases.matter l:cases.visitor l:cases.acceptedBy l:cases.outcome l:cases.completedAt | test/shared/cases/case-rules.test.ts > outcome_missing
24 | D1 三6 | 每件一登记 | each case registered | done |  | m:cases.received | test/functions/sync/late-commits.test.ts
25 | D1 三6 | 每天一汇总 | daily summary | done |  | t:daily-summaries.sign | test/functions/periods/signing.test.ts
26 | D1 三6 | 每周一督查 | weekly supervision | done |  | t:weekly-supervisions.confirm | test/functions/periods/supervision.test.ts
27 | D1 三6 | 每月一上报 | monthly report | done |  | t:reports.submit | test/functions/periods/reports.test.ts
28 | D1 三6 | 发现问题及时处理 | problems dealt with promptly | done | rule | t:findings.rectify | test/shared/workflows/duty-checks.test.ts > D1 三6 “发现问题及时处理” ; test/functions/periods/supervision.test.ts
29 | D1 三7 | 电话、电脑、网络 | telephone, computer, network | done |  | l:facility-checks.telephone l:facility-checks.computer l:facility-checks.network | test/conformance/lives.test.ts
30 | D1 三7 | 沙发、饮水机、雨伞 | sofa, water, umbrellas | done |  | l:facility-checks.sofa l:facility-checks.waterDispenser l:facility-checks.umbrellas | test/conformance/lives.test.ts
31 | D1 三7 | 公示栏、投诉(评议)箱 | notice board, complaint box | done | rule | l:facility-checks.complaintBox l:box-openings.openers | test/shared/workflows/premises.test.ts > D1 三7 “投诉(评议)箱” ; test/conformance/lives.test.ts
32 | D1 三7 | 触摸屏、显示屏加分 | screens as a bonus | done |  | l:facility-checks.touchScreen l:facility-checks.displayScreen | test/conformance/lives.test.ts
33 | D1 三7 | 统一着装 | uniforms | done |  | l:uniform-issues.style | test/conformance/lives.test.ts
34 | D1 三7 | 不足部分由福利费支出 | shortfall from the welfare fund | done | rule | l:uniform-issues.welfareInFen | test/shared/registers/register-rules.test.ts > D1 三7 “劳保服装费用不足部分由福利费支出”
35 | D1 三8 | 内培外培、三方资源 | internal and external training | done |  | l:training-courses.kind l:training-courses.source | test/conformance/lives.test.ts
36 | D1 三8 | 各岗位培训计划 | a plan for each post | done |  | l:training-plans.post c:shared/capabilities/training/courses.ts#postsWithoutPlan p:/centre/training | test/shared/registers/register-rules.test.ts
37 | D1 三8 | 三门通用课程 | three general courses | done | rule | l:training-completions.course c:shared/capabilities/training/courses.ts#generalCoursesMissing p:/halls/:hall/standard | test/shared/registers/register-rules.test.ts > D1 三8: a certificate is for training that was passed
38 | D1 三8 | 劳资社保室审核、支持 | reviewed and funded | done | rule | t:training-plans.approve | test/shared/registers/register-rules.test.ts > D1 三8 “中心劳资社保室要对培训计划进行审核”
39 | D1 三9 | 费用科目计划与实际 | budget heads, plan and actual | done | rule | l:budget-spending.head c:shared/capabilities/budget/budget-heads.ts#balances p:/centre/budget | test/shared/registers/register-rules.test.ts > D1 三9 “列入中心年度费用计划 … 经费支出由社区控制使用”
40 | D1 三9 | 社区控制使用 | the community controls spending | done | rule | l:budget-plans.amountInFen | test/shared/registers/register-rules.test.ts > D1 三9 “列入中心年度费用计划 … 经费支出由社区控制使用”
41 | D1 三9 | 物业站负责维修 | property station repairs | done |  | t:repair-tickets.repair | test/conformance/lives.test.ts
42 | D1 三9 | 费随事转 | funds follow the task | done | rule | l:funds-follow-task.agreedInFen c:shared/capabilities/budget/budget-heads.ts#arrears p:/centre/budget | test/shared/registers/register-rules.test.ts > D1 三9 “按照‘费随事转’原则，由相关部门落实费用” ; test/shared/registers/register-rules.test.ts > D1 三9 费随事转: nothing is settled while something is owed
43 | D1 四(一) | 部署会、培训班、宣传 | meeting, training, publicity | done |  | l:programme-events.kind | test/conformance/lives.test.ts
44 | D1 四(一) | 7月15日前上报计划和方案 | two submissions by 15 July | done | rule | t:programme-submissions.submit p:/centre/programme | test/shared/organisation/teams-and-lines.test.ts > D1 四(一) “7月15日前” ; test/functions/periods/half-year.test.ts
45 | D1 四(二) | 八个方面 | eight areas of work | done |  | l:programme-actions.area c:shared/capabilities/programme/areas.ts#areaStates p:/centre/programme | test/shared/registers/register-rules.test.ts ; test/functions/organisation/centre-pages.test.ts
46 | D1 四(二) | 经验与模版 | templates and good practice | done |  | t:good-practices.adopt | test/conformance/lives.test.ts
47 | D1 四(三) | 验收、现场会 | acceptance, on-site meeting | done | rule | c:shared/capabilities/inspection/score-hall.ts#scoreHall c:functions/use-cases/inspection/sign-round.ts#signRound l:programme-events.minutes | test/shared/registers/register-rules.test.ts > D1 四(三) “组织召开工作现场会” ; test/shared/inspection/paper-halls.test.ts ; test/functions/inspection/signed-report.test.ts ; test/browser/november-round.test.ts
48 | D1 五(一) | 确定责任领导、列入日程 | responsible leader, agenda | done |  | l:programme-actions.leader l:programme-progress.kind | test/conformance/lives.test.ts
49 | D1 五(二) | 部门协作 | department tasks | done |  | l:department-tasks.department | test/conformance/lives.test.ts
50 | D1 五(三) | 阶段目标、新问题报送 | goals and new problems reported | done |  | t:programme-progress.answer p:/centre/programme | test/conformance/lives.test.ts ; test/functions/organisation/centre-pages.test.ts
51 | D1 五(四) | 热点诉求 | hot issues and demands | done |  | l:demands.topic c:shared/capabilities/demands/topics.ts#topTopics p:/centre/demands | test/conformance/lives.test.ts ; test/shared/registers/register-rules.test.ts ; test/functions/organisation/centre-pages.test.ts
52 | D1 五(五) | 规定动作、自选动作 | required and optional | done |  | l:programme-actions.kind | test/shared/registers/register-rules.test.ts
53 | D1 附一 | 一次告知五项内容 | five-part notice | done | rule | l:one-time-notices.basis l:one-time-notices.materials | test/shared/one-time-notices/notices.test.ts > annex cl. 1 “依据、时限、程序、所需的全部资料以及不予办理理由” ; test/browser/halls-daily-life.test.ts > an important notice in five parts
54 | D1 附二 | 书面告知补正 | one written correction list | done | rule | t:cases.giveCorrectionNotice | test/shared/one-time-notices/notices.test.ts > cl. 2 on a case ; test/shared/cases/clock-events.test.ts
55 | D1 附二 | 告知找哪个部门 | referral | done | rule | l:referrals.toDepartment | test/shared/referrals/referrals.test.ts > annex cl. 2 “要明确告知他人应找哪个部门或哪位同志办理”
56 | D1 附三 | 多部门、不明确的咨询请示 | enquire and tell | done | rule | t:referrals.tell | test/shared/referrals/referrals.test.ts > annex cl. 3 “帮助其咨询了解或请示报告
57 | D1 附四 | 重要事项书面、存档 | important: written and archived | done | rule | t:one-time-notices.archive | test/shared/one-time-notices/notices.test.ts > cl. 4 “要以书面的形式告知当事人,并存档备查”
58 | D1 附五 | 跑二趟赔偿交通费 | return fare | done | rule | t:travel-compensations.decide | test/shared/one-time-notices/notices.test.ts > cl. 5 “致使服务对象跑二趟
`);
