-- The amendments of an agreement, each kept as it was made and as each side signed it: an aid may fall more than once.
CREATE TABLE amendment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application,
  number text NOT NULL UNIQUE,
  -- Cents.
  before bigint NOT NULL,
  aid bigint NOT NULL CHECK (aid >= 0 AND aid < before),
  deliberation text NOT NULL,
  decided_on date NOT NULL,
  reason text NOT NULL DEFAULT '',
  -- The word of the other funder that it follows: { selected, decidedOn, reference, retained }.
  cause jsonb NOT NULL,
  made_by text REFERENCES person ON DELETE SET NULL,
  made_at timestamptz NOT NULL,
  -- The beneficiary's copy, then that of both.
  sent_on date,
  signatory text,
  sent_file_id uuid REFERENCES file,
  signed_on date,
  signed_file_id uuid REFERENCES file,
  CHECK ((sent_on IS NULL) = (sent_file_id IS NULL)),
  CHECK ((signed_on IS NULL) = (signed_file_id IS NULL))
);
CREATE INDEX amendment_application ON amendment (application_id, made_at);
CREATE INDEX amendment_sent_file ON amendment (sent_file_id);
CREATE INDEX amendment_signed_file ON amendment (signed_file_id);

INSERT INTO amendment (application_id, number, before, aid, deliberation, decided_on, reason, cause, made_by, made_at, signed_on, signed_file_id)
SELECT a.id, j.details ->> 'number', (j.details ->> 'before')::bigint, (j.details ->> 'aid')::bigint,
  j.details ->> 'deliberation', (j.details ->> 'decidedOn')::date, coalesce(j.details ->> 'reason', ''),
  jsonb_build_object('selected', x.is_selected, 'decidedOn', x.decided_on, 'reference', x.reference, 'retained', x.retained),
  p.id, j.at, g.amendment_signed_on, g.amendment_file_id
FROM journal j JOIN application a ON j.chain = 'application:' || a.id JOIN agreement g ON g.application_id = a.id
  JOIN outside_selection x ON x.application_id = a.id LEFT JOIN person p ON p.id = j.actor
WHERE j.act = 'agreement-amended';

ALTER TABLE amendment ENABLE ROW LEVEL SECURITY;
ALTER TABLE amendment FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON amendment FOR SELECT USING ((SELECT reader_is_system())
  OR (SELECT reader_is_agent()) AND EXISTS (SELECT 1 FROM application a WHERE a.id = application_id)
  OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id
    AND a.organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()))));
CREATE POLICY adding ON amendment FOR INSERT WITH CHECK (side_on(application_id) IN ('system', 'funder'));
CREATE POLICY changing ON amendment FOR UPDATE USING (
  side_on(application_id) IN ('system', 'funder') OR (side_on(application_id) = 'applicant' AND signed_on IS NULL));
CREATE TRIGGER keeps_sides BEFORE UPDATE ON amendment FOR EACH ROW
  EXECUTE FUNCTION part_keeps_sides('sent_on signatory sent_file_id', 'signed_on signed_file_id');

-- What the agreement itself kept of its one amendment.
DROP TRIGGER keeps_sides ON agreement;
ALTER TABLE agreement DROP COLUMN amendment_signed_on, DROP COLUMN amendment_file_id;
CREATE TRIGGER keeps_sides BEFORE UPDATE ON agreement FOR EACH ROW
  EXECUTE FUNCTION part_keeps_sides('signed_on signatory signed_file_id',
    'funder_signed_on funder_signatory countersigned_file_id');

CREATE OR REPLACE FUNCTION opens_otherwise(the_file uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM agreement WHERE signed_file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM agreement WHERE countersigned_file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM amendment WHERE sent_file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM amendment WHERE signed_file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM message_file WHERE file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM commission_report WHERE file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM belonging_proof WHERE file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM selection_minutes WHERE file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM meeting_document WHERE file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM occasion_piece WHERE file_id = the_file) THEN RETURN true; END IF;
  RETURN EXISTS (SELECT 1 FROM practice_piece WHERE the_file IN (file_id, captions_file_id));
END
$$;
ALTER FUNCTION opens_otherwise SET plan_cache_mode = force_generic_plan;
