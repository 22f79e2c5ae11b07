// What a page's handler finds beside its request: the app's dependencies and, once signed in, the person.
import type { AppEnv } from "../http/context.ts";
import type { Person } from "../storage/directory-store.ts";
import type { Work } from "./sign-in/work-of.ts";

export interface SignedIn {
  readonly person: Person;
  readonly work: Work;
  /** What every form of this session carries, so that other sites cannot send it. */
  readonly formToken: string;
}

export interface PageEnv {
  Variables: AppEnv["Variables"] & {
    signedIn: SignedIn | undefined;
    /** Of an answer that is no page of ours but a file with its style inside. */
    contentPolicy: string | undefined;
  };
}
