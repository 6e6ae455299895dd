// Files made by Candour are for their owner alone. Called before anything is written.
export function keepFilesPrivate(): void {
  process.umask(0o077);
}
