// What the register and the pair check find: what stops an export first, each with its place.
import { OctagonAlert, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { goTo, useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { gathered } from "./pairs.ts";
import { usePeople } from "./people-store.ts";
import styles from "./people.module.css";

interface Line {
  readonly message: string;
  readonly document: string | undefined;
  readonly page: number | undefined;
  /** Words to look for on arriving: all their places can be marked there at once. */
  readonly find?: string;
}

const SHOWN = 60;

export function Findings() {
  const { t } = useTranslation();
  const checks = usePeople((p) => p.checks);
  const documents = useSession((s) => s.open?.documents);
  if (!checks) return null;
  const nameOf = (id: string): string =>
    documents?.find((d) => d.id === id)?.name.replace(/\.pdf$/i, "") ?? "";
  const of = (blocks: boolean): Line[] => [
    ...checks.register
      .filter((f) => f.blocks === blocks)
      .map((f) => ({
        message: f.message,
        document: f.places[0]?.document,
        page: f.places[0]?.page,
      })),
    ...gathered(checks.pairs)
      .filter((f) => f.blocks === blocks)
      .map((f) => {
        const where = f.page === 0 ? "hidden" : f.document === f.burntIn ? "same" : "other";
        return {
          message: t(`people.pair.${where}`, {
            count: f.places,
            term: f.term,
            document: nameOf(f.document),
            page: f.page,
            other: nameOf(f.burntIn),
            otherPage: f.burntOnPage,
          }),
          document: f.page === 0 ? undefined : f.document,
          page: f.page === 0 ? undefined : f.page,
          find: f.term,
        };
      }),
  ];
  return (
    <>
      <Lines kind="stop" lines={of(true)} />
      <Lines kind="look" lines={of(false)} />
    </>
  );
}

interface LinesProps {
  readonly kind: "stop" | "look";
  readonly lines: readonly Line[];
}

function Lines({ kind, lines }: LinesProps) {
  const { t } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <section className={`${styles["findings"]} ${styles[kind]}`} data-testid={`findings-${kind}`}>
      <h2>
        {kind === "stop" ? (
          <OctagonAlert aria-hidden="true" />
        ) : (
          <TriangleAlert aria-hidden="true" />
        )}
        {t(`people.${kind}`, { count: lines.length })}
      </h2>
      <ul>
        {lines.slice(0, SHOWN).map(({ message, document, page, find }, i) => (
          <li key={`${page ?? 0}-${i}`}>
            <span>{message}</span>
            {document !== undefined && page !== undefined && (
              <Button small onPress={() => goTo({ at: "review", document, page, find })}>
                {t("common.goThere")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
