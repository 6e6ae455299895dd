// The pictures and drawings of the document: each is looked at and kept, or removed.
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { pictureStanding } from "../../../../shared/review/pictures.ts";
import { attempt } from "../../../app/notices.ts";
import { pagePicture } from "../../../app/pictures.ts";
import { Button } from "../../../ui/button.tsx";
import { boxOf, viewSize } from "../../../viewer/page-space.ts";
import { useMayDecide } from "../deciding/may-decide.ts";
import { choosePicture, clearPicture } from "../deciding/pictures.ts";
import { useReview, type NamedPicture } from "../store.ts";
import { useView } from "../view.ts";
import styles from "./pictures.module.css";

export function Pictures() {
  const { t } = useTranslation();
  const pictures = useReview((r) => r.pictures);
  if (pictures.length === 0)
    return (
      <p className={styles["none"]} role="status">
        {t("review.empty.pictures")}
      </p>
    );
  return (
    <ul className={styles["list"]} data-testid="pictures">
      {pictures.map((picture) => (
        <PictureCard key={picture.id} picture={picture} />
      ))}
    </ul>
  );
}

const WIDTH = 300;
const MOST = 170;

function PictureCard({ picture }: { readonly picture: NamedPicture }) {
  const { t } = useTranslation();
  const document = useReview((r) => r.document)!;
  const page = useReview((r) => r.pages[picture.page - 1]);
  const decides = useMayDecide();
  const state = useReview((r) => pictureStanding(picture, r.state));
  const chosen = useView((v) => v.picture === picture.id);
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosen) card.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const decide = (kept: boolean): void => {
    choosePicture(picture);
    attempt(() => clearPicture(picture, kept));
  };
  const box = page ? boxOf(page, 1, picture.rect) : null;
  const scale = box ? Math.min(WIDTH / box.width, MOST / box.height, 1) : 1;
  return (
    <li
      ref={card}
      className={styles["card"]}
      data-state={state}
      data-chosen={chosen}
      data-testid="picture"
    >
      <button
        type="button"
        className={styles["show"]}
        aria-current={chosen}
        onClick={() => choosePicture(picture)}
      >
        <b>{t(`review.picture.${picture.kind}`, { page: picture.page })}</b>
        <span>{t(`review.picture.${state}`)}</span>
        {page && box && (
          <span
            className={styles["window"]}
            style={{ width: box.width * scale, height: box.height * scale }}
          >
            <img
              src={pagePicture(document, picture.page, 800)}
              alt=""
              style={{
                width: viewSize(page, scale).width,
                left: -box.left * scale,
                top: -box.top * scale,
              }}
            />
          </span>
        )}
      </button>
      <div className={styles["acts"]}>
        {state !== "kept" && (
          <Button
            small
            data-testid="keep-picture"
            isDisabled={!decides}
            {...(chosen && decides ? { keys: "r" } : {})}
            onPress={() => decide(true)}
          >
            {t("review.picture.keep")}
          </Button>
        )}
        {state !== "burnt" && (
          <Button
            small
            data-testid="burn-picture"
            isDisabled={!decides}
            {...(chosen && decides ? { keys: "a" } : {})}
            onPress={() => decide(false)}
          >
            {t("review.picture.burn")}
          </Button>
        )}
      </div>
    </li>
  );
}
