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

export const appCalls = {
  "app.startup": read<StartupAnswer>()(z.object({})),
  "app.info": read<AppInfo>()(z.object({})),
  /** UI settings of this machine (theme, text size, single-letter keys on/off): one JSON object. */
  "app.settings": read<Record<string, unknown>>()(z.object({})),
  "app.saveSettings": write<null>()(z.object({ settings: z.record(z.string(), z.unknown()) })),
};
