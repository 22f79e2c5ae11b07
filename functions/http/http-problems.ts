// Refusals of whole requests, and how any problem becomes an answer (RFC 9457 problem details).
import { defineProblems, type Problem } from "../../shared/kernel/problem.ts";

export const httpProblems = defineProblems({
  not_found: { status: 404, zh: "没有这个地址。", en: "There is nothing at this address." },
  method_not_allowed: {
    status: 405,
    zh: "这个地址不接受 {method}。",
    en: "This address does not take {method}.",
  },
  unexpected: {
    status: 500,
    zh: "系统出错,已记录(编号 {request})。请稍后再试;数据没有改动或已完整保存。",
    en: "Something went wrong and was logged (request {request}). Please try again; nothing is half done.",
  },
  busy: {
    status: 503,
    zh: "同一台账正有很多人写入,请稍后再试;已收下的行不会重复。",
    en: "Many people are writing to this ledger; please try again. Rows already accepted will not be repeated.",
  },
  too_often: {
    status: 429,
    zh: "一小时内最多 {most} 次,已经用完;请过 {minutes} 分钟再试。这一限制是为了保护群众的个人信息。",
    en: "At most {most} times an hour, and they are used up; try again in {minutes} minutes. It protects residents' data.",
  },
  malformed_json: {
    status: 400,
    zh: "请求内容不是正确的 JSON:{reason}",
    en: "The request body is not valid JSON: {reason}",
  },
  nested_too_deeply: {
    status: 400,
    zh: "请求内容嵌套超过 {max} 层;请按接口说明提交。",
    en: "The request body is nested more than {max} levels deep; please send it as described.",
  },
  wrong_shape: {
    status: 400,
    zh: "请求的“{path}”不对:{reason};请改正后重新提交。",
    en: "“{path}” in the request is wrong: {reason}; please correct it and send it again.",
  },
  form_too_large: {
    status: 413,
    zh: "这张表连同附件超过 {max} MB;请分几次上传,或换较小的照片。",
    en: "The form with its files is larger than {max} MB; please upload in parts, or take smaller pictures.",
  },
  malformed_form: {
    status: 400,
    zh: "表单没有完整送达;请重新填写后提交。",
    en: "The form did not arrive whole; please fill it in again.",
  },
  body_too_large: {
    status: 413,
    zh: "请求超过 1 MB;请分几次提交。",
    en: "The request is larger than 1 MB; please send it in parts.",
  },
  too_many_rows: {
    status: 413,
    zh: "一次最多 {max} 行,现有 {rows} 行;请分几次提交。",
    en: "At most {max} rows at once, now {rows}; please send them in parts.",
  },
  token_missing: {
    status: 401,
    zh: "请先登录(缺少身份令牌)。",
    en: "Please sign in (no identity token was sent).",
  },
  token_invalid: {
    status: 401,
    zh: "身份令牌无效;请重新登录。",
    en: "The identity token is not valid; please sign in again.",
  },
  token_expired: {
    status: 401,
    zh: "登录已过期;请重新登录。",
    en: "The identity token has expired; please sign in again.",
  },
  token_wrong_audience: {
    status: 401,
    zh: "这个身份令牌是发给别的应用的;请从本系统登录。",
    en: "This identity token was issued to another application; please sign in here.",
  },
  issuer_unreachable: {
    status: 503,
    zh: "登录服务暂时连不上,无法核对身份;请稍后再试,不用重新登录。",
    en: "The sign-in service cannot be reached, so your identity cannot be checked; please try again later.",
  },
  email_unverified: {
    status: 403,
    zh: "您的邮箱还没有验证;请先在账号里验证邮箱。",
    en: "Your e-mail address is not verified; please verify it with your account first.",
  },
  not_invited: {
    status: 403,
    zh: "这个账号还没有被邀请;请联系中心管理员。",
    en: "This account has not been invited; please ask the centre's administrator.",
  },
  not_permitted: {
    status: 403,
    zh: "您无权查看或办理这里的内容;如需要请联系大厅负责人或中心。",
    en: "You may not see or do this here; please ask the hall's head or the centre.",
  },
  unknown_hall: { status: 404, zh: "没有大厅“{hall}”。", en: "There is no hall “{hall}”." },
  unknown_ledger: { status: 404, zh: "没有台账“{ledger}”。", en: "There is no ledger “{ledger}”." },
  unknown_centre: { status: 404, zh: "没有中心“{centre}”。", en: "There is no centre “{centre}”." },
  unknown_person: {
    status: 404,
    zh: "本中心没有编号为“{person}”的人员;请从人员名单里选择。",
    en: "There is nobody “{person}” in this centre; please choose from the list of people.",
  },
  not_oneself: {
    status: 409,
    zh: "不能更改自己的账号;请由另一位管理员办理。",
    en: "One's own account is not changed by oneself; please ask another administrator.",
  },
  unknown_record: { status: 404, zh: "没有这条记录。", en: "There is no such record." },
  foreign_record: {
    status: 409,
    zh: "这个行号已在别处使用(可能是复制的表格);请换新行号提交。",
    en: "This row id is in use elsewhere (perhaps a copied workbook); please send it with a new id.",
  },
  invalid_period: {
    status: 400,
    zh: "期间“{period}”不对;例如 2026-11-02、2026-W45、2026-11、2026-Q4、2026。",
    en: "“{period}” is no period; write 2026-11-02, 2026-W45, 2026-11, 2026-Q4 or 2026.",
  },
  invalid_parameter: {
    status: 400,
    zh: "参数“{name}”不对:{expected}。",
    en: "Parameter “{name}” is wrong: {expected}.",
  },
  batch_reused: {
    status: 409,
    zh: "批号 {batch} 已用于另一份内容;请换一个批号。",
    en: "Batch {batch} was used for other content; please use a new batch id.",
  },
  definition_too_old: {
    status: 409,
    zh: "台账格式是第 {version} 版,系统已到第 {current} 版;请先在表格菜单里更新台账。",
    en: "The sheet is at version {version} of the ledger, the system at {current}; please update the sheet first.",
  },
  written_by_verbs: {
    status: 409,
    zh: "“{ledger}”不能在表格里直接填写;请在页面或侧栏里以自己的账号签认、上报。",
    en: "“{ledger}” is not written row by row; please sign or report on its page or in the sidebar under your own account.",
  },
  answer_too_large: {
    status: 422,
    zh: "大厅太多,一次答不完;请用 ledger= 指定台账,或用 hall= 指定大厅。",
    en: "There are too many halls for one answer; please ask for one ledger (ledger=) or one hall (hall=).",
  },
  period_required: { status: 400, zh: "请给出期间(period)。", en: "Please give a period." },
  session_expired: {
    status: 401,
    zh: "页面登录已过期;请重新登录后再试。",
    en: "Your session has expired; please sign in again.",
  },
  sign_in_failed: {
    status: 400,
    zh: "登录没有完成(链接过期或已用过);请重新登录。",
    en: "Signing in did not finish (the link has expired or was used); please sign in again.",
  },
});

/** The body of an `application/problem+json` answer; `title` is Chinese, with the English beside it. */
export function problemBody(problem: Problem, request: string) {
  return {
    type: `urn:hall-ledger:problem:${problem.code}`,
    title: problem.message.zh,
    detail: problem.message.en,
    status: problem.status,
    code: problem.code,
    message: problem.message,
    ...(problem.field ? { field: problem.field } : {}),
    request,
  };
}

/** Carries a problem out of a handler to the one place that answers with it. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

export function refuse(problem: Problem): never {
  throw new Refusal(problem);
}
