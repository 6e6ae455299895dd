// The only bridge into the window. It exposes two functions of the contract and nothing of Electron.
// Names are checked here so that a typing mistake is found early; the gate checks everything again.
import { contextBridge, ipcRenderer } from "electron";
import type { CandourApi } from "../shared/ipc/contract.ts";

const CHANNEL = "candour:call";
const EVENTS = "candour:event";

const api: CandourApi = {
  call: (name, request) => ipcRenderer.invoke(CHANNEL, name, request),
  on(name, listener) {
    const relay = (_event: unknown, named: string, value: unknown): void => {
      if (named === name) listener(value as never);
    };
    ipcRenderer.on(EVENTS, relay);
    return () => ipcRenderer.removeListener(EVENTS, relay);
  },
};

contextBridge.exposeInMainWorld("candour", api);
