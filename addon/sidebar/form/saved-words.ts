// What a clerk reads after a row was taken: its number, or its temporary one while the centre is away.
import type { Text } from "../../../shared/kernel/text.ts";

export function savedWords(serial: string | null, pending: boolean): Text {
  const number = serial ?? "";
  return pending
    ? {
        zh: `已存在表格里,临时号 ${number}。连上中心后自动送出并换成正式编号。`,
        en: `Kept in the sheet with the temporary number ${number}. It is sent, and numbered, when the centre is back.`,
      }
    : { zh: `已登记 ${number}`, en: `Registered ${number}` };
}
