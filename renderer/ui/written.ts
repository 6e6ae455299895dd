/** What stands in a field, or null where nothing does: a blank is nothing. */
export const written = (text: string): string | null => (text.trim() === "" ? null : text.trim());
