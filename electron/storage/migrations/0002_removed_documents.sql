-- A document that was imported by mistake may leave the case. Its decisions and exports may be deleted
-- from the moment on at which the trail tells of its removal, and those of no other document ever.

DROP TRIGGER review_events_are_never_deleted;

CREATE TRIGGER review_events_are_never_deleted BEFORE DELETE ON review_events
WHEN NOT EXISTS (SELECT 1 FROM audit WHERE kind = 'document.removed' AND document = OLD.document)
BEGIN SELECT RAISE (ABORT, 'decisions are append-only'); END;

DROP TRIGGER exports_are_never_deleted;

CREATE TRIGGER exports_are_never_deleted BEFORE DELETE ON exports
WHEN NOT EXISTS (SELECT 1 FROM audit WHERE kind = 'document.removed' AND document = OLD.document)
BEGIN SELECT RAISE (ABORT, 'exports are append-only'); END;
