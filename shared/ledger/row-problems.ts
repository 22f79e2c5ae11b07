// Why a row cannot be taken as it was sent, whatever its ledger.
import { defineProblems } from "../kernel/problem.ts";

export const rowProblems = defineProblems({
  not_permitted: {
    status: 403,
    zh: "您的岗位不能做这一步({action});请找有权限的同事。",
    en: "Your role may not do this ({action}); please ask a colleague who may.",
  },
  unknown_action: {
    status: 422,
    zh: "这本台账没有“{action}”这一步。",
    en: "This ledger has no action “{action}”.",
  },
  unknown_record: {
    status: 404,
    zh: "台账里没有这一行;如果是新行,请作为新行提交。",
    en: "There is no such row in this ledger; send it as a new row if it is new.",
  },
  version_ahead: {
    status: 409,
    zh: "提交的版本比台账里的还新;请先同步。",
    en: "The version sent is newer than the ledger's; please synchronise first.",
  },
  personal_erased: {
    status: 409,
    zh: "这一行的个人信息已应要求删除,不能再填“{label}”;请清空后提交。",
    en: "The personal data of this row was erased on request; please leave {label} empty.",
  },
  field_locked: {
    status: 409,
    zh: "“{label}”由办理步骤填写,不能直接修改。",
    en: "{label} is set by the steps taken and cannot be edited.",
  },
  row_too_large: {
    status: 413,
    zh: "这一行连同它的步骤已超过 390 KB;请缩短文字或清单后再提交。",
    en: "This row with its steps is larger than 390 KB; please shorten its texts or lists.",
  },
  too_many_effects: {
    status: 422,
    zh: "这一步牵动的其他台账行超过 {max} 行,一次写不完;请分几次办理。",
    en: "This step touches more than {max} rows of other ledgers, too many at once; please take it in parts.",
  },
  voided_record: {
    status: 409,
    zh: "这一行已作废,不能再改。",
    en: "This row has been voided and can no longer be changed.",
  },
  not_allowed_in_status: {
    status: 409,
    zh: "“{status}”的行不能“{action}”。",
    en: "A row that is “{status}” cannot take “{action}”.",
  },
  changed_meanwhile: {
    status: 409,
    zh: "“{label}”同时被别人改过;请对照后选择保留哪一个。",
    en: "{label} was changed by somebody else meanwhile; please compare and choose.",
  },
  step_meanwhile: {
    status: 409,
    zh: "这一行同时办过别的步骤;请看过最新内容再提交。",
    en: "A step was taken on this row meanwhile; please look at it before sending again.",
  },
});
