// Ctrl+K: type what you want to do. Only what can be done now is listed.
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from "react-aria-components";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { KeyCaps } from "../ui/key-cap.tsx";
import { Sheet } from "../ui/sheet.tsx";
import type { CommandId } from "./command.ts";
import { closePanel } from "./panels.ts";
import { COMMANDS, runCommand } from "./table.ts";
import styles from "./panels.module.css";

export function Palette() {
  const { t } = useTranslation();
  const { contains } = useFilter({ sensitivity: "base" });
  // Asked once: while the palette is open nothing else changes what is possible.
  const [possible] = useState(() => COMMANDS.filter((c) => c.id !== "palette" && c.when()));
  return (
    <Sheet title={t("panels.paletteTitle")} hideTitle onClose={closePanel} testId="palette">
      <Autocomplete filter={contains}>
        <SearchField aria-label={t("panels.paletteField")} autoFocus className={styles["field"]!}>
          <Input placeholder={t("panels.paletteField")} className={styles["input"]!} />
        </SearchField>
        <Menu
          className={styles["menu"]!}
          items={possible}
          onAction={(id) => run(id as CommandId)}
          renderEmptyState={() => <p className={styles["none"]}>{t("panels.paletteNone")}</p>}
        >
          {(command) => (
            <MenuItem
              id={command.id}
              textValue={t(`commands.${command.id}`)}
              className={styles["item"]!}
            >
              <span>{t(`commands.${command.id}`)}</span>
              {command.keys[0] && <KeyCaps binding={command.keys[0]} />}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Sheet>
  );
}

function run(id: CommandId): void {
  closePanel();
  // After the focus has gone back to where it was, so that a command may move it.
  requestAnimationFrame(() => runCommand(id));
}
