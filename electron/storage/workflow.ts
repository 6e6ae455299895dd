// Steps of the case (handed over, sent back, signed, reopened), decisions on publication, and comments.
// Steps and decisions are insert-only: the stage of a case is the projection of its steps.
import { z } from "zod";
import {
  publicationDecisionSchema,
  type PublicationDecision,
} from "../../shared/policy/publication.ts";
import { stepDataSchema, STEPS, type StepRecord } from "../../shared/policy/stage.ts";
import type { CaseDatabase } from "./connection.ts";
import { json, rows } from "./rows.ts";

const stepSchema = z.object({
  seq: z.int(),
  at: z.string(),
  by: z.string(),
  step: z.enum(STEPS),
  data: json(stepDataSchema),
});
const decisionSchema = z.object({
  seq: z.int(),
  at: z.string(),
  by: z.string(),
  decision: json(publicationDecisionSchema),
});
export type DecisionRow = z.infer<typeof decisionSchema>;
const commentSchema = z.object({
  id: z.string(),
  document: z.string(),
  target: z.string().nullable(),
  page: z.int().nullable(),
  text: z.string(),
  at: z.string(),
  by: z.string(),
  resolved_at: z.string().nullable(),
  resolved_by: z.string().nullable(),
});
export type CommentRow = z.infer<typeof commentSchema>;

export class WorkflowRows {
  readonly #db: CaseDatabase;
  constructor(db: CaseDatabase) {
    this.#db = db;
  }

  steps(): readonly StepRecord[] {
    return rows(stepSchema, this.#db.all("SELECT * FROM workflow ORDER BY seq"));
  }

  addStep(s: Omit<StepRecord, "seq">): void {
    this.#db.run(
      "INSERT INTO workflow (at, by, step, data) VALUES (?, ?, ?, ?)",
      s.at,
      s.by,
      s.step,
      JSON.stringify(s.data),
    );
  }

  decisions(): readonly DecisionRow[] {
    return rows(decisionSchema, this.#db.all("SELECT * FROM publication_decisions ORDER BY seq"));
  }

  addDecision(at: string, by: string, decision: PublicationDecision): void {
    this.#db.run(
      "INSERT INTO publication_decisions (at, by, decision) VALUES (?, ?, ?)",
      at,
      by,
      JSON.stringify(decision),
    );
  }

  comments(): readonly CommentRow[] {
    return rows(commentSchema, this.#db.all("SELECT * FROM comments ORDER BY at, rowid"));
  }

  addComment(c: Omit<CommentRow, "resolved_at" | "resolved_by">): void {
    this.#db.run(
      "INSERT INTO comments (id, document, target, page, text, at, by) VALUES (?, ?, ?, ?, ?, ?, ?)",
      c.id,
      c.document,
      c.target,
      c.page,
      c.text,
      c.at,
      c.by,
    );
  }

  resolveComment(id: string, at: string, by: string): void {
    this.#db.run("UPDATE comments SET resolved_at = ?, resolved_by = ? WHERE id = ?", at, by, id);
  }
}
