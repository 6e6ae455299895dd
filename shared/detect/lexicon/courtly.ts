// Words that a judgment names its parties and its law by: where they are frequent, a text is one.

export const COURTLY_WORDS: readonly string[] = [
  "applicant", "applicants", "court", "courts", "article", "articles", "convention", "government",
  "paragraph", "judgment", "appellant", "claimant", "defendant", "respondent", "appeal",
]; // prettier-ignore
