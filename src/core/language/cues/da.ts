// Cue words of Danish.
import type { Cues } from "../cues.ts";
import { nbCues } from "./nb.ts";
export const daCues: Cues = nbCues;
