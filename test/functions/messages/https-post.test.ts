// The real way of posting: it connects to the address that was checked and to no other, and names the host.
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { httpsPost } from "../../../functions/messages/https-post.ts";
import { findFreePort } from "../../../infra/local/free-port.ts";

let server: Server;
let port: number;
let heard = "";
beforeAll(async () => {
  server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (greeting) => {
      heard = greeting.toString("latin1");
      socket.destroy();
    });
  });
  port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

test("the connection goes to the pinned address, whatever the name means elsewhere, and speaks TLS to the host", async () => {
  const url = new URL(`https://qyapi.weixin.qq.com:${port}/cgi-bin/webhook/send?key=k`);
  await expect(httpsPost({ url, ip: "127.0.0.1", body: "{}" })).rejects.toThrow();
  expect(heard).toContain("qyapi.weixin.qq.com");
  expect(heard).not.toContain("key=k");
});
