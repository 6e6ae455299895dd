// Puts the window together once Electron is ready: session, scheme, services, gate, window.
// Order matters: everything that closes a door happens before the first page is loaded.
import { join } from "node:path";
import { app, powerMonitor, session, type BrowserWindow } from "electron";
import { CaseSession } from "../cases/session.ts";
import { CaseStore } from "../cases/case-store.ts";
import { allHandlers } from "../ipc/handlers/all.ts";
import { appRoot } from "../resources.ts";
import { clearTemporary } from "../export/temporary-folder.ts";
import { denyDownloads } from "../security/navigation.ts";
import { denyPermissions } from "../security/permissions.ts";
import { blockRequests } from "../security/requests.ts";
import { readInBackground } from "../services/importing.ts";
import { LookAgain, resumeReading } from "../services/look-again.ts";
import { PagePictures } from "../services/page-pictures.ts";
import { PendingFiles } from "../services/pending-files.ts";
import { takeIn } from "../services/reading.ts";
import type { WindowContext } from "../services/window-context.ts";
import { closeWorkers, makeWorkers } from "../services/workers.ts";
import { serveCalls, tell } from "./calls.ts";
import { chooseFiles, chooseOne, chooseTarget } from "./dialogs.ts";
import { logDefect } from "./log.ts";
import { runtimeFacts } from "./runtime.ts";
import { sampleFiles } from "./sample.ts";
import { serveScheme } from "./scheme.ts";
import { settingsIn } from "./settings.ts";
import type { Startup } from "./startup.ts";
import { startUtilityProcess } from "./utility-process.ts";
import { openWindow } from "./window.ts";

/** Milliseconds without a call after which a case locks itself. */
const IDLE = 15 * 60_000;

export function start(startup: Startup): BrowserWindow {
  const own = session.defaultSession;
  denyPermissions(own);
  denyDownloads(own);
  blockRequests(own);
  clearTemporary();

  const runtime = runtimeFacts(app.isPackaged);
  const store = new CaseStore({
    folder: join(app.getPath("userData"), "cases"),
    tool: `Candour ${app.getVersion()}`,
    nativeBinding: runtime.nativeBinding,
  });
  const workers = makeWorkers(startUtilityProcess);
  const pictures = new PagePictures(workers.viewer);
  const pending = new PendingFiles();
  const cases = new CaseSession({
    store,
    idleAfter: IDLE,
    onLock: (why) => {
      pending.clear();
      pictures.clear();
      workers.reader.cancel();
      workers.detector.cancel();
      tell(window, "case.locked", { why });
    },
  });
  serveScheme(own, join(appRoot(), "dist", "renderer"), async (kind, id, page, widthPx) => {
    const open = cases.peek();
    return open ? pictures.draw(open, kind, id, page, widthPx) : null;
  });

  const context: WindowContext = {
    info: {
      version: app.getVersion(),
      electron: runtime.electron,
      trialRuntime: runtime.trial,
      platform: process.platform,
      casesFolder: store.folder,
    },
    session: cases,
    workers,
    pending,
    waiting: { ...startup },
    settings: settingsIn(app.getPath("userData")),
    chooseFiles: () => chooseFiles(window),
    chooseTarget: (name) =>
      chooseTarget(window, "Save a copy of the export", name, {
        name: "PDF document",
        extensions: ["pdf"],
      }),
    tell: (name, value) => tell(window, name, value),
    onDefect: logDefect,
  };
  const again = new LookAgain(context);
  const handlers = allHandlers(
    {
      cases: store,
      session: cases,
      dialogs: {
        save: (title, name, extension) =>
          chooseTarget(window, title, name, {
            name: extension.toUpperCase(),
            extensions: [extension],
          }),
        open: (title, extension) => chooseOne(window, title, extension),
      },
      fillSample: async (open) => {
        for (const file of sampleFiles()) {
          const taken = await takeIn(workers.reader, open, file);
          void cases
            .working(() => readInBackground(context, open, file, taken))
            .catch((error: unknown) => logDefect("sample", error));
        }
      },
      resume: (open) =>
        void cases
          .working(() => resumeReading(context, open))
          .catch((error: unknown) => logDefect("resume", error)),
      lookAgain: (open) => again.soon(open),
    },
    context,
  );
  serveCalls(handlers, { onDefect: logDefect });

  const window = openWindow(own, join(appRoot(), "dist", "main", "preload.cjs"), !app.isPackaged);
  // A window that crashed shows nothing: the case is locked and the window comes back at its start.
  window.webContents.on("render-process-gone", () => {
    cases.lock("asked");
    window.reload();
  });
  powerMonitor.on("suspend", () => cases.lock("lid"));
  powerMonitor.on("lock-screen", () => cases.lock("lid"));
  app.on("will-quit", () => {
    cases.lock("asked");
    closeWorkers(workers);
  });
  return window;
}
