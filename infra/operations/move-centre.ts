// What `npm run export` and `npm run import-centre` run: a centre's data out of AWS into a folder, and in again.
import { parseArgs } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { s3BlobStore } from "../../functions/blobs/s3-blob-store.ts";
import { scanTable } from "../../functions/storage/scan-table.ts";
import { openTable } from "../../functions/storage/table.ts";
import { exportCentre } from "../../functions/use-cases/moving/export-centre.ts";
import { importCentre } from "../../functions/use-cases/moving/import-centre.ts";
import { createExportFolder, readExportFolder } from "./export-folder.ts";

const USAGE = `npm run export        -- --table T --bucket B --centre C --folder NEW-FOLDER
npm run import-centre -- --table T --bucket B --folder FOLDER
(AWS_REGION, AWS_PROFILE … as the AWS SDK reads them; the folder holds personal data: keep it encrypted)
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    table: { type: "string" },
    bucket: { type: "string" },
    centre: { type: "string" },
    folder: { type: "string" },
  },
});
const [verb] = positionals;
const { table, bucket, centre, folder } = values;
if (
  !table ||
  !bucket ||
  !folder ||
  (verb === "export" && !centre) ||
  (verb !== "export" && verb !== "import")
) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const client = new DynamoDBClient({});
const blobs = s3BlobStore(new S3Client({}), bucket);
if (verb === "export") {
  const target = await createExportFolder(folder);
  const source = { scan: () => scanTable(client, table), blobs, now: Date.now() };
  const done = await exportCentre(source, centre ?? "", target);
  await target.close();
  process.stdout.write(`${JSON.stringify({ exported: centre, ...done })}\n`);
} else {
  const done = await importCentre(openTable(client, table), blobs, readExportFolder(folder));
  process.stdout.write(
    `${JSON.stringify({ imported: done.centre, items: done.items, files: done.files })}\n`,
  );
}
