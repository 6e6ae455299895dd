// How this person likes the window. Everything takes effect at once.
import { Label, Radio, RadioGroup, Switch } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { attempt } from "../app/notices.ts";
import { useSession } from "../app/session.ts";
import { saveSettings, useSettings, type Settings } from "../app/settings.ts";
import { Button } from "../ui/button.tsx";
import { Sheet } from "../ui/sheet.tsx";
import { closePanel } from "./panels.ts";
import styles from "./panels.module.css";

export function SettingsSheet() {
  const { t } = useTranslation();
  const settings = useSettings();
  const info = useSession((s) => s.info);
  return (
    <Sheet title={t("panels.settingsTitle")} onClose={closePanel} testId="settings">
      <Row
        label={t("panels.theme")}
        options={(["system", "light", "dark"] as const).map((id) => ({
          id,
          name: t(`panels.themes.${id}`),
        }))}
        value={settings.theme}
        onChange={(theme) => change({ theme })}
      />
      <Row
        label={t("panels.contrast")}
        options={(["system", "more"] as const).map((id) => ({
          id,
          name: t(`panels.contrasts.${id}`),
        }))}
        value={settings.contrast}
        onChange={(contrast) => change({ contrast })}
      />
      <Row
        label={t("panels.textSize")}
        options={(["16", "18", "20"] as const).map((id) => ({
          id,
          name: t(`panels.textSizes.s${id}`),
        }))}
        value={String(settings.textSize) as "16" | "18" | "20"}
        onChange={(size) => change({ textSize: Number(size) as Settings["textSize"] })}
      />
      <div>
        <Switch
          className={styles["switch"]!}
          isSelected={settings.singleKeys}
          onChange={(singleKeys) => change({ singleKeys })}
          data-testid="single-keys"
        >
          <span className={styles["track"]} aria-hidden="true" />
          {t("panels.singleKeys")}
        </Switch>
        <p className={styles["note"]}>{t("panels.singleKeysHelp")}</p>
      </div>
      {info && (
        <p className={styles["note"]}>
          {t("panels.cases", { folder: info.casesFolder })}
          <br />
          {t("panels.about", { version: info.version, electron: info.electron })}
        </p>
      )}
      <div className={styles["foot"]}>
        <Button tone="primary" onPress={closePanel}>
          {t("common.close")}
        </Button>
      </div>
    </Sheet>
  );
}

const change = (next: Partial<Settings>): void => attempt(() => saveSettings(next));

interface RowProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function Row<T extends string>({ label, options, value, onChange }: RowProps<T>) {
  return (
    <RadioGroup
      className={styles["row"]!}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as T)}
    >
      <Label className={styles["label"]!}>{label}</Label>
      <div className={styles["segments"]}>
        {options.map((o) => (
          <Radio key={o.id} value={o.id} className={styles["segment"]!}>
            {o.name}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
