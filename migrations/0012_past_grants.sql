-- Aid of before this service comes by spreadsheet: read and shown first, then kept at once; taken back as a whole.
CREATE TABLE grant_import (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL,
  sha256 text NOT NULL,
  -- [{ siren, scheme, grantedOn, measures, source }]
  rows jsonb NOT NULL,
  read_by text REFERENCES person ON DELETE SET NULL,
  read_at timestamptz NOT NULL,
  confirmed_by text REFERENCES person ON DELETE SET NULL,
  confirmed_at timestamptz,
  removed_at timestamptz
);
ALTER TABLE grant_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE grant_import FORCE ROW LEVEL SECURITY;
CREATE POLICY grant_import_of_the_service ON grant_import FOR ALL USING ((SELECT reader_is_system()));
ALTER TABLE past_grant ADD COLUMN import_id uuid REFERENCES grant_import;
CREATE INDEX past_grant_import ON past_grant (import_id) WHERE import_id IS NOT NULL;
