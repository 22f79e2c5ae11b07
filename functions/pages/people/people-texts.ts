// The words of the pages about the centre's people: who is there, inviting, and what an administrator does for one of them.
import type { Text } from "../../../shared/kernel/text.ts";

export const CENTRE_PEOPLE_TEXTS = {
  title: { zh: "人员与邀请", en: "People and invitations" },
  lead: {
    zh: "受邀人用所填邮箱的账号首次登录,即为本人;没有受邀的账号进不来。",
    en: "Whoever first signs in with the account of the address is that person; accounts that nobody invited stay outside.",
  },
  invite: { zh: "邀请", en: "Invite" },
  name: { zh: "姓名", en: "Name" },
  email: { zh: "邮箱", en: "E-mail address" },
  role: { zh: "角色", en: "Role" },
  hall: { zh: "大厅(大厅的角色)", en: "Hall (for a hall's roles)" },
  department: { zh: "部门(职能科室)", en: "Department (for its people)" },
  none: { zh: "不选", en: "None" },
  list: { zh: "名单", en: "List" },
  roles: { zh: "角色与大厅", en: "Roles and halls" },
  state: { zh: "状态", en: "State" },
  invited: { zh: "已邀请,未登录", en: "invited, not signed in yet" },
  active: { zh: "在用", en: "active" },
  left: { zh: "已离开", en: "left" },
  yourself: { zh: "本人", en: "yourself" },
  back: { zh: "回到名单", en: "Back to the list" },
  until: { zh: "至", en: "until" },
  newEmail: { zh: "更换邮箱", en: "Another e-mail address" },
  newEmailLead: {
    zh: "换邮箱后,原账号立即失效,所有登录结束;用新邮箱首次登录即恢复,名下记录不变。",
    en: "The former account stops at once and every session ends; the first sign-in with the new address brings everything back.",
  },
  change: { zh: "更换", en: "Change" },
  signOut: { zh: "结束全部登录", en: "End every session" },
  signOutLead: {
    zh: "电脑丢失或离开未退出时使用;重新登录即可继续。",
    en: "For a computer that was lost or left signed in; signing in again is all it takes.",
  },
  leave: { zh: "离开中心", en: "Leave the centre" },
  leaveLead: {
    zh: "收回其在本中心的全部角色,不能再登录;姓名和经办记录保留。在办事项请先在大厅的人员页移交。",
    en: "Every role in this centre ends and sign-ins stop; the name stays with the records. Hand open work over first, on the hall's page of people.",
  },
  confirm: { zh: "我确认收回全部角色", en: "Yes, end every role" },
  done: {
    zh: "已办理。",
    en: "Done.",
  },
  sent: {
    zh: "已邀请;邀请函已进入待发消息。",
    en: "Invited; the invitation waits in the outbox.",
  },
} as const satisfies Record<string, Text>;
