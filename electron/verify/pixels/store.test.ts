import { expect, test } from "vitest";
import { PixelStore } from "./store.ts";

test("pages seen as one have many sizes: what one left is lent to the next that fills most of it", () => {
  const store = new PixelStore();
  const first = store.take(1200);
  store.reclaim();
  const second = store.take(1000);
  expect(second.length).toBe(1000);
  expect(second.buffer).toBe(first.buffer);
});

test("a picture does not take the memory of one much larger, nor what is lent", () => {
  const store = new PixelStore();
  const large = store.take(4000);
  const other = store.take(4000);
  expect(other.buffer).not.toBe(large.buffer);
  store.reclaim();
  const small = store.take(1000);
  expect([large.buffer, other.buffer]).not.toContain(small.buffer);
});
