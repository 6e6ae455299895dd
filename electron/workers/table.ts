// The jobs themselves, each loaded when first asked for, so that a worker that only draws pages
// never pays for the detectors or the burner.
import type { JobTable } from "./jobs.ts";

export const JOBS: JobTable = {
  async inspect({ bytes, password }) {
    const { inspect } = await import("../documents/inspect.ts");
    return inspect(bytes, password);
  },
  async text(input, progress) {
    const { readDocumentText } = await import("../text/document-text.ts");
    return readDocumentText(input, progress);
  },
  async open({ key, bytes, password }) {
    const { keepOpen } = await import("../documents/pictures.ts");
    await keepOpen(key, bytes, password);
    return null;
  },
  async picture({ key, page, widthPx }) {
    const { drawPage } = await import("../documents/pictures.ts");
    return drawPage(key, page, widthPx);
  },
  async draft(input) {
    const { drawDraft } = await import("../documents/pictures.ts");
    return drawDraft(input);
  },
  async suggest({ documents, options }) {
    const { suggest } = await import("../detect/suggest.ts");
    return suggest(documents, options);
  },
  async completePlan(input) {
    const { completePlan } = await import("../burn/complete-plan.ts");
    return completePlan(input);
  },
  async burn({ name, ...input }, progress) {
    const { burnAgain } = await import("../burn/burn-again.ts");
    return burnAgain(name, input, (done, total, page) => progress({ done, total, page }));
  },
  async forgetPages() {
    const { forgetPages } = await import("../burn/burn-again.ts");
    forgetPages();
    return null;
  },
  async recheck({ bytes, certificate }) {
    const { recheck } = await import("../papers/certificate-recheck.ts");
    return recheck(bytes, certificate);
  },
  async checkAppended({ exported, copy }) {
    const { checkAppended } = await import("../papers/readers-key-check.ts");
    await checkAppended(exported, copy);
    return null;
  },
  async warmVerify({ pages }) {
    const [{ warmUp }] = await Promise.all([
      import("../verify/prepare.ts"),
      import("../verify/verify.ts"),
    ]);
    await warmUp(pages);
    return null;
  },
  async prepareVerify(input) {
    const { prepare } = await import("../verify/prepare.ts");
    await prepare(input);
    return null;
  },
  async forgetPrepared() {
    const { forget } = await import("../verify/prepare.ts");
    await forget();
    return null;
  },
  async verify(input, progress) {
    const { verify } = await import("../verify/verify.ts");
    return verify(input, (check, done, total) => progress({ check, done, total }));
  },
};
