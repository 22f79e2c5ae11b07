// Starts a database, says on which port, and lives until it is killed.
import { startDatabase } from "../../../infra/local/database.ts";

const database = await startDatabase({
  directory: process.argv[2] ?? "memory",
  onExit: () => process.exit(1),
});
console.log(`port ${database.port}`);
