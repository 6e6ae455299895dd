// An engine could not do what was asked of it. On the original that becomes a refusal, on the
// candidate a finding; the message is plain and holds nothing of the document.

export class EngineFailure extends Error {
  readonly kind: "password" | "damaged" | "crash";
  readonly engine: string;

  constructor(engine: string, kind: EngineFailure["kind"], message: string) {
    super(message);
    this.name = "EngineFailure";
    this.kind = kind;
    this.engine = engine;
  }
}
