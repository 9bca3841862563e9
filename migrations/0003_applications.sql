-- A request for aid: its draft, its frozen revisions, its attachments, its messages.

CREATE TABLE application (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  -- File number, given at the first submission: AC-2026-00042.
  number text UNIQUE,
  scheme text NOT NULL,
  framework text NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  state text NOT NULL DEFAULT 'draft',
  -- Grows at each official act: an act on a stale page is refused.
  version integer NOT NULL DEFAULT 1,
  created_by text REFERENCES person ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  -- The draft, as typed: one text a field name, so that nothing typed is ever lost.
  raw jsonb NOT NULL DEFAULT '{}',
  raw_version integer NOT NULL DEFAULT 1,
  raw_saved_at timestamptz NOT NULL,
  raw_saved_by text REFERENCES person ON DELETE SET NULL,
  -- What lists search, sort and sum; written at submission.
  title text NOT NULL DEFAULT '',
  route text,
  commune text,
  revision integer NOT NULL DEFAULT 0,
  eligibility text,
  requested_aid bigint,
  eligible_costs bigint,
  proposed_aid bigint,
  decided_aid bigint,
  submitted_at timestamptz,
  assigned_to text REFERENCES person ON DELETE SET NULL,
  -- The day on which silence becomes a refusal (CRPA L231-4), moved by suspensions (L114-5).
  implicit_refusal_on date,
  -- The clock is stopped since that day, and at the latest until the day by which the missing items were asked.
  suspended_on date,
  suspended_until date,
  -- Compared by equality, which row level security lets an index answer; a prefix of the commune would not.
  department text GENERATED ALWAYS AS (CASE WHEN commune LIKE '97%' THEN left(commune, 3) ELSE left(commune, 2) END) STORED
);
CREATE INDEX application_organisation ON application (organisation_id, updated_at DESC);
CREATE INDEX application_queue ON application (submitted_at DESC, id DESC) WHERE state <> 'draft';
CREATE INDEX application_state ON application (state, submitted_at DESC, id DESC) WHERE state <> 'draft';
CREATE INDEX application_assigned ON application (assigned_to, implicit_refusal_on) WHERE state <> 'draft';
CREATE INDEX application_deadline ON application (implicit_refusal_on, id) WHERE state <> 'draft';

-- What became of each field of a draft, page by page: two editors of the same field are told, editors of others are
-- merged. A page is one rendering of the form: what it sent itself is known to it.
CREATE TABLE draft_edit (
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  raw_version integer NOT NULL,
  path text NOT NULL,
  page text NOT NULL,
  person_id text REFERENCES person ON DELETE SET NULL,
  at timestamptz NOT NULL,
  before jsonb,
  after jsonb,
  PRIMARY KEY (application_id, raw_version, path)
);

-- What was submitted, frozen: answers as typed, facts as judged, the machine's assessment and the hash of all.
CREATE TABLE revision (
  application_id uuid NOT NULL REFERENCES application,
  number integer NOT NULL,
  raw jsonb NOT NULL,
  facts jsonb NOT NULL,
  attachments jsonb NOT NULL,
  declarations jsonb NOT NULL,
  assessment jsonb NOT NULL,
  framework text NOT NULL,
  rule_set_hash text NOT NULL,
  -- 'submission', 'completion' (asked for by an officer), 'correction' (an evident slip, by an officer) or 'track' (what
  -- another funder of the project answered since, told by the applicant or by an officer).
  cause text NOT NULL CHECK (cause IN ('submission', 'completion', 'correction', 'track')),
  made_by text REFERENCES person ON DELETE SET NULL,
  made_at timestamptz NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (application_id, number)
);
CREATE TRIGGER revision_never_changes BEFORE UPDATE OR DELETE ON revision FOR EACH ROW EXECUTE FUNCTION forbid_change('made_by');
CREATE TRIGGER revision_never_empties BEFORE TRUNCATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

CREATE TABLE attachment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  -- The document of the scheme's list that it answers, and the item of a group it is about ("provider.consultants.0").
  document text NOT NULL,
  about text NOT NULL DEFAULT '',
  file_id uuid NOT NULL REFERENCES file,
  added_by text REFERENCES person ON DELETE SET NULL,
  added_at timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE INDEX attachment_application ON attachment (application_id);

