// Health training certificates: the rows that the demonstration shows.
import { demonstrationExample } from "../demonstration-example.ts";

export const example = demonstrationExample("health-certificates");
