/** "pdf.js 6.5, PDFium 2.15": engines by name with their versions, in the order they are told. */
export const enginesListed = (engines: Readonly<Record<string, string>>): string =>
  Object.entries(engines)
    .map(([name, version]) => `${name} ${version}`)
    .join(", ");
