-- What all migrations together make. Generated; the test beside it compares.

CREATE INDEX audit_by_kind ON audit (kind, seq);

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  tool TEXT NOT NULL,
  kind TEXT NOT NULL,
  document TEXT,
  page INTEGER,
  data TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;

CREATE TABLE comments (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id),
  target TEXT,
  page INTEGER,
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id),
  resolved_at TEXT,
  resolved_by TEXT REFERENCES users (id)
) STRICT;

CREATE TABLE document_parts (
  document TEXT NOT NULL REFERENCES documents (id),
  part TEXT NOT NULL CHECK (part IN ('hidden', 'pictures', 'outline')),
  content BLOB NOT NULL,
  PRIMARY KEY (document, part)
) STRICT;

CREATE TABLE documents (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  title TEXT,
  encrypted INTEGER NOT NULL CHECK (encrypted IN (0, 1)),
  tagged INTEGER NOT NULL CHECK (tagged IN (0, 1)),
  -- The file's own password, where it needs one to be read again.
  password TEXT,
  file TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('reading', 'ready', 'failed')),
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL REFERENCES users (id)
) STRICT;

CREATE TABLE exports (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id),
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id),
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  crisp_pages INTEGER NOT NULL,
  sealed_pages INTEGER NOT NULL,
  -- Names the plan it was burnt from; the plan itself stands beside it for the diff of a correction.
  plan_hash TEXT NOT NULL,
  plan TEXT NOT NULL,
  report TEXT NOT NULL,
  verification TEXT NOT NULL,
  certificate TEXT NOT NULL,
  file TEXT NOT NULL
) STRICT;

CREATE TABLE kinships (
  person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  other TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  relation TEXT NOT NULL CHECK (relation IN ('parent', 'partner', 'sibling', 'carer')),
  PRIMARY KEY (person, other, relation)
) STRICT, WITHOUT ROWID;

CREATE TABLE lists (
  id TEXT PRIMARY KEY,
  list TEXT NOT NULL CHECK (list IN ('allow', 'deny')),
  text TEXT NOT NULL,
  fuzzy INTEGER NOT NULL CHECK (fuzzy IN (0, 1)),
  pattern INTEGER NOT NULL CHECK (pattern IN (0, 1)),
  UNIQUE (list, text)
) STRICT;

