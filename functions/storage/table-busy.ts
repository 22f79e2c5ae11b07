// The table cannot take a call now: too many callers, or too many of them at one item. Sent again later, it can.

export class TableBusy extends Error {
  override readonly name = "TableBusy";
}

/** Errors of AWS that mean "later"; the SDK has tried again three times when they get here. */
const LATER: ReadonlySet<string> = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ThrottlingException",
  "TransactionInProgressException",
]);

/** The answer to a call to AWS, with what means "later" told apart from what is a fault. */
export async function unlessBusy<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof Error && LATER.has(error.name)
      ? new TableBusy(error.name, { cause: error })
      : error;
  }
}