-- Who a filed request is about, as last filed, and what each asked, was granted and was paid, by measure ({"aid": cents,
-- "days": halves}), whichever way it came: the ledger of its ceilings.
CREATE TABLE party (
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  part text NOT NULL,
  -- Position among those of its part.
  place integer NOT NULL,
  siren text NOT NULL,
  name text NOT NULL,
  commune text,
  -- Money is for it: its measures count.
  funded boolean NOT NULL,
  asked jsonb NOT NULL DEFAULT '{}',
  granted jsonb,
  -- The day of the vote: some ceilings count by civil year.
  granted_on date,
  paid jsonb,
  PRIMARY KEY (application_id, part, place)
);
CREATE INDEX party_siren ON party (siren);

-- What these organisations asked and had in one scheme under one version of the text, whoever asked. An organisation may
-- not read the files of others, yet its ceilings count them: measures come out, neither number nor name.
CREATE FUNCTION shares_of(the_sirens text[], the_scheme text, the_framework text, but uuid)
RETURNS TABLE (siren text, state text, asked jsonb, granted jsonb, granted_on date, paid jsonb, mine boolean, application_id uuid)
LANGUAGE plpgsql AS
$$
DECLARE
  the_reader text := current_setting('essaim.reader', true);
  visible uuid[];
BEGIN
  visible := ARRAY(SELECT DISTINCT p.application_id FROM party p WHERE p.siren = ANY (the_sirens));
  PERFORM set_config('essaim.reader', 'system', true);
  RETURN QUERY
    SELECT p.siren, a.state, p.asked, p.granted, p.granted_on, p.paid,
           p.application_id = ANY (visible), CASE WHEN p.application_id = ANY (visible) THEN p.application_id END
    FROM party p JOIN application a ON a.id = p.application_id
    WHERE p.siren = ANY (the_sirens) AND p.funded AND a.scheme = the_scheme AND a.framework = the_framework
      AND a.id IS DISTINCT FROM but
    ORDER BY a.submitted_at;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
END
$$;

-- Aid granted before this service existed: shown in the organisation's history, counted by its ceilings (past_grants_of, D-20).
CREATE TABLE past_grant (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  siren text NOT NULL,
  scheme text NOT NULL,
  granted_on date NOT NULL,
  -- By measure: {"aid": cents, "days": halves}.
  measures jsonb NOT NULL,
  source text NOT NULL
);
CREATE INDEX past_grant_siren ON past_grant (siren);

-- Those of these structures that a ledger counts, whoever asked: who granted it and by which paper does not come out.
CREATE FUNCTION past_grants_of(the_sirens text[], the_scheme text, since date)
RETURNS TABLE (siren text, granted_on date, measures jsonb) LANGUAGE plpgsql AS
$$
DECLARE the_reader text := current_setting('essaim.reader', true);
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  RETURN QUERY SELECT g.siren, g.granted_on, g.measures FROM past_grant g
    WHERE g.siren = ANY (the_sirens) AND g.scheme = the_scheme AND g.granted_on >= since ORDER BY g.granted_on DESC;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
END
$$;

CREATE TABLE message (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  side text NOT NULL CHECK (side IN ('applicant', 'funder')),
  author text REFERENCES person ON DELETE SET NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  sent_at timestamptz NOT NULL,
  read_at timestamptz
);
CREATE INDEX message_application ON message (application_id, sent_at);

-- A letter or agreement: numbered and never changed once issued; its bytes are in the file store.
CREATE TABLE document (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application,
  kind text NOT NULL,
  number text NOT NULL UNIQUE,
  file_id uuid NOT NULL REFERENCES file,
  data jsonb NOT NULL,
  issued_at timestamptz NOT NULL,
  issued_by text REFERENCES person ON DELETE SET NULL,
  for_applicant boolean NOT NULL DEFAULT true
);
CREATE INDEX document_application ON document (application_id);
CREATE TRIGGER document_never_changes BEFORE UPDATE OR DELETE ON document FOR EACH ROW EXECUTE FUNCTION forbid_change('issued_by');

