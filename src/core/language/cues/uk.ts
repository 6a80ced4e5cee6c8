// Cue words of Ukrainian.
import type { Cues } from "../cues.ts";
import { nbCues } from "./nb.ts";
export const ukCues: Cues = nbCues;
