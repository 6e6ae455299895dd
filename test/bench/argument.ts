/** What follows `--name` on the command line; empty where nothing does, undefined without it. */
export const argument = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? "");
};
