// A runtime client as Lambda's Runtime API asks for one: takes each event, calls the bundle's handler, posts what it says.
import { createRequire } from "node:module";
import { join } from "node:path";

const [file, name] = (process.argv[2] ?? process.env._HANDLER).split(".");
const API = `http://${process.env.AWS_LAMBDA_RUNTIME_API}/2018-06-01/runtime`;

const describe = (error) => ({
  errorType: error instanceof Error ? error.name : "Error",
  errorMessage: error instanceof Error ? error.message : String(error),
  stackTrace: error instanceof Error ? (error.stack ?? "").split("\n") : [],
});
const post = (path, body) => fetch(`${API}/${path}`, { method: "POST", body: JSON.stringify(body ?? null) });

let handler;
try {
  handler = createRequire(import.meta.url)(join(process.env.LAMBDA_TASK_ROOT, `${file}.cjs`))[name];
} catch (error) {
  await post("init/error", describe(error));
  console.error(error);
  process.exit(1);
}

for (;;) {
  const next = await fetch(`${API}/invocation/next`);
  const id = next.headers.get("lambda-runtime-aws-request-id");
  const deadline = Number(next.headers.get("lambda-runtime-deadline-ms"));
  const event = await next.json();
  const context = {
    awsRequestId: id,
    invokedFunctionArn: next.headers.get("lambda-runtime-invoked-function-arn"),
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    await post(`invocation/${id}/response`, await handler(event, context));
  } catch (error) {
    await post(`invocation/${id}/error`, describe(error));
  }
}
