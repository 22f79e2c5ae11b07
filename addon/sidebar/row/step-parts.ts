// Controls of their own for some fields of a ledger's steps; every other field is asked for by its definition.
import { itemsPart } from "../cases/items-part.tsx";
import type { ControlPart } from "../form/control.tsx";
import type { Session } from "../frame/session.ts";
import type { RowHistory } from "../rpc/history.ts";

type PartsOfStep = (row: RowHistory, session: Session) => Readonly<Record<string, ControlPart>>;

export const STEP_PARTS: Readonly<Record<string, PartsOfStep>> = {
  "cases/giveCorrectionNotice": (row, session) => ({ items: itemsPart(row, session) }),
};
