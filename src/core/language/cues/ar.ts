// Cue words of Arabic.
import type { Cues } from "../cues.ts";
import { nbCues } from "./nb.ts";
export const arCues: Cues = nbCues;
