// Calls about the people of a case: register, lists, checks over all documents.
import type { peopleCalls } from "../../../shared/ipc/people.ts";
import { settleLabel, settlePair } from "../../services/settle-pair.ts";
import type { CallContext, Handlers } from "../context.ts";

/** Answers, and has the documents looked through again: a name touches all of them. */
function changed<T>({ app, current }: CallContext, answer: T): T {
  app.lookAgain?.(current());
  return answer;
}

export const peopleHandlers: Handlers<keyof typeof peopleCalls> = {
  "people.list": ({ current }) => current().people.list(),
  "people.save": (context, { person }) => changed(context, context.current().people.save(person)),
  "people.takeIn": (context, { people }) =>
    changed(context, context.current().people.takeIn(people)),
  "people.remove": (context, { id }) => {
    context.current().people.remove(id);
    return changed(context, null);
  },
  "people.found": ({ current }) => current().checks.found(),
  "people.check": ({ current }) => {
    const { checks } = current();
    return { register: checks.register(), pairs: checks.pairs() };
  },
  "people.settle": ({ current }, request) => ({ settled: settlePair(current(), request) }),
  "people.oneLabel": (context, { key, label }) =>
    changed(context, { settled: settleLabel(context.current(), key, label) }),
  "lists.list": ({ current }) => current().people.lists(),
  "lists.add": (context, item) => changed(context, context.current().people.addToList(item)),
  "lists.remove": (context, { id }) => {
    context.current().people.removeFromList(id);
    return changed(context, null);
  },
};
