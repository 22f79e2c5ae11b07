// What `npm run first-centre` runs: the first centre, its first hall and its administrator, in a table that has none.
import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import {
  findCentre,
  findHall,
  invitePerson,
  putCentre,
  putHall,
} from "../../functions/storage/directory-store.ts";
import { openTable, type Table } from "../../functions/storage/table.ts";
import { err, ok, type Result } from "../../shared/kernel/result.ts";

const Wanted = z.strictObject({
  centre: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  "centre-zh": z.string().min(2),
  "centre-en": z.string().min(2),
  hall: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  "hall-zh": z.string().min(2),
  "hall-en": z.string().min(2),
  phone: z.string().min(3),
  from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  "admin-name": z.string().min(1),
  "admin-email": z.email(),
});
type FirstCentre = z.infer<typeof Wanted>;

/** Refuses with a sentence: a wrong parameter, or a centre or hall that is there already. */
async function putFirstCentre(table: Table, given: unknown): Promise<Result<FirstCentre, string>> {
  const parsed = Wanted.safeParse(given);
  if (!parsed.success) return err(`参数不对 Wrong parameters:\n${z.prettifyError(parsed.error)}`);
  const wanted = parsed.data;
  if ((await findCentre(table, wanted.centre)) || (await findHall(table, wanted.hall))) {
    return err(
      "已有这个编号的中心或大厅;其余的请在页面上添加。\nThere is a centre or a hall of this id already; add others on the pages.",
    );
  }
  await putCentre(table, {
    id: wanted.centre,
    name: { zh: wanted["centre-zh"], en: wanted["centre-en"] },
    policies: [],
    calendarYears: [],
    matters: [],
    demonstration: false,
  });
  await putHall(table, {
    id: wanted.hall,
    name: { zh: wanted["hall-zh"], en: wanted["hall-en"] },
    timeZone: "Asia/Shanghai",
    opensAt: "09:00",
    closesAt: "17:30",
    complaintPhone: wanted.phone,
    centres: [{ from: wanted.from, centre: wanted.centre }],
    demonstration: false,
  });
  await invitePerson(table, {
    id: `p-${wanted.centre}-admin`,
    name: wanted["admin-name"],
    email: wanted["admin-email"],
    grants: [{ role: "centreAdmin", centre: wanted.centre }],
    demonstration: false,
  });
  return ok(wanted);
}

const names = Object.keys(Wanted.shape);
const { values } = parseArgs({
  options: Object.fromEntries(["table", ...names].map((name) => [name, { type: "string" as const }])),
});
const { table, ...wanted } = values;
if (typeof table !== "string") {
  process.stderr.write(`npm run first-centre -- --table T ${names.map((name) => `--${name} …`).join(" ")}\n`);
  process.exit(2);
}
const made = await putFirstCentre(openTable(new DynamoDBClient({}), table), wanted);
if (made.ok) {
  const { centre, hall, "admin-email": email } = made.value;
  process.stdout.write(`已建立 Made: ${centre}, ${hall}; invited ${email}\n`);
} else {
  process.stderr.write(`${made.error}\n`);
  process.exitCode = 1;
}
