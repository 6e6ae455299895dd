// What went wrong inside, for whoever mends it: the name of the call and the place in our own code.
// Never a message or an argument, since both may quote a document.
import { WorkerDefect } from "../workers/client.ts";

export function logDefect(where: string, error: unknown): void {
  if (error instanceof WorkerDefect) {
    // Made of names and places only, by the worker itself.
    process.stderr.write(`candour: defect in ${where}: ${error.message}\n`);
    return;
  }
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  const place = stack
    .split("\n")
    .filter((line) => line.trimStart().startsWith("at "))
    .slice(0, 3)
    .map((line) => line.trim())
    .join(" < ");
  process.stderr.write(
    `candour: defect in ${where}: ${error instanceof Error ? error.name : "?"} ${place}\n`,
  );
}
