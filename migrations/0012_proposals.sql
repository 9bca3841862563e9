-- What an applicant asks to correct in a request that is filed: one answer or one paper, and why. Nothing changes until
-- an agent accepts it, which makes a new version; what was filed stays.
CREATE TABLE correction_proposal (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  -- The version that it is about.
  revision integer NOT NULL,
  -- The field ("structures.0.headcount") or the paper ("document:quote").
  path text NOT NULL,
  label text NOT NULL,
  -- As typed; null for a paper, which waits among the attachments taken away.
  value jsonb,
  attachment_id uuid REFERENCES attachment,
  -- In words, as they stood and as they would.
  before text NOT NULL,
  after text NOT NULL,
  reason text NOT NULL,
  proposed_by text REFERENCES person ON DELETE SET NULL,
  proposed_at timestamptz NOT NULL,
  answered_at timestamptz,
  answered_by text REFERENCES person ON DELETE SET NULL,
  accepted boolean,
  answer text NOT NULL DEFAULT '',
  CHECK ((value IS NULL) <> (attachment_id IS NULL)),
  CHECK ((answered_at IS NULL) = (accepted IS NULL))
);
CREATE INDEX correction_proposal_application ON correction_proposal (application_id, proposed_at);
CREATE INDEX correction_proposal_attachment ON correction_proposal (attachment_id);
CREATE UNIQUE INDEX correction_proposal_one_open ON correction_proposal (application_id, path) WHERE answered_at IS NULL;

-- A file takes proposals once filed and until it is voted on; while more is asked, the answer goes there.
CREATE FUNCTION takes_proposals(the_application uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM application WHERE id = the_application AND state IN (
    'submitted', 'complete', 'under-review', 'proposed-favourable', 'proposed-unfavourable', 'validated-favourable', 'validated-unfavourable'))
$$;

ALTER TABLE correction_proposal ENABLE ROW LEVEL SECURITY;
ALTER TABLE correction_proposal FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON correction_proposal FOR SELECT USING (
  (SELECT reader_is_system()) OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id)
);
CREATE POLICY adding ON correction_proposal FOR INSERT WITH CHECK (
  side_on(application_id) = 'system'
  OR (side_on(application_id) = 'applicant' AND takes_proposals(application_id) AND proposed_by = reader_person() AND answered_at IS NULL)
);
CREATE POLICY changing ON correction_proposal FOR UPDATE USING (side_on(application_id) IN ('system', 'funder'));
CREATE TRIGGER keeps_sides BEFORE UPDATE ON correction_proposal FOR EACH ROW
  EXECUTE FUNCTION part_keeps_sides('', 'answered_at answered_by accepted answer');
CREATE TRIGGER announced AFTER INSERT OR UPDATE OR DELETE ON correction_proposal FOR EACH ROW EXECUTE FUNCTION announce_part();

-- A proposed paper waits aside: it is in no version, and in nobody's way.
CREATE POLICY proposing ON attachment FOR INSERT WITH CHECK (
  removed_at IS NOT NULL AND side_on(application_id) = 'applicant' AND takes_proposals(application_id)
);

-- Takes a proposed paper in place of the one that it replaces, in the name of the agent who accepts it.
CREATE FUNCTION adopt_attachment(the_application uuid, the_attachment uuid, the_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  the_reader text := current_setting('essaim.reader', true);
  taken attachment;
BEGIN
  IF side_on(the_application) IS DISTINCT FROM 'funder' THEN
    RAISE EXCEPTION 'attachment of %: not taken by this reader', the_application USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('essaim.reader', 'system', true);
  SELECT * INTO STRICT taken FROM attachment WHERE id = the_attachment AND application_id = the_application;
  UPDATE attachment SET removed_at = the_at
    WHERE application_id = the_application AND document = taken.document AND about = taken.about AND removed_at IS NULL;
  UPDATE attachment SET removed_at = NULL WHERE id = the_attachment;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
END
$$;
