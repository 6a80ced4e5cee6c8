// All rows: those that are asked before A and B are read as neighbours, and those that are asked after.
import type { Row } from "../rows.ts";
import { namingRows } from "./naming.ts";
import { wordRows } from "./words.ts";

export const allRows: readonly Row[] = [...wordRows, ...namingRows];
