// The bar above the review: the way back, the case's documents, and the two ways on: looking as
// the public will, and burning.
import { ChevronLeft, Flame } from "lucide-react";
import { useTranslation } from "react-i18next";
import { runCommand, commandOf } from "../../commands/table.ts";
import { goTo, useSession } from "../../app/session.ts";
import { useSettings } from "../../app/settings.ts";
import { timeOf } from "../../i18n/when.ts";
import { BarMenu } from "../../app/bar-menu.tsx";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";
import { useReview } from "./store.ts";
import { useWalk } from "./walk.ts";
import { useView } from "./view.ts";
import styles from "./review-bar.module.css";

export function ReviewBar({ document }: { readonly document: string }) {
  const { t } = useTranslation();
  const open = useSession((s) => s.open);
  const savedAt = useReview((r) => r.savedAt);
  const asPublic = useView((v) => v.asPublic);
  const ready = useReview((r) => r.phase === "ready");
  const singleKeys = useSettings((s) => s.singleKeys);
  const onWalk = useWalk((w) => w.toSee !== null);
  const name = open?.name ?? "";
  return (
    <header className={styles["bar"]}>
      <Button
        tone="quiet"
        icon={<ChevronLeft aria-hidden="true" />}
        aria-label={t("review.backToCase", { name })}
        data-testid="back-to-case"
        onPress={() => goTo({ at: "desk" })}
      >
        <span className={styles["name"]}>{name}</span>
      </Button>
      <Documents document={document} />
      <span className={styles["saved"]} data-testid="saved">
        {savedAt ? t("review.saved", { time: timeOf(savedAt) }) : t("review.notYetSaved")}
      </span>
      <span className={styles["space"]} />
      <Button
        isDisabled={!ready}
        aria-pressed={asPublic}
        keys={singleKeys ? commandOf("asPublic").keys[0] : undefined}
        aria-keyshortcuts="p"
        data-testid="as-public"
        onPress={() => runCommand("asPublic")}
      >
        {asPublic ? t("review.backToReview") : t("review.asPublic")}
      </Button>
      {onWalk ? (
        <Button tone="primary" data-testid="to-signoff" onPress={() => goTo({ at: "signoff" })}>
          {t("signoff.backToSignoff")}
        </Button>
      ) : (
        <Button
          tone="primary"
          isDisabled={!ready}
          icon={<Flame aria-hidden="true" />}
          data-testid="burn"
          onPress={() => runCommand("burn")}
        >
          {t("review.burn")}
        </Button>
      )}
      <BarMenu />
    </header>
  );
}

function Documents({ document }: { readonly document: string }) {
  const { t } = useTranslation();
  const documents = useSession((s) => s.open?.documents ?? NONE);
  const readable = documents.filter((d) => d.status !== "failed");
  const options = readable.map((d) => ({ id: d.id, name: withoutEnding(d.name) }));
  const fits = options.length <= 2 && options.every((o) => o.name.length <= 24);
  if (!fits)
    return (
      <div className={styles["choice"]}>
        <Choice
          label={t("review.documents")}
          hideLabel
          options={options}
          value={document}
          onChange={show}
          testId="document-choice"
        />
      </div>
    );
  return (
    <nav className={styles["documents"]} aria-label={t("review.documents")}>
      {options.map((o) => (
        <button
          key={o.id}
          type="button"
          aria-current={o.id === document ? "page" : undefined}
          onClick={() => show(o.id)}
        >
          {o.name}
        </button>
      ))}
    </nav>
  );
}

const NONE: never[] = [];
const withoutEnding = (name: string): string => name.replace(/\.pdf$/i, "");

const show = (id: string): void => goTo({ at: "review", document: id });
