// Instants as people say them: "today at 14:02", "3 May 2025 at 9:15". The machine's time zone.
const DAY = 86_400_000;
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const weekday = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

export const timeOf = (instant: string): string => time.format(new Date(instant));

const startOfDay = (at: Date): number =>
  new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();

/** @param now given by the caller, so that a list does not change its words while it is read. */
export function whenOf(instant: string, now: Date): string {
  const at = new Date(instant);
  const days = Math.round((startOfDay(now) - startOfDay(at)) / DAY);
  if (days === 0) return `today at ${time.format(at)}`;
  if (days === 1) return `yesterday at ${time.format(at)}`;
  return `${date.format(at)} at ${time.format(at)}`;
}

export const dayOf = (instant: string): string => weekday.format(new Date(instant));

/** A day ("2026-03-31") as people write it. */
export const dateOf = (day: string): string => date.format(new Date(`${day}T12:00:00`));
