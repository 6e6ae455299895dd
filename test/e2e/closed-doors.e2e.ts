// What the window cannot do: reach a network, go elsewhere, open windows, hold Node, ask past the gate.
import { expect, test } from "@playwright/test";
import { removeHome, startCandour, type Candour } from "./candour.ts";

let candour: Candour;

test.beforeAll(async () => {
  candour = await startCandour();
});

test.afterAll(async () => {
  await candour.close();
  removeHome(candour.home);
});

test("S1 every attempt to reach a network fails", async () => {
  const outcome = await candour.page.evaluate(async () => {
    const tries: Record<string, Promise<unknown>> = {
      https: fetch("https://example.org/"),
      http: fetch("http://127.0.0.1:9/"),
      file: fetch("file:///etc/passwd"),
      socket: new Promise((resolve, reject) => {
        const socket = new WebSocket("ws://127.0.0.1:9/");
        socket.addEventListener("open", resolve);
        socket.addEventListener("error", reject);
      }),
      image: new Promise((resolve, reject) => {
        const image = new Image();
        image.addEventListener("load", resolve);
        image.addEventListener("error", reject);
        image.src = "https://example.org/pixel.png";
      }),
    };
    const results: Record<string, string> = {};
    for (const [name, attempt] of Object.entries(tries)) {
      results[name] = await attempt.then(
        () => "reached",
        () => "failed",
      );
    }
    return results;
  });
  expect(Object.values(outcome)).toEqual(["failed", "failed", "failed", "failed", "failed"]);
});

test("S1 the main side's session lets no request out either", async () => {
  const reached = await candour.app.evaluate(async ({ net }) => {
    try {
      await net.fetch("https://example.org/");
      return "reached";
    } catch {
      return "failed";
    }
  });
  expect(reached).toBe("failed");
});

test("the window stays on its page and opens no other", async () => {
  const { page, app } = candour;
  const before = page.url();
  await page.evaluate(() => {
    window.open("https://example.org/");
    location.href = "https://example.org/";
  });
  await page.waitForTimeout(400);
  expect(page.url()).toBe(before);
  expect(app.windows()).toHaveLength(1);
});

test("no power of Node or Electron is in the window, only the contract", async () => {
  const seen = await candour.page.evaluate(() => ({
    require: typeof (globalThis as Record<string, unknown>)["require"],
    process: typeof (globalThis as Record<string, unknown>)["process"],
    api: Object.keys((globalThis as unknown as { candour: object }).candour).toSorted(),
  }));
  expect(seen).toEqual({ require: "undefined", process: "undefined", api: ["call", "on"] });
});

test("the window's preferences are the strict ones", async () => {
  const preferences = await candour.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } =
      contents.getLastWebPreferences();
    return { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag };
  });
  expect(preferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test("permissions are denied", async () => {
  const state = await candour.page.evaluate(async () =>
    navigator.permissions.query({ name: "notifications" }).then((p) => p.state),
  );
  expect(state).toBe("denied");
});

test("S2 S3 the gate refuses unknown calls, bad arguments and paths", async () => {
  const answers = await candour.page.evaluate(async () => {
    const { call } = (
      globalThis as unknown as {
        candour: { call(n: string, r: unknown): Promise<{ ok: boolean; code: string }> };
      }
    ).candour;
    return [
      await call("files.read", { path: "/etc/passwd" }),
      await call("documents.pageText", { document: "/etc/passwd", page: 1 }),
      await call("cases.open", { id: "../..", user: "x", passphrase: "y" }),
      await call("review.load", { document: "00000000-0000-4000-8000-000000000000" }),
    ].map((a) => [a.ok, a.code]);
  });
  expect(answers).toEqual([
    [false, "bad-arguments"],
    [false, "bad-arguments"],
    [false, "bad-arguments"],
    [false, "locked"],
  ]);
});

test("only the application's own files are served", async () => {
  const statuses = await candour.app.evaluate(async ({ net }) => {
    const ask = async (path: string): Promise<number> =>
      (await net.fetch(`app://candour/${path}`, { bypassCustomProtocolHandlers: false })).status;
    return [
      await ask("index.html"),
      await ask("../main/main.cjs"),
      await ask("%2e%2e/package.json"),
      await ask("page/x/1"),
    ];
  });
  expect(statuses).toEqual([200, 404, 404, 404]);
});
