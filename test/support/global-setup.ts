// Starts one DynamoDB Local for the whole test run; every test file makes its own table in it.
import type { TestProject } from "vitest/node";
import { startDatabase } from "../../infra/local/database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseEndpoint: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startDatabase({
    directory: "memory",
    onExit: (lastLines) => console.error(`the test database ended\n${lastLines}`),
  });
  project.provide("databaseEndpoint", database.endpoint);
  return () => database.stop();
}
