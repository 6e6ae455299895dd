// What the register and the pair check find: what stops the hand-over first, each with its place and
// the acts that settle it.
import { OctagonAlert, TriangleAlert } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RegisterFinding } from "../../../shared/policy/register.ts";
import { attempt, tell } from "../../app/notices.ts";
import { goTo, useSession } from "../../app/session.ts";
import { Button } from "../../ui/button.tsx";
import { PairLine } from "./pair-lines.tsx";
import { gathered, type Pair } from "./pairs.ts";
import { oneLabel, usePeople } from "./people-store.ts";
import styles from "./people.module.css";

const SHOWN = 12;
const MOST_LABELS = 3;

export function Findings() {
  const checks = usePeople((p) => p.checks);
  const pairs = useMemo(() => gathered(checks?.pairs ?? []).filter((p) => !p.undecided), [checks]);
  if (!checks) return null;
  return (
    <>
      {[true, false].map((blocks) => (
        <Lines
          key={String(blocks)}
          kind={blocks ? "stop" : "look"}
          register={checks.register.filter((f) => f.blocks === blocks)}
          pairs={pairs.filter((p) => p.blocks === blocks)}
        />
      ))}
    </>
  );
}

interface LinesProps {
  readonly kind: "stop" | "look";
  readonly register: readonly RegisterFinding[];
  readonly pairs: readonly Pair[];
}

function Lines({ kind, register, pairs }: LinesProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const count = register.length + pairs.length;
  if (count === 0) return null;
  const most = all ? count : SHOWN;
  return (
    <section className={`${styles["findings"]} ${styles[kind]}`} data-testid={`findings-${kind}`}>
      <h2>
        {kind === "stop" ? (
          <OctagonAlert aria-hidden="true" />
        ) : (
          <TriangleAlert aria-hidden="true" />
        )}
        {t(`people.${kind}`, { count })}
      </h2>
      <ul>
        {register.slice(0, most).map((finding, i) => (
          <RegisterLine key={`${finding.places[0]?.page ?? 0}-${i}`} finding={finding} />
        ))}
        {pairs.slice(0, Math.max(0, most - register.length)).map((pair) => (
          <PairLine key={pair.term} pair={pair} />
        ))}
      </ul>
      {count > SHOWN && (
        <Button small tone="quiet" onPress={() => setAll(!all)}>
          {t(all ? "people.fewer" : "people.all", { count })}
        </Button>
      )}
    </section>
  );
}

function RegisterLine({ finding }: { readonly finding: RegisterFinding }) {
  const { t } = useTranslation();
  const decides = useSession((s) => s.open?.user.role === "analyst" && !s.open.frozen);
  const { message, choose } = finding;
  const [place] = finding.places;
  return (
    <li data-testid="register-finding">
      <span>{message}</span>
      <span className={styles["settle"]}>
        {decides &&
          choose?.labels.slice(0, MOST_LABELS).map((label) => (
            <Button
              key={label}
              small
              data-testid="one-label"
              onPress={() =>
                attempt(async () => {
                  const count = await oneLabel(choose.key, label);
                  tell(t("people.pair.settled", { count }));
                })
              }
            >
              {t("people.useLabel", { label })}
            </Button>
          ))}
        {place && (
          <Button
            small
            onPress={() => goTo({ at: "review", document: place.document, page: place.page })}
          >
            {t("common.goThere")}
          </Button>
        )}
      </span>
    </li>
  );
}
