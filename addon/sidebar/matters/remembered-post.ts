// The post at which a clerk sits, remembered from one case to the next on this computer.
import type { Bootstrap } from "../../rpc-contract.ts";

const keyOf = (boot: Bootstrap) => `hall-ledger/post/${encodeURIComponent(boot.user?.key ?? "")}`;

export function rememberedPost(boot: Bootstrap): string {
  return (boot.user && localStorage.getItem(keyOf(boot))) ?? "";
}

export function rememberPost(boot: Bootstrap, post: string): void {
  if (boot.user) localStorage.setItem(keyOf(boot), post);
}
