// The system's own dialogs. Paths chosen here stay on this side (S2): the window gets names and ids.
import { dialog, type BrowserWindow } from "electron";

/** PDF files chosen by the person; empty where the dialog was closed. */
export async function chooseFiles(window: BrowserWindow): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: "Add documents to the case",
    buttonLabel: "Add",
    properties: ["openFile", "multiSelections", "dontAddToRecent"],
    filters: [{ name: "PDF documents", extensions: ["pdf"] }],
  });
  return canceled ? [] : filePaths;
}

/** One file with that ending, or null. */
export async function chooseOne(
  window: BrowserWindow,
  title: string,
  extension: string,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ["openFile", "dontAddToRecent"],
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** A place to save to, or null. The system asks before anything there is replaced. */
export async function chooseTarget(
  window: BrowserWindow,
  title: string,
  name: string,
  kind: { readonly name: string; readonly extensions: string[] },
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title,
    defaultPath: name,
    properties: ["showOverwriteConfirmation", "dontAddToRecent", "createDirectory"],
    filters: [kind],
  });
  return canceled || !filePath ? null : filePath;
}
