// What an inspection refuses, and what to do about it.
import { defineProblems } from "../../kernel/problem.ts";

export const inspectionProblems = defineProblems({
  weights_total: {
    status: 422,
    zh: "各部分分值合计为 {sum} 分,应为 {total} 分;请调整分值后再保存。",
    en: "The weights add up to {sum}, and have to add up to {total}; please adjust them.",
  },
  section_weights: {
    status: 422,
    zh: "“{section}”应为 {weight} 分,所列各项合计 {sum} 分;请改到一致。",
    en: "“{section}” weighs {weight}, its items add up to {sum}; please make them agree.",
  },
  repeated_item: {
    status: 422,
    zh: "编号“{item}”出现了两次;每项一个编号。",
    en: "“{item}” stands there twice; each item has an id of its own.",
  },
  unknown_predicate: {
    status: 422,
    zh: "没有名为“{predicate}”的计算规则;可用:{known}。",
    en: "There is no rule “{predicate}” to reckon by; known are: {known}.",
  },
  unknown_section: {
    status: 422,
    zh: "扣分规则所指的部分“{section}”不存在;请改为评分表里的一个部分。",
    en: "A deduction names the section “{section}”, which is not there; name one of the scorecard's.",
  },
  next_version: {
    status: 409,
    zh: "新版评分表应为第 {expected} 版;可能有人刚保存过,请刷新后再改。",
    en: "The next version is {expected}; somebody may just have saved one, please look at it first.",
  },
  effective_later: {
    status: 422,
    zh: "启用日期须不早于今天({today}),并晚于上一版的启用日期({latest})。",
    en: "It takes effect today ({today}) or later, and after the version before it ({latest}).",
  },
  no_scorecard: {
    status: 409,
    zh: "{day} 还没有启用的评分表;请先保存一版。",
    en: "No scorecard is in force on {day}; please save one first.",
  },
  unknown_round: {
    status: 404,
    zh: "没有这一轮验收;请从验收列表打开。",
    en: "There is no such round of inspection; open it from the list.",
  },
  round_exists: {
    status: 409,
    zh: "已有编号为“{round}”的一轮验收;请换一个编号。",
    en: "There is a round “{round}” already; please choose another id.",
  },
  round_period: {
    status: 422,
    zh: "考评期应从 {from} 的首日到不早于它的一天,最长 12 个月,且不晚于今天({today})开始。",
    en: "The period begins no later than today ({today}), ends on or after {from}, and has 12 months at most.",
  },
  no_halls: {
    status: 422,
    zh: "请至少选择一个本中心的大厅。",
    en: "Please choose at least one hall of this centre.",
  },
  foreign_hall: {
    status: 422,
    zh: "“{hall}”在考评期内不是本中心的大厅;请从名单中选择。",
    en: "“{hall}” is no hall of this centre in the period; please choose from the list.",
  },
  halls_without_data: {
    status: 422,
    zh: "考评期内没有登记任何办件的大厅:{halls};请先督促登记,或不把它们列入本轮。",
    en: "Halls without a single case in the period: {halls}; have them register first, or leave them out.",
  },
  not_an_inspector: {
    status: 422,
    zh: "“{person}”不是本中心的检查员;请先授予检查员职责。",
    en: "“{person}” is no inspector of this centre; grant the role first.",
  },
  own_hall: {
    status: 403,
    zh: "{person}在{hall}任职,不能检查自己的大厅;请另派检查员。",
    en: "{person} works in {hall} and does not inspect it; please assign somebody else.",
  },
  not_assigned: {
    status: 403,
    zh: "您没有被指派检查这个大厅;请联系中心管理员。",
    en: "You are not assigned to this hall; please ask the centre's administrator.",
  },
  unknown_item: {
    status: 404,
    zh: "本轮评分表里没有“{item}”这一项。",
    en: "The round's scorecard has no item “{item}”.",
  },
  hall_not_in_round: {
    status: 404,
    zh: "这个大厅不在本轮验收之列。",
    en: "This hall is not part of the round.",
  },
  computed_item: {
    status: 409,
    zh: "“{item}”由台账计算得出,不在现场打分;有异议请由大厅提出、中心裁定。",
    en: "“{item}” is reckoned from the ledgers, not scored on site; a hall may object, and the centre rules.",
  },
  points_range: {
    status: 422,
    zh: "“{item}”的得分应在 0 到 {weight} 之间,以 0.5 分为一档。",
    en: "“{item}” scores from 0 to {weight}, in steps of 0.5.",
  },
  photo_required: {
    status: 422,
    zh: "“{item}”需要至少一张现场照片;请拍照后再提交。",
    en: "“{item}” needs at least one photo taken on site; please take it and send again.",
  },
  not_a_photo: {
    status: 415,
    zh: "文件内容不是照片(JPEG、PNG、WebP);请重新拍照上传。",
    en: "The file's content is no picture (JPEG, PNG, WebP); please take the photo again.",
  },
  unknown_photo: {
    status: 422,
    zh: "照片“{photo}”还没有上传成功;请重新上传。",
    en: "The photo “{photo}” has not arrived; please upload it again.",
  },
  scored_meanwhile: {
    status: 409,
    zh: "“{item}”已由{by}打了 {theirs} 分,与您的 {mine} 分不同;两个分数都已保留,请核对后确认其一。",
    en: "“{item}” was scored {theirs} by {by}, and {mine} by you; both are kept: look again and settle on one.",
  },
  changed_meanwhile: {
    status: 409,
    zh: "别人刚改过这里;请刷新后核对再办,您填的内容没有写入。",
    en: "Somebody has just changed this; look at it again. What you entered was not written.",
  },
  call_reused: {
    status: 409,
    zh: "编号 {call} 已用于另一份内容;请换一个编号。",
    en: "The id {call} was used for other content; please use a new one.",
  },
  round_signed: {
    status: 409,
    zh: "本轮验收已于 {at} 签署,内容不再改动;整改仍可登记。",
    en: "The round was signed at {at} and changes no more; rectification can still be recorded.",
  },
  signed_already: {
    status: 409,
    zh: "本轮验收已由{by}于 {at} 签署;不能重复签署。",
    en: "The round was signed by {by} at {at}; it is not signed twice.",
  },
  not_all_scored: {
    status: 409,
    zh: "还有现场项没有打分,不能签署:{items}。",
    en: "It cannot be signed before every on-site item is scored: {items}.",
  },
  not_settled: {
    status: 409,
    zh: "还有两个分数不一致的项没有核定,不能签署:{items}。",
    en: "It cannot be signed before these items with two scores are settled: {items}.",
  },
  objections_open: {
    status: 409,
    zh: "还有异议没有裁定,不能签署:{items}。",
    en: "It cannot be signed before these objections are ruled on: {items}.",
  },
  sample_unfinished: {
    status: 409,
    zh: "抽查来访人还没有做完,不能签署:{halls}。",
    en: "It cannot be signed before the sample of visitors is done: {halls}.",
  },
  minutes_missing: {
    status: 409,
    zh: "请先登记现场会记录再签署(D1 四(三))。",
    en: "Please record the minutes of the on-site meeting before signing (D1 四(三)).",
  },
  preliminary: {
    status: 409,
    zh: "考评期还没有结清({open});现在签署的报告会一直标明“初步”。确需签署请勾选确认。",
    en: "The period is not closed ({open}); a report signed now stays marked “preliminary”. Confirm if you mean it.",
  },
  still_running: {
    status: 409,
    zh: "考评期到 {last} 才结束,不能提前签署。",
    en: "The period ends on {last}; it is not signed before.",
  },
  nothing_to_rule: {
    status: 409,
    zh: "“{item}”还没有中心评分,不能裁定;请先打分。",
    en: "“{item}” has no score of the centre's yet; score it before ruling.",
  },
  no_such_window: {
    status: 422,
    zh: "第 {number} 号不在抽查名单里;名单共 {sample} 个时段。",
    en: "There is no number {number}; the sample has {sample} windows.",
  },
  no_such_row: {
    status: 422,
    zh: "台账里没有这条办件,或不在抽查的时段内;请重新查找。",
    en: "The ledger has no such case in that window; please look it up again.",
  },
  search_needs: {
    status: 422,
    zh: "请给出姓名(至少两个字)、电话后四位,或按时段查找。",
    en: "Please give a name of at least two characters, the last four digits of a phone, or search the time window.",
  },
  unknown_rectification: { status: 404, zh: "没有这项整改。", en: "There is no such rectification." },
  due_in_past: {
    status: 422,
    zh: "整改期限不能早于今天({today})。",
    en: "Rectification is due today ({today}) or later.",
  },
  not_rectified: {
    status: 409,
    zh: "大厅还没有报告整改完成;请等整改证据上报后再复查。",
    en: "The hall has not reported it done; re-inspect once its evidence is there.",
  },
  unknown_owner: {
    status: 422,
    zh: "“{person}”不是这个大厅的人员;请选择整改责任人。",
    en: "“{person}” has no work in this hall; please choose an owner.",
  },
  bonus_most: {
    status: 422,
    zh: "自选动作合计最多加 {most} 分;现为 {sum} 分。",
    en: "Optional actions add {most} points at most; now {sum}.",
  },
});
