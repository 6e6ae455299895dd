// The form environment of one open document: PDFium needs it to give fields without an
// appearance one, so that values a reader sees are drawn. Runs no script: the engine has none.
import type { Pdfium } from "./engine.ts";

export interface Forms {
  /** FPDF_FORMHANDLE; 0 where the document has no form. */
  readonly handle: number;
  readonly info: number;
}

const NO_FORM = 0;

export function openForms(pdfium: Pdfium, document: number): Forms {
  const { api } = pdfium;
  if (api.FPDF_GetFormType(document) === NO_FORM) return { handle: 0, info: 0 };
  const info = api.PDFiumExt_OpenFormFillInfo();
  const handle = api.PDFiumExt_InitFormFillEnvironment(document, info);
  if (handle) {
    api.FPDF_SetFormFieldHighlightColor(handle, 0, 0xffffff);
    api.FPDF_SetFormFieldHighlightAlpha(handle, 0);
  }
  return { handle, info };
}

export function closeForms(pdfium: Pdfium, forms: Forms): void {
  if (forms.handle) pdfium.api.PDFiumExt_ExitFormFillEnvironment(forms.handle);
  if (forms.info) pdfium.api.PDFiumExt_CloseFormFillInfo(forms.info);
}
