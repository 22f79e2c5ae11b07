// Works off what a queue hands over: SQS names orders, at least once; what fails goes back to be tried again.
import * as z from "zod";
import type { Dependencies } from "../dependencies.ts";
import type { PictureParts } from "./charts/chart-picture.ts";
import { runReport } from "./run-report.ts";

/** What stands in the queue: the name of an order, never what it says. */
export const QueuedReport = z.strictObject({ report: z.string().min(1) });

const Event = z.object({ Records: z.array(z.object({ messageId: z.string(), body: z.string() })) });

export interface Failures {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export async function runQueuedReports(
  deps: Dependencies,
  pictureParts: PictureParts,
  event: unknown,
): Promise<Failures> {
  const failed: { itemIdentifier: string }[] = [];
  for (const { messageId, body } of Event.parse(event).Records) {
    try {
      await runReport(deps, pictureParts, QueuedReport.parse(JSON.parse(body)).report);
    } catch (error) {
      failed.push({ itemIdentifier: messageId });
      deps.log("QUEUE_FAILED", {
        queued: messageId,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  return { batchItemFailures: failed };
}
