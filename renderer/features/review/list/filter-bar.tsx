// The filters with their counts, in one row: one is always in force. What does not fit waits in a menu.
import { ChevronDown } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { numberOf } from "../../../i18n/number.ts";
import { countsOf, FILTERS, passes, type Filter } from "../deciding/filters.ts";
import { select } from "../deciding/select.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import { useWalk } from "../walk.ts";
import { showPictures, waitingPictures } from "../deciding/pictures.ts";
import { inRow } from "./one-row.ts";
import menu from "../../../app/bar-menu.module.css";
import styles from "./filter-bar.module.css";

export function FilterBar() {
  const { t } = useTranslation();
  const index = useReview((r) => r.index);
  const pictures = useReview((r) => r.pictures);
  const state = useReview((r) => r.state);
  const filter = useView((v) => v.filter);
  const walk = useWalk((w) => w.toSee);
  const counts = {
    ...countsOf(index),
    pictures: waitingPictures(pictures, state),
    tosee: walk?.length ?? 0,
  };
  const ids = FILTERS.filter((id) => shownFilter(id, counts, walk !== null));
  const { bar, row } = useOneRow(ids, filter);
  const rest = ids.filter((id) => !row.includes(id));
  const words = (id: Filter) => (
    <>
      <b>{numberOf(counts[id])}</b> <span>{t(`review.filter.${id}`)}</span>
    </>
  );
  return (
    <div ref={bar} className={styles["bar"]}>
      <ToggleButtonGroup
        className={styles["filters"]!}
        aria-label={t("review.filters")}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[filter]}
        onSelectionChange={(keys) => {
          const [chosen] = keys;
          if (chosen) show(chosen as Filter);
        }}
      >
        {row.map((id) => (
          <ToggleButton key={id} id={id} className={styles["filter"]!} data-testid={`filter-${id}`}>
            {words(id)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {rest.length > 0 && (
        <MenuTrigger>
          <Button
            className={styles["filter"]!}
            aria-label={t("review.moreFilters")}
            data-testid="more-filters"
          >
            <ChevronDown aria-hidden="true" />
            <span>{t("common.more")}</span>
          </Button>
          <Popover className={menu["popover"]!} placement="bottom end">
            <Menu className={menu["menu"]!} onAction={(id) => show(id as Filter)}>
              {rest.map((id) => (
                <MenuItem
                  key={id}
                  id={id}
                  className={menu["item"]!}
                  textValue={t(`review.filter.${id}`)}
                  data-testid={`filter-${id}`}
                >
                  <span>{t(`review.filter.${id}`)}</span>
                  <b>{numberOf(counts[id])}</b>
                </MenuItem>
              ))}
            </Menu>
          </Popover>
        </MenuTrigger>
      )}
      {/* The same words out of sight, to know how wide each is while it is not in the row. */}
      <div className={styles["measure"]} aria-hidden="true" data-measure>
        {ids.map((id) => (
          <span key={id} className={styles["filter"]}>
            {words(id)}
          </span>
        ))}
        <span className={styles["filter"]}>
          <ChevronDown />
          <span>{t("common.more")}</span>
        </span>
      </div>
    </div>
  );
}

/** What fits beside one another, measured anew when the words, their size or the room change. */
function useOneRow(ids: readonly Filter[], chosen: Filter) {
  const bar = useRef<HTMLDivElement>(null);
  const [sizes, setSizes] = useState<readonly number[]>([]);
  useLayoutEffect(() => {
    const measured = bar.current!.querySelector("[data-measure]")!;
    const read = (): void =>
      setSizes([
        bar.current!.clientWidth,
        ...[...measured.children].map((c) => c.getBoundingClientRect().width),
      ]);
    const watch = new ResizeObserver(read);
    watch.observe(bar.current!);
    watch.observe(measured);
    read();
    return () => watch.disconnect();
  }, []);
  const [room = Infinity, ...widths] = sizes;
  return { bar, row: inRow(ids, widths, room, widths[ids.length] ?? 0, chosen) };
}

/** What is chosen stays so while the filter shows it; else the first that the filter shows is. */
function show(filter: Filter): void {
  if (filter === "pictures") return showPictures();
  useView.setState({ filter, query: "" });
  const { index } = useReview.getState();
  const { selected } = useView.getState();
  const now = selected === null ? undefined : index.byId.get(selected);
  if (now && passes(now, filter)) return;
  const first = index.places.find((place) => passes(place, filter));
  if (first) select(first.id);
}

/** A filter that never had anything is left out: fewer to read. */
const shownFilter = (
  id: Filter,
  counts: Readonly<Record<Filter, number>>,
  walking: boolean,
): boolean => (id === "tosee" ? walking : id === "unexplained" ? counts[id] > 0 : true);
