// Loads one bundle in a fresh process and answers one call; prints the milliseconds from the first byte to the answer.
const { once } = require("node:events");

const EVENT = {
  version: "2.0",
  routeKey: "$default",
  rawPath: "/v1/health",
  rawQueryString: "",
  headers: { host: "bench.local" },
  requestContext: { http: { method: "GET", path: "/v1/health" }, domainName: "bench.local" },
  isBase64Encoded: false,
};

void (async () => {
  const started = performance.now();
  const { handler, server } = require(process.argv[2]);
  if (server) {
    if (!server.listening) await once(server, "listening");
    const answer = await fetch(`http://127.0.0.1:${server.address().port}/v1/health`);
    if ((await answer.json()).ok !== true) throw new Error("no answer");
  } else {
    const { body } = await handler(EVENT, {});
    if (JSON.parse(body).ok !== true) throw new Error("no answer");
  }
  process.stdout.write(String(performance.now() - started), () => process.exit(0));
})();
