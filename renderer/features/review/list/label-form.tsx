// Giving a label and a reason, for one place or for all of a person or thing. Ways to say it more
// generally are offered as buttons before anything has to be typed. Escape leaves it as it was.
import { useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { reasonsOf } from "../../../../shared/detect/doubt.ts";
import { reasonFor } from "../../../../shared/policy/reason-for.ts";
import type { ReasonCode } from "../../../../shared/policy/reasons.ts";
import { attempt } from "../../../app/notices.ts";
import { Button } from "../../../ui/button.tsx";
import { written } from "../../../ui/written.ts";
import { relabel } from "../deciding/decide.ts";
import { generalisations } from "../deciding/generalise.ts";
import { placesFor, type Scope } from "../deciding/label-scope.ts";
import type { Group, Place } from "../deciding/places.ts";
import { focusList } from "../search-field.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import { LabelAndReason } from "./label-and-reason.tsx";
import form from "../../../ui/form.module.css";
import styles from "./label-form.module.css";

interface LabelFormProps {
  readonly group: Group;
  readonly place: Place;
  readonly name: string;
}

export function LabelForm({ group, place, name }: LabelFormProps) {
  const { t } = useTranslation();
  const general = useView((v) => v.labelling === "generalise");
  const index = useReview((r) => r.index);
  const scopes = scopesOf(group, place);
  const [label, setLabel] = useState(place.label ?? "");
  const [reason, setReason] = useState<ReasonCode>(place.reason);
  // Who is meant is settled place by place.
  const doubt = place.why === null ? null : reasonsOf(place.why).doubt;
  const [scope, setScope] = useState<Scope>(doubt === null ? "all" : "here");

  const ways = general
    ? generalisations(place.text ?? name, place.category, place.label)
    : usedLabels(index.groups, group, place, doubt);

  const save = (): void => {
    const chosen = written(label);
    leave();
    attempt(() => relabel({ label: chosen, reason, scope }));
  };
  // A label that names a person's part says the reason too, unless one was chosen already.
  const take = (way: string): void => {
    setLabel(way);
    const said = reasonFor("person", way);
    const open = place.category === "person" || reason === "other";
    if (open && said !== "other-name") setReason(said);
  };
  return (
    <form
      ref={(form) => form?.scrollIntoView({ block: "nearest" })}
      className={styles["form"]}
      aria-label={t("review.labelForm.title", { name })}
      data-testid="label-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        leave();
      }}
    >
      {ways.length > 0 && (
        <div
          className={styles["ways"]}
          role="group"
          aria-label={t(general ? "review.labelForm.general" : "review.labelForm.used")}
        >
          {ways.map((way) => (
            <Button key={way} small aria-pressed={label === way} onPress={() => take(way)}>
              {way}
            </Button>
          ))}
        </div>
      )}
      <LabelAndReason
        label={label}
        reason={reason}
        onLabel={take}
        onReason={setReason}
        testId="label-field"
      />
      {scopes.length > 1 && (
        <RadioGroup
          className={form["roles"]!}
          aria-label={t("review.labelForm.where")}
          value={scope}
          onChange={(value) => setScope(value as Scope)}
        >
          {scopes.map(({ id, count }) => (
            <Radio key={id} value={id} className={form["radio"]!} data-testid={`label-${id}`}>
              <span className={form["dot"]} aria-hidden="true" />
              <Label>{t(`review.labelForm.${id}`, { count, text: place.text })}</Label>
            </Radio>
          ))}
        </RadioGroup>
      )}
      <div className={`${form["acts"]} ${styles["acts"]}`}>
        <Button small onPress={leave}>
          {t("common.cancel")}
        </Button>
        <Button small type="submit" tone="primary" data-testid="save-label">
          {t("review.labelForm.save")}
        </Button>
      </div>
    </form>
  );
}

function leave(): void {
  useView.setState({ labelling: null });
  focusList();
}

/** Where a label can be given: "alike" only where some places of the group read otherwise. */
function scopesOf(group: Group, place: Place): readonly { id: Scope; count: number }[] {
  const [all, alike] = (["all", "alike"] as const).map((id) => ({
    id,
    count: placesFor(group, place, id).length,
  }));
  const here = { id: "here" as const, count: 1 };
  if (all!.count < 2) return [here];
  return alike!.count > 1 && alike!.count < all!.count ? [all!, alike!, here] : [all!, here];
}

const MOST = 8;

/** The one proposed here, those of others who could be meant, and those given to things of the same kind. */
function usedLabels(
  groups: readonly Group[],
  group: Group,
  place: Place,
  doubt: string | null,
): readonly string[] {
  const used = new Set<string>(place.label ? [place.label] : []);
  if (doubt !== null)
    for (const other of [group, ...groups])
      if (other.label && (other === group || (other.name !== "" && doubt.includes(other.name))))
        used.add(other.label);
  for (const other of groups) {
    // A mark drawn by hand stands for somebody more often than for a day or a place.
    const kin = other.category === (group.category ?? "person");
    if (kin && other.accepted > 0 && other.label) used.add(other.label);
    if (used.size >= MOST) break;
  }
  return [...used];
}
