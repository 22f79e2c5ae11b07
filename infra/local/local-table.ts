// The table on DynamoDB Local: made when missing, the same shape as the stack's.
import { CreateTableCommand, DynamoDBClient, ResourceInUseException } from "@aws-sdk/client-dynamodb";
import { openTable, type Table, tableParams } from "../../functions/storage/table.ts";

/** DynamoDB Local wants credentials and looks at none. */
export function localClient(endpoint: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
}

export async function openLocalTable(client: DynamoDBClient, name: string): Promise<Table> {
  try {
    await client.send(new CreateTableCommand(tableParams(name)));
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  return openTable(client, name);
}
