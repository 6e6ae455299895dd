// Entry of the window: what must happen before Electron is ready, in order. Reads like a checklist.
import { app, Menu } from "electron";
import { denyNavigation } from "./security/navigation.ts";
import { closeNetwork } from "./security/requests.ts";
import { keepFilesPrivate } from "./security/umask.ts";
import { logDefect } from "./shell/log.ts";
import { registerScheme } from "./shell/scheme.ts";
import { start } from "./shell/start.ts";
import { readStartup } from "./shell/startup.ts";

keepFilesPrivate();
// Chromium refuses to sandbox as root (test machines); a packaged Candour is always sandboxed.
if (app.isPackaged || !app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
closeNetwork(app);
registerScheme();
denyNavigation(app);
Menu.setApplicationMenu(null);

if (!app.requestSingleInstanceLock()) {
  app.quit();
} else {
  app
    .whenReady()
    .then(() => {
      const window = start(readStartup(process.argv.slice(1)));
      app.on("second-instance", () => {
        if (window.isMinimized()) window.restore();
        window.focus();
      });
    })
    .catch((error: unknown) => {
      logDefect("start", error);
      app.exit(1);
    });
  app.on("window-all-closed", () => app.quit());
}
