// What the second reviewer can do about a place: comment on it, or overrule it with a reason.
// Overruling is a decision: it is recorded, and costs the signature (R1).
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { tell } from "../../../app/notices.ts";
import { Button } from "../../../ui/button.tsx";
import { ReasonSheet } from "../../../ui/reason-sheet.tsx";
import { mayOverrule } from "../../signoff/workflow-store.ts";
import { overrule } from "../deciding/decide.ts";
import type { Place } from "../deciding/places.ts";
import { useReview } from "../store.ts";
import { CommentSheet } from "./comment-sheet.tsx";
import styles from "./group-card.module.css";

export function WalkActs({ place }: { readonly place: Place }) {
  const { t } = useTranslation();
  const document = useReview((r) => r.document)!;
  const [asking, setAsking] = useState<"comment" | "overrule" | null>(null);
  const decided = mayOverrule() && (place.standing === "accepted" || place.standing === "refused");
  const close = (): void => setAsking(null);
  return (
    <div className={styles["acts"]}>
      <Button small data-testid="comment" onPress={() => setAsking("comment")}>
        {t("signoff.comment")}
      </Button>
      {decided && (
        <Button small data-testid="overrule" onPress={() => setAsking("overrule")}>
          {t("signoff.overrule")}
        </Button>
      )}
      {asking === "comment" && (
        <CommentSheet
          title={t("signoff.commentTitle")}
          about={{ document, target: place.id, page: place.page }}
          onClose={close}
        />
      )}
      {asking === "overrule" && (
        <ReasonSheet
          title={t(
            place.standing === "refused" ? "signoff.overruleAccept" : "signoff.overruleRefuse",
          )}
          help={t("signoff.overruleHelp")}
          label={t("common.reason")}
          confirm={t("signoff.overruleDo")}
          tone="stop"
          most={500}
          onClose={close}
          onConfirm={async (note) => {
            await overrule(place, note);
            tell(t("signoff.overruled"));
          }}
        />
      )}
    </div>
  );
}
