// The demonstration's workbooks: the add-on's bundle as clasp pushes it, run in the local workbook host.
import { join } from "node:path";
import * as z from "zod";
import { buildAddon, DEFAULT_BACKEND_URL } from "../../addon/build.ts";
import type { WorkbookChoice } from "../../functions/dependencies.ts";
import type { DemonstrationAccount } from "./demonstration-account.ts";
import type { Identity } from "./identity.ts";
import {
  createWorkbookHost,
  type WorkbookHost,
  type WorkbookSeed,
} from "./workbook-host/create-workbook-host.ts";
import type { HostClock } from "./workbook-host/services/host-clock.ts";

const OWNERS = { zhaohui: "head.zhaohui@demo.example", yunxi: "head.yunxi@demo.example" } as const;

interface DemonstrationWorkbook {
  readonly seed: WorkbookSeed;
  /** Whose menu sets it up, and as what. */
  readonly owner: string;
  readonly choice: { readonly mode: "hall" | "centre"; readonly id: string };
}

const WORKBOOKS: readonly DemonstrationWorkbook[] = [
  hallWorkbook("zhaohui", "朝晖(演示)大厅台账"),
  hallWorkbook("yunxi", "云溪(演示)大厅台账"),
  {
    seed: {
      id: "demo-centre",
      name: "演示中心汇总",
      owner: "admin@demo.example",
      editors: ["department@demo.example", "director@demo.example"],
    },
    owner: "admin@demo.example",
    choice: { mode: "centre", id: "demo-centre" },
  },
];

function hallWorkbook(hall: keyof typeof OWNERS, name: string): DemonstrationWorkbook {
  const owner = OWNERS[hall];
  const editors = ["windowhead", "clerk1", "clerk2"].map((who) => `${who}.${hall}@demo.example`);
  return { seed: { id: hall, name, owner, editors }, owner, choice: { mode: "hall", id: hall } };
}

/** What the first page offers: each workbook as somebody who works in it. */
export const WORKBOOK_CHOICES: readonly WorkbookChoice[] = WORKBOOKS.map(({ seed, choice }) => {
  const user = choice.mode === "hall" ? `clerk1.${choice.id}@demo.example` : "admin@demo.example";
  return {
    title: seed.name,
    url: `/workbooks/${seed.id}?user=${encodeURIComponent(user)}`,
    note:
      choice.mode === "hall"
        ? { zh: "以窗口工作人员的身份打开", en: "opens as a clerk" }
        : { zh: "以中心管理员的身份打开", en: "opens as the centre's administrator" },
  };
});

export interface WorkbooksOptions {
  readonly url: string;
  readonly dataDirectory: string;
  readonly identity: Identity;
  readonly accounts: readonly DemonstrationAccount[];
  /** The clock of the halls: what is due, and what day it is, is the same in sheets and at the backend. */
  readonly clock: HostClock;
}

export async function openWorkbooks(options: WorkbooksOptions): Promise<WorkbookHost> {
  const { url, dataDirectory, identity, accounts, clock } = options;
  // Below the data, because two starts at once must not write over each other's bundle.
  const addonDirectory = join(dataDirectory, "addon");
  await buildAddon(addonDirectory);
  return createWorkbookHost({
    addonDirectory,
    dataDirectory: join(dataDirectory, "workbooks"),
    clock,
    identity: {
      listAccounts: () => accounts,
      issueIdToken: async (email, audience) => {
        const token = await identity.issueIdToken(email, audience);
        if (token === undefined) throw new Error(`nobody here is ${email}`);
        return token;
      },
    },
    oauthClientId: identity.addOnAudience,
    // The bundle names the production backend; here that name leads to this machine.
    fetchRoutes: { [DEFAULT_BACKEND_URL]: `${url}/v1/` },
    workbooks: WORKBOOKS.map(({ seed }) => seed),
    baseUrl: url,
  });
}

const Answer = z.union([
  z.object({ ok: z.literal(true), value: z.looseObject({ mode: z.string().nullish() }) }),
  z.object({ ok: z.literal(false), message: z.object({ zh: z.string(), en: z.string() }) }),
]);

/** Makes the workbooks ready to use, as their owners would from the menu; does nothing the second time. */
export async function setUpWorkbooks(host: WorkbookHost, say: (line: string) => void): Promise<void> {
  for (const { seed, owner, choice } of WORKBOOKS) {
    const run = async (name: string, args: readonly unknown[] = []) => {
      const answer = Answer.parse(await host.runFunction(seed.id, owner, name, args));
      if (!answer.ok) throw new Error(`${seed.id} ${name}: ${answer.message.en}`);
      return answer.value;
    };
    if ((await run("bootstrap")).mode) continue;
    say(`准备工作簿 Setting up the workbook: ${seed.name}`);
    await run("setUpWorkbook", [choice]);
    await run("sync");
  }
}
