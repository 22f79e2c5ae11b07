// The function that sends: SQS names messages of the outbox, each is sent once by e-mail or to its group.
import { awsDependencies } from "./aws-dependencies.ts";
import { readConfig } from "./config.ts";
import { mailChannel } from "./messages/channel.ts";
import { deliverQueued } from "./messages/deliver-queued.ts";
import { httpsPost } from "./messages/https-post.ts";
import { resolveHost } from "./messages/resolve-host.ts";
import { sesSender } from "./messages/ses-channel.ts";
import { webhookChannel } from "./messages/webhook-channel.ts";

const config = readConfig(process.env);
const deps = awsDependencies(config);
const channels = {
  // Without a sender, e-mail waits in the outbox.
  ...(config.mailFrom ? { mail: mailChannel(sesSender(config.mailFrom)) } : {}),
  webhook: webhookChannel({
    hosts: config.webhookHosts,
    resolve: resolveHost,
    table: deps.table,
    post: httpsPost,
    realNow: Date.now,
  }),
};

export const handler = (event: unknown) => deliverQueued(deps, channels, event);
