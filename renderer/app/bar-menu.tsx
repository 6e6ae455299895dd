// The menu at the end of every bar: the places and panels that are needed now and then.
import { Ellipsis } from "lucide-react";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { CommandId } from "../commands/command.ts";
import { commandOf, runCommand } from "../commands/table.ts";
import { KeyCaps } from "../ui/key-cap.tsx";
import styles from "./bar-menu.module.css";

const ITEMS: readonly CommandId[] = [
  "documents",
  "people",
  "jigsaw",
  "signoff",
  "exports",
  "trail",
  "palette",
  "help",
  "settings",
  "lock",
];

export function BarMenu() {
  const { t } = useTranslation();
  return (
    <MenuTrigger>
      <Button className={styles["button"]!} aria-label={t("common.more")} data-testid="more">
        <Ellipsis aria-hidden="true" />
      </Button>
      <Popover className={styles["popover"]!} placement="bottom end">
        <Menu className={styles["menu"]!} onAction={(id) => runCommand(id as CommandId)}>
          {ITEMS.filter((id) => commandOf(id).when()).map((id) => (
            <MenuItem key={id} id={id} className={styles["item"]!} textValue={t(`commands.${id}`)}>
              <span>{t(`commands.${id}`)}</span>
              {commandOf(id).keys[0] && <KeyCaps binding={commandOf(id).keys[0]!} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
