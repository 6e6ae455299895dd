// Beside the list once nothing is undecided: what is left to do in this document. One thing at a time.
import { useTranslation } from "react-i18next";
import { Button } from "../../../ui/button.tsx";
import { useMayDecide } from "../deciding/may-decide.ts";
import { showPictures, waitingPictures } from "../deciding/pictures.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import styles from "./group-list.module.css";

export function WhatNext() {
  const { t } = useTranslation();
  const { undecided, total, drawn } = useReview((r) => r.state.counts);
  const complete = useReview((r) => r.complete);
  const pictures = useReview((r) => waitingPictures(r.pictures, r.state));
  const filter = useView((v) => v.filter);
  const decides = useMayDecide();
  const asked = filter === "undecided" || (filter === "pictures" && pictures === 0);
  if (!complete || !decides || undecided > 0 || !asked) return null;
  if (total + drawn === 0 && pictures === 0)
    return (
      <div className={styles["empty"]} role="status" data-testid="what-next">
        <p>{t("review.empty.nothing")}</p>
        <p>{t("review.empty.nothingNext")}</p>
      </div>
    );
  return (
    <div className={styles["empty"]} role="status" data-testid="what-next">
      <p>{t("review.empty.undecided")}</p>
      {pictures === 0 && <p>{t("review.empty.undecidedNext")}</p>}
      {pictures > 0 && (
        <Button tone="primary" data-testid="to-pictures" onPress={showPictures}>
          {t("review.picturesNext", { count: pictures })}
        </Button>
      )}
    </div>
  );
}
