import { z } from "zod";
import { read, write } from "./call.ts";

export interface AppInfo {
  readonly version: string;
  readonly electron: string;
  /** True on the trial runtime that is not meant for real cases: a banner says so. */
  readonly trialRuntime: boolean;
  readonly platform: string;
  /** Where cases are kept, for people to read; never used as an argument. */
  readonly casesFolder: string;
}

/** What the command line asked for; each is told once. */
export interface StartupAnswer {
  readonly openSample: boolean;
  /** Files that wait for a case to be open: "documents.importWaiting" takes them in. */
  readonly waitingFiles: number;
}

/** How somebody likes the window. It rests unencrypted on this machine: a word that anybody typed has no place here. */
export const SETTINGS = {
  theme: z.enum(["system", "light", "dark"]),
  contrast: z.enum(["system", "more"]),
  textSize: z.union([z.literal(16), z.literal(18), z.literal(20)]),
  singleKeys: z.boolean(),
  /** "auto" shows the page pictures where the window is wide enough. */
  thumbnails: z.enum(["auto", "show", "hide"]),
} as const;

export const appCalls = {
  "app.startup": read<StartupAnswer>()(z.object({})),
  "app.info": read<AppInfo>()(z.object({})),
  /** As they were saved, by whichever version. */
  "app.settings": read<Record<string, unknown>>()(z.object({})),
  "app.saveSettings": write<null>()(z.object({ settings: z.strictObject(SETTINGS) })),
};
