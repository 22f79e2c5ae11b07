// Takes a folder, says so, and keeps it until killed; on request as a system other than this one would.

const [directory = "", platform = process.platform] = process.argv.slice(2);
Object.defineProperty(process, "platform", { value: platform });
const { lockDirectory } = await import("../../../infra/local/instance-lock.ts");

const lock = await lockDirectory({ directory, url: "http://127.0.0.1:8787" });
console.log(lock.ok ? "locked yes" : `refused ${lock.error.sentence.en}`);
if (lock.ok) setInterval(() => {}, 60_000);

export {};
