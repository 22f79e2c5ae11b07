// Serves a workbook host with the toy add-on on a port of its own.
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  createWorkbookHost,
  type WorkbookHost,
} from "../../../infra/local/workbook-host/create-workbook-host.ts";
import { MovableClock } from "../../../infra/local/workbook-host/services/host-clock.ts";

export const owner = "zhou@example.cn";
export const clerk = "wang@example.cn";
export const stranger = "li@example.cn";

const account = (email: string, name: string, role: string) => ({ email, name, role, halls: [] });

export interface ToyHost {
  readonly host: WorkbookHost;
  readonly baseUrl: string;
  readonly workbookId: string;
  close(): Promise<void>;
}

/** The clock starts at a Monday morning in Shanghai and runs on. */
export async function openToyHost(): Promise<ToyHost> {
  const dataDirectory = await mkdtemp(join(tmpdir(), "toy-host-"));
  const clock = new MovableClock();
  clock.moveTo(Date.UTC(2026, 10, 2, 1, 30));
  const host = await createWorkbookHost({
    addonDirectory: fileURLToPath(new URL("../fixtures/toy-addon/", import.meta.url)),
    dataDirectory,
    clock,
    identity: {
      issueIdToken: (email, audience) => Promise.resolve(`${email} ${audience}`),
      listAccounts: () => [
        account(owner, "周主任", "主任"),
        account(clerk, "王窗口", "窗口"),
        account(stranger, "外人", ""),
      ],
    },
    workbooks: [{ id: "club", name: "俱乐部台账", owner, editors: [clerk] }],
  });
  const server = createServer((request, response) => {
    void host.handle(request, response).then((handled) => {
      if (!handled) response.writeHead(404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    host,
    baseUrl: `http://127.0.0.1:${port}`,
    workbookId: "club",
    async close() {
      await host.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
