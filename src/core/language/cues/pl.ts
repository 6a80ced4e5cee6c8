// Cue words of Polish.
import type { Cues } from "../cues.ts";
import { nbCues } from "./nb.ts";
export const plCues: Cues = nbCues;
