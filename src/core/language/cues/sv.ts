// Cue words of Swedish.
import type { Cues } from "../cues.ts";
import { nbCues } from "./nb.ts";
export const svCues: Cues = nbCues;
