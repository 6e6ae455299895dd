// Content-Security-Policy of the only page there is. Nothing is loaded from elsewhere, nothing is
// inlined; styles set by script through the CSSOM are allowed, style attributes in markup are not.
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join("; ");
