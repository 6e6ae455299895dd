// Calls about the people of a case: register, lists, checks over all documents.
import type { peopleCalls } from "../../../shared/ipc/people.ts";
import type { Handlers } from "../context.ts";

export const peopleHandlers: Handlers<keyof typeof peopleCalls> = {
  "people.list": ({ current }) => current().people.list(),
  "people.save": ({ current }, { person }) => current().people.save(person),
  "people.remove": ({ current }, { id }) => {
    current().people.remove(id);
    return null;
  },
  "people.check": ({ current }) => {
    const { checks } = current();
    return { register: checks.register(), pairs: checks.pairs() };
  },
  "lists.list": ({ current }) => current().people.lists(),
  "lists.add": ({ current }, item) => current().people.addToList(item),
  "lists.remove": ({ current }, { id }) => {
    current().people.removeFromList(id);
    return null;
  },
};
