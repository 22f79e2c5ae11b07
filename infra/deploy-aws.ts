// `npm run deploy:aws -- <stage>`: builds the functions, synthesises and checks the stacks, and hands them to the CDK.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { addReportParts, PartMissing } from "./report-parts.ts";
import { readStage, STAGE_NAMES } from "./stages/stage.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const stage = STAGE_NAMES.find((name) => name === process.argv[2]);
if (!stage) {
  process.stderr.write(`npm run deploy:aws -- ${STAGE_NAMES.join("|")}\n`);
  process.exit(2);
}
if (JSON.stringify(readStage(stage)).includes("replace-with")) {
  process.stderr.write(
    `infra/stages/${stage}.json 里还有 replace-with… 占位内容,请先填写。\nFill in what still says replace-with… in infra/stages/${stage}.json first.\n`,
  );
  process.exit(2);
}
const run = (command: string, ...parameters: string[]) =>
  execFileSync("npx", ["--no-install", command, ...parameters], { cwd: root, stdio: "inherit" });

run("tsx", "infra/build.ts", "functions");
try {
  addReportParts(`${root}dist/functions/report`);
} catch (error) {
  if (!(error instanceof PartMissing)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(2);
}
run("cdk", "deploy", `hall-ledger-${stage}-data`, `hall-ledger-${stage}`, ...process.argv.slice(3));
