// The system that takes the rows: the one that answers at the address, or one started here for the occasion.
import * as z from "zod";
import { StartFailure } from "../start-failure.mjs";
import { reasonOf } from "./api-client.ts";
import type { ImportOptions } from "./options.ts";

export interface Backend {
  readonly url: string;
  stop(): Promise<void>;
}

const Health = z.object({ service: z.literal("hall-ledger") });

/**
 * @param startLocal starts the local system on a port, the one where nobody answered: people are known to the local
 * issuer by its address
 * @throws StartFailure when the address was asked for and nothing answers there, or something else does
 */
export async function findBackend(
  { address, given }: ImportOptions["url"],
  startLocal: (port: number) => Promise<Backend>,
): Promise<Backend> {
  const found = await look(address);
  if (found === "here") return { url: address, stop: async () => {} };
  if (found === "other") {
    throw new StartFailure({
      zh: `${address} 上运行的不是便民大厅台账系统;请用 --url 写明地址。`,
      en: `What runs at ${address} is not Hall Ledger; please give its address with --url.`,
    });
  }
  if (!given) return startLocal(Number(new URL(address).port));
  throw new StartFailure({
    zh: `连不上 ${address}(${found.reason});请核对地址,并确认系统已启动。`,
    en: `Nothing answers at ${address} (${found.reason}); check the address and that the system is running.`,
  });
}

async function look(address: string): Promise<"here" | "other" | { readonly reason: string }> {
  try {
    const response = await fetch(`${address}/v1/health`);
    if (response.status >= 502) return { reason: `HTTP ${response.status}` };
    const body: unknown = await response.json().catch(() => undefined);
    return Health.safeParse(body).success ? "here" : "other";
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}