CREATE TABLE migrations (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE pages (
  document TEXT NOT NULL REFERENCES documents (id),
  page INTEGER NOT NULL CHECK (page >= 1),
  geometry TEXT NOT NULL,
  source TEXT,
  content BLOB,
  PRIMARY KEY (document, page)
) STRICT;

CREATE TABLE people (
  id TEXT PRIMARY KEY,
  label TEXT,
  role TEXT,
  note TEXT,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE person_names (
  person TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE publication_decisions (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id),
  decision TEXT NOT NULL
) STRICT;

CREATE TABLE releases (
  id TEXT PRIMARY KEY,
  export TEXT NOT NULL REFERENCES exports (id),
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id),
  recipient TEXT NOT NULL,
  supersedes TEXT REFERENCES releases (id),
  note TEXT,
  recalled_at TEXT,
  recall_reason TEXT
) STRICT;

CREATE TABLE review_events (
  document TEXT NOT NULL REFERENCES documents (id),
  seq INTEGER NOT NULL CHECK (seq >= 1),
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id),
  event TEXT NOT NULL,
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen (
  document TEXT NOT NULL REFERENCES documents (id),
  user TEXT NOT NULL REFERENCES users (id),
  kind TEXT NOT NULL CHECK (kind IN ('suggestion', 'page', 'picture')),
  item TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (document, user, kind, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE suggestions (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id),
  page INTEGER NOT NULL CHECK (page >= 1),
  start_at INTEGER NOT NULL CHECK (start_at >= 0),
  end_at INTEGER NOT NULL CHECK (end_at >= start_at),
  text TEXT NOT NULL,
  category TEXT NOT NULL,
  identifier TEXT NOT NULL CHECK (identifier IN ('direct', 'quasi')),
  score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
  tier TEXT NOT NULL CHECK (tier IN ('suggested', 'check')),
  detector TEXT NOT NULL,
  version TEXT NOT NULL,
  why TEXT NOT NULL,
  group_key TEXT NOT NULL,
  group_name TEXT NOT NULL,
  label TEXT,
  rects TEXT NOT NULL,
  UNIQUE (document, page, start_at, end_at)
) STRICT;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('analyst', 'reviewer', 'publisher')),
  public_key TEXT NOT NULL,
  -- Digest of the header's wrapped keys: a passphrase changed without an entry is noticed.
  wrap TEXT NOT NULL,
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;

CREATE TABLE view_states (
  document TEXT NOT NULL REFERENCES documents (id),
  user TEXT NOT NULL REFERENCES users (id),
  view TEXT NOT NULL,
  PRIMARY KEY (document, user)
) STRICT, WITHOUT ROWID;

CREATE TABLE workflow (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES users (id),
  step TEXT NOT NULL CHECK (step IN ('submitted', 'sent-back', 'signed', 'reopened')),
  data TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_has_no_gaps BEFORE INSERT ON audit
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM audit)
  OR NEW.previous IS NOT coalesce(
    (SELECT hash FROM audit ORDER BY seq DESC LIMIT 1),
    '0000000000000000000000000000000000000000000000000000000000000000')
BEGIN SELECT RAISE (ABORT, 'an entry follows the one before'); END;

CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the trail is append-only'); END;

CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the trail is append-only'); END;

CREATE TRIGGER exports_are_never_changed BEFORE UPDATE ON exports
BEGIN SELECT RAISE (ABORT, 'exports are append-only'); END;

CREATE TRIGGER exports_are_never_deleted BEFORE DELETE ON exports
WHEN NOT EXISTS (SELECT 1 FROM audit WHERE kind = 'document.removed' AND document = OLD.document)
BEGIN SELECT RAISE (ABORT, 'exports are append-only'); END;

CREATE TRIGGER publication_decisions_are_never_changed BEFORE UPDATE ON publication_decisions
BEGIN SELECT RAISE (ABORT, 'publication decisions are append-only'); END;

CREATE TRIGGER publication_decisions_are_never_deleted BEFORE DELETE ON publication_decisions
BEGIN SELECT RAISE (ABORT, 'publication decisions are append-only'); END;

CREATE TRIGGER releases_are_never_deleted BEFORE DELETE ON releases
BEGIN SELECT RAISE (ABORT, 'the release register is append-only'); END;

CREATE TRIGGER releases_change_only_by_recall BEFORE UPDATE ON releases
WHEN OLD.recalled_at IS NOT NULL
  OR NEW.id <> OLD.id OR NEW.export <> OLD.export OR NEW.at <> OLD.at OR NEW.by <> OLD.by
  OR NEW.recipient <> OLD.recipient OR NEW.supersedes IS NOT OLD.supersedes
  OR NEW.note IS NOT OLD.note
BEGIN SELECT RAISE (ABORT, 'a release can only be recalled'); END;

CREATE TRIGGER review_events_are_never_changed BEFORE UPDATE ON review_events
BEGIN SELECT RAISE (ABORT, 'decisions are append-only'); END;

CREATE TRIGGER review_events_are_never_deleted BEFORE DELETE ON review_events
WHEN NOT EXISTS (SELECT 1 FROM audit WHERE kind = 'document.removed' AND document = OLD.document)
BEGIN SELECT RAISE (ABORT, 'decisions are append-only'); END;

CREATE TRIGGER review_events_have_no_gaps BEFORE INSERT ON review_events
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM review_events WHERE document = NEW.document)
BEGIN SELECT RAISE (ABORT, 'decisions are numbered without gaps'); END;

CREATE TRIGGER workflow_is_never_changed BEFORE UPDATE ON workflow
BEGIN SELECT RAISE (ABORT, 'the workflow is append-only'); END;

CREATE TRIGGER workflow_is_never_deleted BEFORE DELETE ON workflow
BEGIN SELECT RAISE (ABORT, 'the workflow is append-only'); END;
