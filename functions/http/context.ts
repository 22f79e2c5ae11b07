// What a handler finds beside its request: the app's dependencies and, once known, the caller.
import type { Principal } from "../../shared/kernel/permissions.ts";
import type { Dependencies } from "../dependencies.ts";

export interface AppEnv {
  Variables: {
    deps: Dependencies;
    requestId: string;
    principal: Principal;
  };
}
