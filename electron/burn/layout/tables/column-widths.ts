// How wide the columns of a table are that are made for what stands in them: as browsers reckon it,
// roughly. Numbers in, numbers out.

export interface Need {
  /** All of the longest cell in one line. */
  readonly most: number;
  /** The longest word. */
  readonly least: number;
}

/** Points to which widths are told, and room that rounding takes. */
const STEP = 0.75;
const SPARE = 0.5;

/**
 * @param room between the margins
 * @param full the table takes all of it
 * @returns undefined where the words have no room
 */
export function widthsOf(
  needs: readonly Need[],
  room: number,
  full: boolean,
): readonly number[] | undefined {
  const most = sum(needs.map((need) => need.most + SPARE));
  const least = sum(needs.map((need) => need.least + SPARE));
  if (least > room) return undefined;
  const wide = full ? room : Math.min(most, room);
  const widths = needs.map((need) => {
    if (wide >= most) return (need.most + SPARE) * (wide / most);
    return need.least + SPARE + ((wide - least) * (need.most - need.least)) / (most - least);
  });
  return widths.map((width, i) =>
    full && i === widths.length - 1 ? room - sum(widths.slice(0, -1).map(rounded)) : rounded(width),
  );
}

function rounded(width: number): number {
  return Math.ceil(width / STEP) * STEP;
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
