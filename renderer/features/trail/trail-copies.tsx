// Copies of the trail for people and for the verifier, and the redaction schedule.
import { Download } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { ask } from "../../app/client.ts";
import { attempt, tell } from "../../app/notices.ts";
import type { RequestOf } from "../../../shared/ipc/contract.ts";
import menu from "../../app/bar-menu.module.css";
import button from "../../ui/button.module.css";

const FORMATS = ["pdf", "csv", "pages", "schedule-pdf", "schedule", "trail"] as const;
type Format = RequestOf<"trail.export">["format"];

export function TrailCopies() {
  const { t } = useTranslation();
  const save = (format: Format): void =>
    attempt(async () => {
      const { saved, name } = await ask("trail.export", { format });
      if (saved && name) tell(t("burn.savedCopy", { name }));
    });
  return (
    <MenuTrigger>
      <Button className={`${button["button"]} ${button["plain"]}`} data-testid="trail-copies">
        <Download aria-hidden="true" />
        {t("trail.copies")}
      </Button>
      <Popover className={menu["popover"]!} placement="bottom end">
        <Menu className={menu["menu"]!} onAction={(id) => save(id as Format)}>
          {FORMATS.map((id) => (
            <MenuItem key={id} id={id} className={menu["item"]!}>
              {t(`trail.copy.${id}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
