// Calls about the jigsaw: what stays readable about each person, and the intruder's questions.
import type { IntruderQuestion, jigsawCalls } from "../../../shared/ipc/jigsaw.ts";
import type { OpenCase } from "../../cases/open-case.ts";
import type { Handlers } from "../context.ts";

const questionsOf = (open: OpenCase): readonly IntruderQuestion[] =>
  open.jigsaw.questions().map((q) => ({ ...q, by: q.by === null ? null : open.team.nameOf(q.by) }));

export const jigsawHandlers: Handlers<keyof typeof jigsawCalls> = {
  "jigsaw.load": ({ current }) => {
    const open = current();
    return { people: open.jigsaw.people(), questions: questionsOf(open) };
  },
  "jigsaw.answer": ({ current }, { question, answer }) => {
    const open = current();
    open.jigsaw.answer(question, answer);
    return questionsOf(open);
  },
};
