// Calls about decisions: load a document's review, append decisions, keep the place.
import type { Handlers } from "../context.ts";

export const reviewHandlers: Handlers<"review.load" | "review.append" | "review.saveView"> = {
  "review.load": ({ current }, { document }) => {
    const open = current();
    const { status } = open.documents.get(document);
    return {
      suggestions: open.suggestions.list(document),
      events: open.review.events(document),
      view: open.review.view(document),
      complete: status !== "reading",
    };
  },
  "review.append": ({ current }, { document, events }) => current().review.append(document, events),
  "review.saveView": ({ current }, { document, view }) => {
    const open = current();
    open.documents.get(document);
    open.review.saveView(document, view);
    return null;
  },
};
