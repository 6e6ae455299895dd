// A refused place can carry a reason in words; it is scanned for secrets by the side with power.
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";
import { ReasonSheet } from "../../../ui/reason-sheet.tsx";
import { giveReason } from "../deciding/decide.ts";
import type { Place } from "../deciding/places.ts";

export function SayWhy({ place }: { readonly place: Place }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button small data-testid="say-why" onPress={() => setAsking(true)}>
        {t("review.sayWhy")}
      </Button>
      {asking && (
        <ReasonSheet
          title={t("review.sayWhyTitle")}
          help={t("review.sayWhyHelp")}
          label={t("common.reason")}
          confirm={t("review.sayWhySave")}
          most={500}
          onClose={() => setAsking(false)}
          onConfirm={(note) => giveReason(place, note)}
        />
      )}
    </>
  );
}
