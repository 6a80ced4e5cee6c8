// All rows in the order in which they are asked.
import type { Row } from "../rows.ts";
import { wordRows } from "./words.ts";

export const allRows: readonly Row[] = [...wordRows];
