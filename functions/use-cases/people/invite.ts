// Inviting somebody: who they are, in which role and where. The first sign-in under the address is theirs.
import { randomUUID } from "node:crypto";
import * as z from "zod";
import type { Centre } from "../../../shared/capabilities/organisation/centre.ts";
import { centreOf } from "../../../shared/capabilities/organisation/hall.ts";
import { dateOf, dateTimeAt } from "../../../shared/kernel/date-time.ts";
import { HALL_STAFF, ROLES } from "../../../shared/kernel/permissions.ts";
import { defineProblems, type Problem } from "../../../shared/kernel/problem.ts";
import { err, ok, type Result } from "../../../shared/kernel/result.ts";
import { isDepartment } from "../../../shared/ledger/fields/department.ts";
import { checkText, tidyText } from "../../../shared/ledger/fields/text.ts";
import type { Dependencies } from "../../dependencies.ts";
import { findHall, invitePersonAlone, listPeople, type Person } from "../../storage/directory-store.ts";

export const Invitation = z.strictObject({
  name: z.string().max(200),
  email: z.email().max(254),
  role: z.enum(ROLES),
  /** Of a hall's role. */
  hall: z.string().max(100).nullable().default(null),
  /** Of a department's role: which one. */
  department: z.string().max(100).nullable().default(null),
});
export type Invitation = z.infer<typeof Invitation>;

export const inviteProblems = defineProblems({
  email_taken: {
    status: 409,
    zh: "邮箱 {email} 已被邀请或正在使用;请换一个邮箱,或在人员名单里更改原有人员。",
    en: "Somebody is invited or works under {email} already; use another address, or change that person in the list.",
  },
  name_missing: { status: 422, zh: "请填写姓名。", en: "Please state the name." },
  hall_needed: {
    status: 422,
    zh: "窗口人员、窗口负责人、大厅负责人属于一个大厅,请选择本中心的大厅。",
    en: "A clerk, a window's head and a hall's head belong to a hall; choose one of this centre.",
  },
  hall_not_asked: {
    status: 422,
    zh: "这个角色属于中心,不选大厅。",
    en: "This role belongs to the centre; leave the hall open.",
  },
  department_needed: {
    status: 422,
    zh: "职能部门人员要选择部门;其他角色不选。",
    en: "Somebody of a department needs the department named; nobody else does.",
  },
});

const NAME = { zh: "姓名", en: "Name" };

/** Roles begin at once. Nothing is stored where something is wrong. */
export async function invite(
  { table, now, notices }: Pick<Dependencies, "table" | "now" | "notices">,
  centre: Centre,
  given: Invitation,
  by: string,
): Promise<Result<Person, Problem>> {
  const name = tidyText(given.name);
  const checked = checkText(name, { id: "name", label: NAME, maxLength: 60, oneLine: true });
  if (!checked.ok) return checked;
  if (name === "") return err(inviteProblems.name_missing({ field: "name" }));
  const { email, role, hall: hallId, department } = given;
  const inHall = HALL_STAFF.includes(role);
  if (!inHall && hallId !== null) return err(inviteProblems.hall_not_asked({ field: "hall" }));
  const hall = inHall && hallId !== null ? await findHall(table, hallId) : undefined;
  const belongs = hall && centreOf(hall, dateOf(dateTimeAt(now(), hall.timeZone))) === centre.id;
  if (inHall && !belongs) return err(inviteProblems.hall_needed({ field: "hall" }));
  if ((role === "department") !== (department !== null && isDepartment(department))) {
    return err(inviteProblems.department_needed({ field: "department" }));
  }
  const person: Person = {
    id: `p-${randomUUID()}`,
    name,
    email,
    grants: [
      {
        role,
        centre: centre.id,
        ...(hall ? { hall: hall.id } : {}),
        ...(department === null ? {} : { department }),
      },
    ],
    demonstration: false,
  };
  if ((await isTaken({ table }, centre.id, email, person.id)) || !(await invitePersonAlone(table, person))) {
    return err(inviteProblems.email_taken({ field: "email", email }));
  }
  await notices?.tell({
    centre: centre.id,
    hall: hall?.id ?? null,
    person: person.id,
    about: "invited",
    subject: { zh: `${centre.name.zh}邀请您使用便民大厅台账`, en: `${centre.name.en} invites you` },
    text: {
      zh: `请用这个邮箱(${email})的账号登录,首次登录即为接受邀请。`,
      en: `Please sign in with the account of this address (${email}); the first sign-in accepts the invitation.`,
    },
    by,
  });
  return ok(person);
}

/** Whether somebody else who still works in the centre has the address. */
export async function isTaken(
  { table }: Pick<Dependencies, "table">,
  centre: string,
  email: string,
  person: string,
): Promise<boolean> {
  const people = await listPeople(table, centre);
  return people.some(
    (one) => one.id !== person && one.grants.length > 0 && one.email.toLowerCase() === email.toLowerCase(),
  );
}
