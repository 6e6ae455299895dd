// Where "/" goes. The field is found by its id, so that commands need no component.
export const SEARCH_FIELD = "review-search";
export const LIST = "review-list";

export function focusSearch(): void {
  const field = document.getElementById(SEARCH_FIELD);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

export function focusList(): void {
  document.getElementById(LIST)?.focus();
}
