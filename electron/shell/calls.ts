// Electron's end of the gate: checks the sender, hands the call on, sends events to the window.
import { ipcMain, type BrowserWindow } from "electron";
import { pass, type GateOptions, type Handlers } from "../ipc/gate.ts";
import { fromOwnPage } from "../security/sender.ts";
import type { EventName, Events } from "../../shared/ipc/contract.ts";

const CALL = "candour:call";
const EVENT = "candour:event";

export function serveCalls(handlers: Handlers, options: GateOptions): void {
  ipcMain.handle(CALL, (event, name: unknown, request: unknown) => {
    if (!fromOwnPage(event)) {
      return { ok: false, code: "not-allowed", message: "This page may not ask that." };
    }
    return pass(handlers, options, name, request);
  });
}

export function tell<N extends EventName>(window: BrowserWindow, name: N, value: Events[N]): void {
  if (!window.isDestroyed()) window.webContents.send(EVENT, name, value);
}
