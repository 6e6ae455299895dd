import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Clock, crowding } from "./clock.ts";

describe("clocks of workers", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("end at their limit on a machine that is not crowded, and begin anew with every progress", () => {
    const ends: number[] = [];
    const clock = new Clock(
      1000,
      (ms) => ends.push(ms),
      () => 1,
    );
    vi.advanceTimersByTime(900);
    clock.refresh();
    vi.advanceTimersByTime(900);
    expect(ends).toEqual([]);
    vi.advanceTimersByTime(150);
    expect(ends).toEqual([1000]);
  });

  it("wait longer where others keep the processors busy, and never for ever", () => {
    const ends: number[] = [];
    let crowd = 3;
    const clock = new Clock(
      1000,
      (ms) => ends.push(ms),
      () => crowd,
    );
    vi.advanceTimersByTime(2900);
    expect(ends).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(ends).toEqual([3000]);
    clock.refresh();
    vi.advanceTimersByTime(1500);
    crowd = 1;
    vi.advanceTimersByTime(2000);
    expect(ends).toHaveLength(2);
    clock.refresh();
    clock.stop();
    vi.advanceTimersByTime(9000);
    expect(ends).toHaveLength(2);
  });

  it("of less than a minute are never made longer than that", () => {
    const ends: number[] = [];
    const clocks = [44_000, 80_000].map(
      (limit) =>
        new Clock(
          limit,
          (ms) => ends.push(ms),
          () => 1.35,
        ),
    );
    expect(clocks).toHaveLength(2);
    vi.advanceTimersByTime(48_100);
    expect(ends).toEqual([48_000]);
    vi.advanceTimersByTime(72_000);
    expect(ends[1]).toBeCloseTo(108_000, -1);
  });

  it("never last longer than what is left of a longer piece of work", () => {
    const ends: number[] = [];
    const of = (limit: number, most: number) =>
      new Clock(
        limit,
        (ms) => ends.push(ms),
        () => 1.35,
        most,
      );
    expect([of(44_000, 9_000), of(80_000, 90_000), of(5_000, 90_000)]).toHaveLength(3);
    vi.advanceTimersByTime(200_000);
    expect(ends).toEqual([6_750, 9_000, 90_000]);
  });

  it("take a load for a crowd only beyond what the work itself makes", () => {
    expect(crowding(0, 2)).toBe(1);
    expect(crowding(3.5, 2)).toBe(1);
    expect(crowding(4.4, 2)).toBeCloseTo(1.2);
    expect(crowding(90, 2)).toBe(1.35);
  });
});