-- The second lock on every table that holds a file's data. The first is the code's permission table.
ALTER TABLE application ENABLE ROW LEVEL SECURITY;
ALTER TABLE application FORCE ROW LEVEL SECURITY;
CREATE POLICY application_read ON application FOR SELECT USING (
  (SELECT reader_is_system())
  OR organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()))
  OR ((SELECT reader_is_agent()) AND submitted_at IS NOT NULL)
);
CREATE POLICY application_add ON application FOR INSERT WITH CHECK (
  (SELECT reader_is_system())
  OR organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()) AND role IN ('owner', 'editor'))
);
CREATE POLICY application_change ON application FOR UPDATE USING (
  (SELECT reader_is_system())
  OR organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()) AND role IN ('owner', 'editor'))
  OR ((SELECT reader_may_act_as_agent()) AND submitted_at IS NOT NULL)
);
CREATE POLICY application_remove ON application FOR DELETE USING (
  (SELECT reader_is_system())
  OR (submitted_at IS NULL
      AND organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()) AND role IN ('owner', 'editor')))
);

-- Who may read a file (by the policy above) may read what hangs on it; who may change it may add to it.
CREATE FUNCTION reader_may_change(the_application uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT reader_is_system() OR EXISTS (
    SELECT 1 FROM application a WHERE a.id = the_application AND (
      a.organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = reader_person() AND role IN ('owner', 'editor'))
      OR (reader_may_act_as_agent() AND a.submitted_at IS NOT NULL)))
$$;

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['draft_edit', 'revision', 'attachment', 'party', 'message', 'document'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
    EXECUTE format('CREATE POLICY reading ON %I FOR SELECT USING ((SELECT reader_is_system()) OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id))', the_table);
    EXECUTE format('CREATE POLICY adding ON %I FOR INSERT WITH CHECK (reader_may_change(application_id))', the_table);
    EXECUTE format('CREATE POLICY changing ON %I FOR UPDATE USING (reader_may_change(application_id))', the_table);
    EXECUTE format('CREATE POLICY removing ON %I FOR DELETE USING (reader_may_change(application_id))', the_table);
  END LOOP;
END $$;
-- Letters are for the applicant only when they are addressed to them (the report to the assembly is not).
DROP POLICY reading ON document;
CREATE POLICY reading ON document FOR SELECT USING (
  (SELECT reader_is_system()) OR (SELECT reader_is_agent())
  OR (for_applicant AND EXISTS (SELECT 1 FROM application a WHERE a.id = application_id))
);

-- The journal: an agent reads it all; a member reads what happened on their files, save the funder's inner acts.
ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal FORCE ROW LEVEL SECURITY;
CREATE POLICY journal_read ON journal FOR SELECT USING (
  (SELECT reader_is_system()) OR (SELECT reader_is_agent())
  OR (visible_to_applicant AND organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person())))
);
CREATE POLICY journal_add ON journal FOR INSERT WITH CHECK (reader_is_system());

-- Stored files: through the attachment or the letter that holds them, or by who has just stored them.
ALTER TABLE file ENABLE ROW LEVEL SECURITY;
ALTER TABLE file FORCE ROW LEVEL SECURITY;
CREATE POLICY file_read ON file FOR SELECT USING (
  (SELECT reader_is_system()) OR stored_by = (SELECT reader_person())
  OR EXISTS (SELECT 1 FROM attachment t WHERE t.file_id = file.id)
  OR EXISTS (SELECT 1 FROM document d WHERE d.file_id = file.id)
);
CREATE POLICY file_add ON file FOR INSERT WITH CHECK ((SELECT reader_is_system()) OR stored_by = (SELECT reader_person()));
CREATE POLICY file_change ON file FOR UPDATE USING ((SELECT reader_is_system()));
CREATE POLICY file_remove ON file FOR DELETE USING ((SELECT reader_is_system()));
CREATE INDEX attachment_file ON attachment (file_id);
CREATE INDEX document_file ON document (file_id);

-- Mails hold links that sign in: anyone's act may post one, the service alone reads and sends them.
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail FORCE ROW LEVEL SECURITY;
CREATE POLICY mail_post ON mail FOR INSERT WITH CHECK (true);
CREATE POLICY mail_read ON mail FOR SELECT USING ((SELECT reader_is_system()));
CREATE POLICY mail_sent ON mail FOR UPDATE USING ((SELECT reader_is_system()));
