// E-mail through Amazon SES: one attempt a call, so that nothing is sent twice behind the outbox's back.
import {
  SESv2Client,
  SESv2ServiceException,
  SendEmailCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import type { Mail, MailSender, SendOutcome } from "./channel.ts";

/** What SES says when it took nothing and may take it later. */
const LATER: ReadonlySet<string> = new Set([
  "TooManyRequestsException",
  "LimitExceededException",
  "SendingPausedException",
  "ThrottlingException",
  "Throttling",
]);

/** Shorter than the outbox's lease: whoever sends has heard the answer before anybody else may ask. */
const TIMEOUT_MS = 20_000;

/** @param from `便民大厅台账 <noreply@example.cn>`: an identity that is verified with SES */
export function sesSender(from: string): MailSender {
  // The client's own retries would repeat a request whose answer was lost.
  const client = new SESv2Client({ maxAttempts: 1 });
  return {
    async sendMail(mail) {
      const command = new SendEmailCommand(sendEmailParams(mail, from));
      try {
        const { MessageId } = await client.send(command, { abortSignal: AbortSignal.timeout(TIMEOUT_MS) });
        return { status: "sent", note: `SES ${MessageId ?? ""}`.trim() };
      } catch (error) {
        return refusalOf(error);
      }
    },
  };
}

function sendEmailParams({ id, to, subject, text }: Mail, from: string): SendEmailCommandInput {
  return {
    FromEmailAddress: from,
    Destination: { ToAddresses: [to] },
    Content: {
      Simple: {
        Subject: { Data: subject, Charset: "UTF-8" },
        Body: { Text: { Data: text, Charset: "UTF-8" } },
        // Finds the outbox's record of a mail that somebody asks about.
        Headers: [{ Name: "X-Hall-Ledger-Message", Value: id }],
      },
    },
  };
}

/**
 * An answer of SES that names its reason is a refusal: certainly not sent. Without an answer, or with a failure inside
 * SES, it cannot be known, and the error goes on to the outbox.
 */
function refusalOf(error: unknown): SendOutcome {
  if (!(error instanceof SESv2ServiceException)) throw error;
  const status = error.$metadata.httpStatusCode ?? 0;
  const again = LATER.has(error.name) || status === 429 || status === 503;
  if (!again && (status < 400 || status >= 500)) throw error;
  return { status: "refused", again, error: `${error.name}: ${error.message}`.slice(0, 200) };
}
