// The workbook's ledgers, asked for once in the life of a sidebar.
import { useEffect, useState } from "preact/hooks";
import type { RpcResult } from "../../rpc-contract.ts";
import { call } from "../rpc/call.ts";
import type { Definition } from "./definition.ts";
import { readDefinition } from "./read-definition.ts";

let asked: Promise<RpcResult<readonly Definition[]>> | undefined;

async function ask(): Promise<RpcResult<readonly Definition[]>> {
  const answer = await call("definitions");
  if (!answer.ok) {
    asked = undefined;
    return answer;
  }
  return { ok: true, value: answer.value.flatMap((raw) => readDefinition(raw) ?? []) };
}

/** Null until they have come. */
export function useDefinitions(): RpcResult<readonly Definition[]> | null {
  const [known, setKnown] = useState<RpcResult<readonly Definition[]> | null>(null);
  useEffect(() => {
    asked ??= ask();
    void asked.then(setKnown);
  }, []);
  return known;
}
