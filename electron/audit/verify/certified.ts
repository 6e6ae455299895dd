// Certificates among the witnesses: each must be the one that the trail tells of, for the file and the
// plan it names. An entry keeps the SHA-256 of the certificate's canonical text; entries of older
// versions name file and plan only.
import type { RawEntry } from "./judge.ts";
import { hashOfCertificate } from "./tables.ts";

const FORMAT = "candour-certificate-1";

interface Certificate {
  readonly format: typeof FORMAT;
  readonly export?: { readonly sha256?: unknown };
  /** By its keyed name, in older certificates by its hash. */
  readonly plan?: { readonly name?: unknown; readonly sha256?: unknown };
}

export function isCertificate(value: unknown): value is Certificate {
  return (
    typeof value === "object" && value !== null && "format" in value && value.format === FORMAT
  );
}

/** Collects what passes by of exports, for the comparison afterwards. */
export class Certified {
  readonly #exports: RawEntry["data"][] = [];

  *noting(entries: Iterable<unknown>): Generator<unknown> {
    for (const entry of entries) {
      const { kind, data } = (entry ?? {}) as Partial<RawEntry>;
      if (kind === "export.verified" && data) this.#exports.push(data);
      yield entry;
    }
  }

  /** One sentence where a certificate is not the trail's own; null where all are. */
  fault(certificates: readonly Certificate[]): string | null {
    return certificates.every((one) => this.#knows(one))
      ? null
      : "A certificate among the witnesses is not one that the trail tells of.";
  }

  #knows(certificate: Certificate): boolean {
    const hash = hashOfCertificate(certificate);
    return this.#exports.some(
      (e) =>
        e["sha256"] === certificate.export?.sha256 &&
        e["plan"] === (certificate.plan?.name ?? certificate.plan?.sha256) &&
        (e["certificate"] === undefined || e["certificate"] === hash),
    );
  }
}
