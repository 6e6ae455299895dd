// The window shows one page and stays on it: no navigation, no new window, no webview, no download.
import type { App, Session } from "electron";

export function denyNavigation(app: App): void {
  app.on("web-contents-created", (_event, contents) => {
    contents.on("will-navigate", (event) => event.preventDefault());
    contents.on("will-redirect", (event) => event.preventDefault());
    contents.on("will-frame-navigate", (event) => event.preventDefault());
    contents.on("will-attach-webview", (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: "deny" }));
  });
}

export function denyDownloads(session: Session): void {
  session.on("will-download", (event) => event.preventDefault());
}
