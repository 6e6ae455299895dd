// Where "/" and Ctrl+G go. Fields are found by their ids, so that commands need no component.
export const SEARCH_FIELD = "review-search";
export const LIST = "review-list";
export const PAGE_FIELD = "review-page";

export const focusSearch = (): void => focusField(SEARCH_FIELD);
export const focusPage = (): void => focusField(PAGE_FIELD);

function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

export function focusList(): void {
  document.getElementById(LIST)?.focus();
}
