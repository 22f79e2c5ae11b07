// Systems on the wall: the rows that the demonstration shows.
import { demonstrationExample } from "../demonstration-example.ts";

export const example = demonstrationExample("posted-systems");
