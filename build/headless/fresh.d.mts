export const DECIDING: readonly string[];
export function bundlesOf(root: string): string;
export function sha256(bytes: Uint8Array | string): string;
export function digestOf(files: Iterable<readonly [path: string, digest: string]>): string;
export function digestOfFile(path: string): string;
export function freshBundle(root: string): string | undefined;
export function commandOf(root: string): string;
