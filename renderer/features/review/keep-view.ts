// Saves where the analyst is, a moment after it settled and whenever the review is left, so that
// closing and reopening loses nothing, not even the scroll position.
import { useEffect } from "react";
import type { ViewState } from "../../../shared/ipc/review.ts";
import { call } from "../../app/client.ts";
import { filterOf } from "./deciding/filters.ts";
import { FRESH_VIEW, useView, type View } from "./view.ts";

const SETTLED = 600;

const savedForm = (view: View): ViewState => ({
  page: view.page,
  offset: Math.round(view.offset * 10) / 10,
  zoom: view.zoom,
  selected: view.selected,
  filter: view.filter,
});

/** Puts a saved view in force; the page view scrolls there once it knows its size. */
export function restoreView(saved: ViewState | null, page?: number): void {
  if (!saved) {
    useView.setState({ ...FRESH_VIEW, reveal: page ? { page, smooth: false } : null });
    return;
  }
  useView.setState({
    ...FRESH_VIEW,
    selected: saved.selected,
    filter: filterOf(saved.filter),
    zoom: saved.zoom,
    page: page ?? saved.page,
    reveal: page
      ? { page, smooth: false }
      : { page: saved.page, offset: saved.offset, smooth: false },
  });
}

export function useKeptView(document: string, ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = JSON.stringify(savedForm(useView.getState()));
    const save = (): void => {
      clearTimeout(timer);
      timer = undefined;
      const view = savedForm(useView.getState());
      const written = JSON.stringify(view);
      if (written === last) return;
      last = written;
      // A view that could not be saved is not worth a word: the next one will be tried again.
      void call("review.saveView", { document, view });
    };
    const stop = useView.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(save, SETTLED);
    });
    const hidden = (): void => save();
    window.addEventListener("pagehide", hidden);
    globalThis.document.addEventListener("visibilitychange", hidden);
    return () => {
      stop();
      save();
      window.removeEventListener("pagehide", hidden);
      globalThis.document.removeEventListener("visibilitychange", hidden);
    };
  }, [document, ready]);
}
