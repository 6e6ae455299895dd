// S3: a message counts only from the main frame of our own page.
import type { IpcMainInvokeEvent } from "electron";

export const ORIGIN = "app://candour";

export function fromOwnPage(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null || frame !== event.sender.mainFrame) return false;
  return frame.url === `${ORIGIN}/index.html` || frame.url.startsWith(`${ORIGIN}/index.html#`);
}
