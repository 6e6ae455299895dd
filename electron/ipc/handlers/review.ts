// Calls about decisions: load a document's review, append decisions, keep the place.
import { proposalsOf } from "../../cases/kept-labels.ts";
import { Refusal } from "../../../shared/model/refusal.ts";
import type { Handlers } from "../context.ts";

export const reviewHandlers: Handlers<"review.load" | "review.append" | "review.saveView"> = {
  "review.load": ({ current }, { document }) => {
    const open = current();
    const { status } = open.documents.get(document);
    return {
      suggestions: proposalsOf(open, document),
      events: open.review.events(document),
      view: open.review.view(document),
      complete: status !== "reading",
    };
  },
  "review.append": ({ current }, { document, events }) => {
    const open = current();
    // Proposed labels are numbered over the whole text: an early one could become another person's.
    if (open.documents.get(document).status === "reading")
      throw new Refusal(
        "not-allowed",
        "This document is still being read. Decide when its last page is there; until then names and labels may change.",
      );
    return open.review.append(document, events);
  },
  "review.saveView": ({ current }, { document, view }) => {
    const open = current();
    open.documents.get(document);
    open.review.saveView(document, view);
    return null;
  },
};
