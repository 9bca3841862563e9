-- A vote stays as it was recorded.
ALTER TABLE award ENABLE TRIGGER award_never_changes;
