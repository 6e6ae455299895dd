// What the second reviewer still has to see in this document; what changed since the last look
// stands first. Items leave the list by being looked at, not by being clicked; the one that is being
// looked at stays until the next is, so that something can be said about it.
import { useTranslation } from "react-i18next";
import type { ToSee } from "../../../../shared/policy/signoff.ts";
import { useReview } from "../store.ts";
import { goToSee, keyOf, listedOnWalk, nextToSee, useWalk } from "../walk.ts";
import { goTo, useSession } from "../../../app/session.ts";
import { useWorkflow } from "../../signoff/workflow-store.ts";
import { Context } from "./context.tsx";
import { OpenComments } from "./open-comments.tsx";
import { PageComments } from "./page-comments.tsx";
import { WalkActs } from "./walk-acts.tsx";
import { Button } from "../../../ui/button.tsx";
import styles from "./walk-list.module.css";

const SHOWN = 300;

export function WalkList() {
  const { t } = useTranslation();
  const toSee = useWalk((w) => w.toSee);
  const here = useWalk((w) => w.here);
  if (!toSee) return <p className={styles["done"]}>{t("common.loading")}</p>;
  const listed = listedOnWalk(toSee, here);
  if (listed.length === 0) return <AllSeen />;
  return (
    <div className={styles["walk"]}>
      {toSee.length === 0 && <AllSeen />}
      {toSee.length > 0 && (
        <>
          <div className={styles["head"]}>
            <b role="status" data-testid="to-see-left">
              {t("signoff.toSeeLeft", { count: toSee.length })}
            </b>
            <Button
              tone="primary"
              small
              keys="j"
              data-testid="next-to-see"
              onPress={() => nextToSee(1)}
            >
              {t("signoff.nextToSee")}
            </Button>
          </div>
          <p className={styles["hint"]}>{t("signoff.walkHint")}</p>
          <div className={styles["hint"]}>
            <PageComments />
          </div>
        </>
      )}
      <ul>
        {listed.slice(0, SHOWN).map((item) => (
          <Item
            key={keyOf(item)}
            item={item}
            current={here !== null && keyOf(item) === keyOf(here)}
            seen={!toSee.includes(item)}
          />
        ))}
      </ul>
    </div>
  );
}

function AllSeen() {
  const { t } = useTranslation();
  const other = useStillUnseen();
  return (
    <div className={styles["done"]} role="status" data-testid="all-seen">
      <p>{t("signoff.allSeen")}</p>
      {other && (
        <Button
          tone="primary"
          data-testid="walk-on"
          onPress={() => goTo({ at: "review", document: other.id })}
        >
          <span className={styles["name"]}>
            {t("signoff.walkOn", { name: other.name.replace(/\.pdf$/i, "") })}
          </span>
        </Button>
      )}
      <Button tone={other ? "plain" : "primary"} onPress={() => goTo({ at: "signoff" })}>
        {t("signoff.backToSignoff")}
      </Button>
      <PageComments />
    </div>
  );
}

/** Another document that this person has not seen to its end. */
function useStillUnseen() {
  const here = useReview((r) => r.document);
  const documents = useSession((s) => s.open?.documents);
  const unseen = useWorkflow((w) =>
    w.state?.obstacles.find((o) => o.code.startsWith("unseen") && o.document !== here),
  );
  return documents?.find((d) => d.id === unseen?.document);
}

interface ItemProps {
  readonly item: ToSee;
  readonly current: boolean;
  /** It counts as seen, and is still being looked at. */
  readonly seen: boolean;
}

const KINDS = {
  suggestion: "signoff.seeSuggestion",
  page: "signoff.seePage",
  picture: "signoff.seePicture",
} as const;

function Item({ item, current, seen }: ItemProps) {
  const { t } = useTranslation();
  const document = useReview((r) => r.document)!;
  const place = useReview((r) =>
    item.kind === "suggestion" ? r.index.byId.get(item.item) : undefined,
  );
  const marks = useReview((r) => r.state.marks.filter((m) => m.page === item.page).length);
  const text = place?.text ?? null;
  // Overruled by the reviewer it is readable no more.
  const kind =
    place && place.standing !== "refused"
      ? t("signoff.seeOverruled")
      : item.kind === "page" && marks > 0
        ? t("signoff.seeMarkedPage", { count: marks })
        : t(KINDS[item.kind]);
  return (
    <li className={styles["item"]} aria-current={current}>
      <button
        type="button"
        className={styles["show"]}
        data-testid="to-see"
        onClick={() => goToSee(item)}
      >
        <span className={styles["text"]}>
          <b>{text ?? kind}</b>
          <span>
            {[
              t("common.page", { page: item.page }),
              ...(text ? [kind] : []),
              ...(item.again ? [t("signoff.seeAgain")] : []),
              ...(seen ? [t("signoff.seenNow")] : []),
            ].join(" · ")}
          </span>
        </span>
      </button>
      {current && place && (
        <div className={styles["about"]}>
          <Context document={document} place={place} />
          <OpenComments of={(c) => c.target === place.id} />
          <WalkActs place={place} />
        </div>
      )}
    </li>
  );
}
