// Says when it is ready and when it is asked to stop; stopping takes as long as the file named to it exists,
// and leaves another file as its proof.
import { existsSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { onShutdown } from "../../../infra/local/processes.ts";

const [obstacle = ""] = process.argv.slice(2);

onShutdown(async () => {
  console.log("stopping now");
  do await pause(10);
  while (existsSync(obstacle));
  console.log("stopped now");
  writeFileSync(`${obstacle}.stopped`, "");
});
setInterval(() => {}, 60_000);
console.log(`ready ${process.pid}`);
