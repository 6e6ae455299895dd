// The kinship tree as a small drawing: label first, real name beneath it. The lines are decoration;
// relations are read out with each person of the list.
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PersonCard } from "../../../shared/ipc/people.ts";
import { lanesOf, type Lane } from "./kin-lanes.ts";
import { kinTree } from "./kin-tree.ts";
import styles from "./people.module.css";

const WIDE = 168;
const HIGH = 60;
const ACROSS = 28;
/** Pixels between two rows, between two lines in the gap, and between two that end in one child. */
const LEAST_DOWN = 46;
const LINE = 12;
const ASIDE = 14;

interface KinViewProps {
  readonly people: readonly PersonCard[];
  /** Nothing can be chosen without it. */
  readonly onChoose: ((person: PersonCard) => void) | undefined;
}

export function KinView({ people, onChoose }: KinViewProps) {
  const { t } = useTranslation();
  const tree = useMemo(() => kinTree(people), [people]);
  const { lanes, most } = useMemo(() => lanesOf(tree), [tree]);
  if (tree.nodes.length === 0) return null;
  const width = tree.columns * (WIDE + ACROSS) - ACROSS;
  const down = Math.max(LEAST_DOWN, LINE * (most + 1));
  const height = tree.rows * (HIGH + down) - down;
  const counts = new Map<number, number>();
  for (const n of tree.nodes) counts.set(n.row, (counts.get(n.row) ?? 0) + 1);
  const at = new Map(
    tree.nodes.map((n) => {
      const used = counts.get(n.row)! * (WIDE + ACROSS) - ACROSS;
      const left = (width - used) / 2 + n.column * (WIDE + ACROSS);
      return [n.person.id, { x: left, y: n.row * (HIGH + down) }];
    }),
  );
  return (
    <div className={styles["tree"]}>
      <div style={{ width, height }} className={styles["canvas"]}>
        <svg width={width} height={height} aria-hidden="true">
          {tree.lines.map((line) => {
            const a = at.get(line.from)!;
            const b = at.get(line.to)!;
            return (
              <path
                key={`${line.kind}-${line.from}-${line.to}`}
                className={styles[`line-${line.kind}`]}
                d={pathOf(a, b, lanes.get(line), down)}
              />
            );
          })}
        </svg>
        {tree.nodes.map(({ person }) => {
          const { x, y } = at.get(person.id)!;
          return (
            <button
              key={person.id}
              type="button"
              className={styles["node"]}
              style={{ left: x, top: y, width: WIDE, height: HIGH }}
              disabled={!onChoose}
              onClick={() => onChoose?.(person)}
            >
              <b>{person.label ?? t("people.noLabel")}</b>
              <span>{person.names[0]}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}

type At = { readonly x: number; readonly y: number };

function pathOf(a: At, b: At, lane: Lane | undefined, down: number): string {
  if (lane) {
    const [x0, y0] = [a.x + WIDE / 2, a.y + HIGH];
    const [x1, y1] = [b.x + WIDE / 2 + lane.aside * ASIDE, b.y];
    return `M${x0} ${y0}V${y0 + lane.height * down}H${x1}V${y1}`;
  }
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  const y = left.y + HIGH / 2;
  if (right.x - left.x <= WIDE + ACROSS) return `M${left.x + WIDE} ${y}H${right.x}`;
  const over = left.y + HIGH + 8;
  return `M${left.x + WIDE / 2} ${left.y + HIGH}V${over}H${right.x + WIDE / 2}V${right.y + HIGH}`;
}
