// Cue words of German.
import type { Cues } from "../cues.ts";
import { nbCues } from "./nb.ts";
export const deCues: Cues = nbCues;
