// Copies an export to where the person says, in the system's own dialog.
import { t } from "i18next";
import { ask } from "../../app/client.ts";
import { tell } from "../../app/notices.ts";

export async function saveCopy(id: string): Promise<void> {
  const { saved, name } = await ask("publish.saveCopy", { export: id });
  if (saved && name) tell(t("exports.savedWithProof", { name }));
}
