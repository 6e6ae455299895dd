// The filters with their counts: one is always in force.
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { numberOf } from "../../../i18n/number.ts";
import { countsOf, FILTERS, passes, type Filter } from "../deciding/filters.ts";
import { select } from "../deciding/select.ts";
import { useReview } from "../store.ts";
import { useView } from "../view.ts";
import { useWalk } from "../walk.ts";
import { showPictures, waitingPictures } from "../deciding/pictures.ts";
import styles from "./review-list.module.css";

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
  return (
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
      {FILTERS.filter((id) => shownFilter(id, counts, walk !== null)).map((id) => (
        <ToggleButton key={id} id={id} className={styles["filter"]!} data-testid={`filter-${id}`}>
          {t(`review.filter.${id}`)} {numberOf(counts[id])}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
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
