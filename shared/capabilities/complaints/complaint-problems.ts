// Why a complaint, or a step on one, is refused: each names the clause, the field and the remedy.
import { defineProblems } from "../../kernel/problem.ts";

export const complaintProblems = defineProblems({
  not_specific: {
    status: 422,
    zh: "投诉内容太简略:制度要求“投诉内容尽可能具体、明确”;请写清时间、地点和经过(至少 {min} 个字)。",
    en: "Too brief: the rule asks for a complaint “as specific and clear as possible”; please say when, where and what (at least {min} characters).",
  },
  major_not_in_writing: {
    status: 422,
    zh: "制度规定“涉及重大事项的投诉,应采用书面形式”;请附上书面投诉材料,或先按一般投诉登记。",
    en: "The rule says that a complaint about a major matter is made in writing; please attach the document, or register it as an ordinary one for now.",
  },
  document_without_writing: {
    status: 422,
    zh: "附了书面投诉材料,投诉方式却是口头的“{channel}”;请改选书面方式(如信函)。",
    en: "A written complaint is attached, but the channel “{channel}” is oral; please choose one in writing, such as a letter.",
  },
  ground_missing: {
    status: 422,
    zh: "事由是“其他”,请填写“其他事由说明”(制度:态度、质量、效率、廉洁“等方面”)。",
    en: "The ground is “other”; please say which.",
  },
  about_missing: {
    status: 422,
    zh: "请写明投诉的是谁或哪里:填写“{label}”。",
    en: "Please say whom or what the complaint is about: fill in {label}.",
  },
  about_too_much: {
    status: 422,
    zh: "投诉对象不是工作人员,请清空“被投诉人员”或改选投诉对象。",
    en: "The complaint is not about a member of staff; clear the person, or change what it is about.",
  },
  unknown_person: {
    status: 422,
    zh: "人员“{person}”不在本单位名册中;请从列表里选择。",
    en: "“{person}” is not on the list of staff; please choose from the list.",
  },
  unknown_matter: {
    status: 422,
    zh: "服务事项“{matter}”不在目录中;请从目录里选择。",
    en: "Service item “{matter}” is not in the catalogue; please choose one that is.",
  },
  goes_to_centre: {
    status: 422,
    zh: "投诉大厅负责人的,由中心受理:被投诉人不得经手对自己的投诉。请转中心登记,不要在大厅登记。",
    en: "A complaint about the hall's head is taken by the centre: nobody handles a complaint about themselves. Please have the centre register it.",
  },
  happened_after_receipt: {
    status: 422,
    zh: "事情发生日期晚于收到投诉的日期;请核对。",
    en: "It would have happened after the complaint was received; please check both dates.",
  },
  handler_is_concerned: {
    status: 422,
    zh: "承办人就是被投诉人;被投诉人不得经手对自己的投诉,请另选承办人。",
    en: "The handler is the person complained about; nobody handles a complaint about themselves. Please choose somebody else.",
  },
  handler_may_not_read: {
    status: 422,
    zh: "“{person}”看不到投诉台账,不能承办;请交给窗口负责人、大厅负责人或中心的领导。",
    en: "{person} may not read complaints and cannot handle one; please choose a window's head, the hall's head or the centre.",
  },
  concerned_party: {
    status: 403,
    zh: "这件投诉是关于您的,由他人办理;您不能办这一步。",
    en: "This complaint is about you and is handled by others; you cannot take this step.",
  },
  not_the_handler: {
    status: 403,
    zh: "这件投诉已交给别人承办;请由承办人或大厅负责人、中心答复。",
    en: "Somebody else was given this complaint; its handler, the hall's head or the centre answers it.",
  },
  anonymous_told: {
    status: 422,
    zh: "匿名投诉没有联系方式,告知方式只能是“公示栏公布”或“匿名,无法告知”。",
    en: "An anonymous complaint leaves no contact; choose “posted” or “cannot be told”.",
  },
  author_not_told: {
    status: 422,
    zh: "投诉人留了姓名或联系方式,应当告知本人;请改选告知方式。",
    en: "The complainant left a name or contact and is to be told; please choose how.",
  },
});
