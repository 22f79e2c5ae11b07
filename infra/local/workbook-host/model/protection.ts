// A protected sheet or range, and who may edit a given area despite it.
import { type Area, areasTouch, isAreaWithin } from "./area.ts";

export interface Protection {
  readonly id: string;
  readonly kind: "SHEET" | "RANGE";
  /** The protected cells; for a whole sheet it is ignored. */
  area: Area;
  namedRange: string | undefined;
  description: string;
  warningOnly: boolean;
  domainEdit: boolean;
  editors: string[];
  /** Holes in a protected sheet. */
  unprotected: Area[];
}

interface Protected {
  readonly protections: readonly Protection[];
}

/** The first protection that keeps this person from editing the area. The owner is never kept out. */
export function findBarrier(
  sheet: Protected,
  area: Area,
  email: string,
  ownerEmail: string,
): Protection | undefined {
  if (email === ownerEmail) return undefined;
  return sheet.protections.find((protection) => {
    if (protection.warningOnly || protection.editors.includes(email)) return false;
    if (protection.kind === "RANGE") return areasTouch(protection.area, area);
    return !protection.unprotected.some((hole) => isAreaWithin(area, hole));
  });
}
