/// <reference types="vite/client" />
import type { CandourApi } from "../shared/ipc/contract.ts";

declare global {
  interface Window {
    /** Put there by the preload; absent only in the development page. */
    candour?: CandourApi;
  }
}
