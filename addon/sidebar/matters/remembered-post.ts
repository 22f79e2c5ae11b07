// The post at which a clerk sits, remembered from one case to the next on this computer.
import type { Bootstrap } from "../../rpc-contract.ts";
import { asText } from "../form/raw-values.ts";
import { readStored, store } from "../frame/browser-storage.ts";

const keyOf = (boot: Bootstrap) => `hall-ledger/post/${encodeURIComponent(boot.user?.key ?? "")}`;

export function rememberedPost(boot: Bootstrap): string {
  return asText(readStored("computer", keyOf(boot)));
}

export function rememberPost(boot: Bootstrap, post: string): void {
  store("computer", keyOf(boot), post);
}
