// The queue in front of the function that renders reports: it carries names of orders, never what they say.
import { SendMessageCommand, SQSClient } from "@aws-sdk/client-sqs";

/** @returns what hands an order over; it fails where the queue does not take it, and the order can be made again */
export function openReportQueue(QueueUrl: string): (id: string) => Promise<void> {
  const client = new SQSClient({});
  return async (id) => {
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify({ report: id }) }));
  };
}
