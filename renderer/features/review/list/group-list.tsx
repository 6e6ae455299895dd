// The list as a grid: one row a person or thing, one of them open. Focus stays on the grid and
// names its row, so that deciding never loses the focus when a card goes away.
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { nextUndecided } from "../deciding/follow.ts";
import { useMayDecide } from "../deciding/may-decide.ts";
import { folded, passes } from "../deciding/filters.ts";
import type { Group, Place } from "../deciding/places.ts";
import { LIST } from "../search-field.ts";
import { select } from "../deciding/select.ts";
import { useReview } from "../store.ts";
import { FOCUS_HOME } from "../../../app/kept-focus.ts";
import { useView, type View } from "../view.ts";
import { GroupCard } from "./group-card.tsx";
import styles from "./group-list.module.css";

/** How much of the card before stays in sight. */
const PEEK = 28;
/** Keys that move the list by themselves. */
const SCROLLING = new Set(["PageUp", "PageDown", " "]);

interface GroupListProps {
  readonly groups: readonly Group[];
  readonly openGroup: string | null;
  readonly searching: boolean;
  /** Stands after the last row. */
  readonly children?: ReactNode;
}

export function GroupList({ groups, openGroup, searching, children }: GroupListProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const at = groups.findIndex((g) => g.id === openGroup);
  // oxlint-disable-next-line react/incompatible-library -- without it no list is virtual: 300 pages and 5,000 places would all be drawn.
  const virtual = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (i === at ? 270 : 82),
    getItemKey: (i) => groups[i]!.id,
    overscan: 4,
    gap: 10,
  });
  // Bringing the open card into sight is done below; two hands on one scroll bar would fight.
  virtual.shouldAdjustScrollPositionOnItemSizeChange = () => false;

  // The open card comes to the same height each time, with the foot of the card before it in sight,
  // so that the eye stays where it is while one decision follows another: whose card it is and the
  // sentence around the place are never above the list. Cards are measured after they are drawn, so
  // it is brought again until somebody moves the list by hand.
  const bringing = useRef(false);
  const letGo = (): void => {
    bringing.current = false;
  };
  const chosen = useView((v) => v.selected);
  // In a card that is higher than the list, the label form brings itself into sight.
  const labelling = useView((v) => v.labelling !== null);
  const total = virtual.getTotalSize();
  useEffect(() => {
    bringing.current = chosen !== null;
  }, [at, openGroup, chosen, labelling]);
  useEffect(() => {
    const element = scroller.current;
    if (at < 0 || !element || !bringing.current) return;
    const frame = requestAnimationFrame(() => {
      const card = document.getElementById(`group-${at}`)?.getBoundingClientRect();
      const room = element.getBoundingClientRect();
      if (card && labelling && card.height > room.height) return;
      if (card && card.top >= room.top && card.bottom <= room.bottom) return;
      const [start] = virtual.getOffsetForIndex(at, "start") ?? [0];
      // A card as tall as the list needs all of its height.
      const peek = card && card.height + PEEK > room.height ? 0 : PEEK;
      virtual.scrollToOffset(Math.max(0, start - peek));
    });
    return () => cancelAnimationFrame(frame);
  }, [at, openGroup, chosen, labelling, total, virtual]);

  const openRow = (i: number): void => {
    const group = groups[i];
    if (group) select(placeToOpen(group, useView.getState()).id);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    const to: Record<string, number> = {
      ArrowDown: Math.min(groups.length - 1, at + 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: groups.length - 1,
    };
    const row = to[event.key];
    if (row === undefined || groups.length === 0) return;
    event.preventDefault();
    openRow(row);
  };

  return (
    <div
      ref={scroller}
      className={styles["scroller"]}
      data-testid="list-scroller"
      onWheel={letGo}
      onPointerDown={letGo}
      onKeyDown={(event) => {
        if (SCROLLING.has(event.key)) letGo();
      }}
    >
      {groups.length === 0 && <Empty searching={searching} />}
      <div
        id={LIST}
        {...FOCUS_HOME}
        role="grid"
        tabIndex={0}
        className={styles["grid"]}
        aria-label={t("review.list")}
        aria-rowcount={groups.length}
        aria-activedescendant={at >= 0 ? `group-${at}` : undefined}
        data-testid="group-list"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={key}
      >
        {virtual.getVirtualItems().map((item) => {
          const group = groups[item.index]!;
          return (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              role="row"
              id={`group-${item.index}`}
              aria-rowindex={item.index + 1}
              aria-selected={item.index === at}
              className={styles["slot"]}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <GroupCard
                group={group}
                open={item.index === at}
                onOpen={() => openRow(item.index)}
              />
            </div>
          );
        })}
      </div>
      {children}
    </div>
  );
}

/** Opening a group goes to its first place that the search or the filter asks for. */
const placeToOpen = (group: Group, { filter, query }: View): Place =>
  (query.trim() === ""
    ? undefined
    : group.places.find((p) => p.text !== null && folded(p.text).includes(folded(query.trim())))) ??
  group.places.find((p) => passes(p, filter)) ??
  group.places.find((p) => p.standing === "undecided") ??
  group.places[0]!;

function Empty({ searching }: { readonly searching: boolean }) {
  const { t } = useTranslation();
  const filter = useView((v) => v.filter);
  const index = useReview((r) => r.index);
  const complete = useReview((r) => r.complete);
  const decides = useMayDecide();
  const all = nextUndecided(index, null, 1) === null;
  // What is to be done next is said below the list, where there is one or not.
  if (!searching && filter === "undecided" && complete && decides && all) return null;
  if (!searching && filter === "undecided" && !complete)
    return (
      <div className={styles["empty"]} role="status" data-testid="list-empty">
        <p>{t("review.empty.undecidedSoFar")}</p>
        <p>{t("review.empty.readingOn")}</p>
      </div>
    );
  return (
    <div className={styles["empty"]} role="status" data-testid="list-empty">
      <p>{t(searching ? "review.empty.found" : `review.empty.${filter}`)}</p>
    </div>
  );
}
