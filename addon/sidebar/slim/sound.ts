// Stands in a sidebar for the search for faults in a definition, which everything else has done that loads it.

export function ledgerFaults(): string[] {
  return [];
}
