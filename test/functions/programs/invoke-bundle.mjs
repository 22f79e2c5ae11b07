// A process that is Lambda for one bundle: calls its handler with each event it is sent, and sends back the answer.
import { createRequire } from "node:module";

const { handler } = createRequire(import.meta.url)(process.argv[2]);
// What the functions log is for CloudWatch, not for the test's output.
const logged = [];
console.log = (line) => logged.push(line);

process.on("message", async ({ id, event }) => {
  try {
    process.send({ id, answer: await handler(event, { awsRequestId: id }), logged: logged.splice(0) });
  } catch (error) {
    process.send({ id, failure: String(error), logged: logged.splice(0) });
  }
});
process.send({ ready: true });
