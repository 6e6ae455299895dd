// The day it is where this computer stands, as "2026-11-23": decisions are dated by the calendar on
// the wall, and just after midnight in summer that is not Greenwich's day.
const two = (n: number): string => String(n).padStart(2, "0");

export function today(now: Date = new Date()): string {
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
