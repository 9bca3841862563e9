-- From the closing of a call to the vote: who instructs with the funder, who assesses, what they mark, what the committee
-- ranks and retains, what each envelope still holds.

-- Calls that the reader's body instructs with the funder: its files, and no other's, are open to its agents.
CREATE FUNCTION reader_calls() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(c.id), '{}') FROM agent_role r JOIN call c ON c.raw -> 'bodies' ? r.role
  WHERE r.person_id = reader_person() AND r.role IN ('dreets', 'managing-authority', 'opco') AND c.state = 'published'
$$;

-- Assessors of a call. An outside one reads the files given to them, until that day.
CREATE TABLE assessor (
  call_id uuid NOT NULL REFERENCES call,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  is_outside boolean NOT NULL,
  -- Tags of what they know best.
  specialities text[] NOT NULL DEFAULT '{}',
  until_on date NOT NULL,
  invited_by text REFERENCES person ON DELETE SET NULL,
  invited_at timestamptz NOT NULL,
  -- Kept by a job as their time ends: the rows below close to them.
  ended_at timestamptz,
  PRIMARY KEY (call_id, person_id)
);

-- The sheet of one assessor on one file: given, then opened by their word that no interest binds them, then sent.
CREATE TABLE score_sheet (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  person_id text REFERENCES person ON DELETE SET NULL,
  given_by text REFERENCES person ON DELETE SET NULL,
  given_at timestamptz NOT NULL,
  -- Their word that nothing binds them to a party: before it, the file is not theirs to read.
  impartial_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_why text NOT NULL DEFAULT '',
  saved_at timestamptz,
  sent_at timestamptz,
  -- All the sheets of the file are in: from then on they may be compared.
  compared_at timestamptz,
  ended_at timestamptz
);
CREATE UNIQUE INDEX score_sheet_once ON score_sheet (application_id, person_id);
CREATE INDEX score_sheet_person ON score_sheet (person_id);

CREATE TABLE score_mark (
  sheet_id uuid NOT NULL REFERENCES score_sheet ON DELETE CASCADE,
  -- Line of the scheme's grid.
  line text NOT NULL,
  mark smallint CHECK (mark >= 0),
  -- In a grid judged in words.
  answer text,
  reason text NOT NULL DEFAULT '',
  strength text NOT NULL DEFAULT '',
  question text NOT NULL DEFAULT '',
  PRIMARY KEY (sheet_id, line)
);

-- What the assessors settled together on a line, and why: it stands in place of their marks.
CREATE TABLE score_consensus (
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  line text NOT NULL,
  mark smallint CHECK (mark >= 0),
  -- In a grid judged in words.
  answer text,
  reason text NOT NULL,
  held_on date NOT NULL,
  recorded_by text REFERENCES person ON DELETE SET NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (application_id, line)
);

-- What a body that instructs with the funder says of a file: the last word counts, earlier ones stay.
CREATE TABLE body_opinion (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  body text NOT NULL,
  sense text NOT NULL CHECK (sense IN ('favourable', 'with-reserve', 'unfavourable')),
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 8000),
  given_by text REFERENCES person ON DELETE SET NULL,
  given_at timestamptz NOT NULL
);
CREATE INDEX body_opinion_application ON body_opinion (application_id, given_at DESC);

-- What it asks of the officer, who answers or asks the applicant.
CREATE TABLE body_question (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  body text NOT NULL,
  question text NOT NULL CHECK (length(question) BETWEEN 1 AND 4000),
  asked_by text REFERENCES person ON DELETE SET NULL,
  asked_at timestamptz NOT NULL,
  answer text NOT NULL DEFAULT '',
  answered_by text REFERENCES person ON DELETE SET NULL,
  answered_at timestamptz
);
CREATE INDEX body_question_application ON body_question (application_id, asked_at);

-- A file before the committee: what is shown of it, its place where the committee settled a tie, what is retained of it.
CREATE TABLE selection (
  application_id uuid PRIMARY KEY REFERENCES application ON DELETE CASCADE,
  -- What it asks of each funder that the scheme names, and its eligible costs, on what the review accepted: in cents.
  asks jsonb NOT NULL DEFAULT '[]',
  eligible_costs bigint NOT NULL DEFAULT 0,
  short_title text NOT NULL DEFAULT '',
  summary text NOT NULL DEFAULT '',
  place integer,
  place_reason text NOT NULL DEFAULT '',
  -- Eligible costs retained, in cents, where the committee kept less than the rules allow.
  retained bigint CHECK (retained > 0),
  retained_reason text NOT NULL DEFAULT '',
  -- The rank as the committee closed it, and on the reserve list.
  rank integer,
  reserve_rank integer,
  -- By line of the grid, for who is not retained: [{ "line", "strength", "weakness" }].
  feedback jsonb NOT NULL DEFAULT '[]',
  reason text NOT NULL DEFAULT '',
  decided_at timestamptz
);

-- What the committee asks before the vote: sent, answered, lifted.
CREATE TABLE selection_condition (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 2000),
  set_by text REFERENCES person ON DELETE SET NULL,
  set_at timestamptz NOT NULL,
  answer text NOT NULL DEFAULT '',
  answered_at timestamptz,
  lifted_at timestamptz,
  lifted_by text REFERENCES person ON DELETE SET NULL
);
CREATE INDEX selection_condition_application ON selection_condition (application_id, set_at);

-- Another funder's selection, without which nothing is voted: its date, reference and retained total.
CREATE TABLE outside_selection (
  application_id uuid PRIMARY KEY REFERENCES application ON DELETE CASCADE,
  body text NOT NULL,
  is_selected boolean NOT NULL,
  decided_on date NOT NULL,
  reference text NOT NULL,
  retained bigint CHECK (retained > 0),
  recorded_by text REFERENCES person ON DELETE SET NULL,
  recorded_at timestamptz NOT NULL,
  CHECK (is_selected = (retained IS NOT NULL))
);

-- What a selected file takes of an envelope, by funder and year: freed where the file ends without aid.
CREATE TABLE commitment (
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  funder text NOT NULL,
  year integer NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  PRIMARY KEY (application_id, funder, year)
);

-- A file that ends without aid, or goes back before the committee, gives back what it took.
CREATE FUNCTION free_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_reader text := current_setting('essaim.reader', true);
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  DELETE FROM commitment WHERE application_id = NEW.id;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
  RETURN NULL;
END
$$;
CREATE TRIGGER frees_commitment AFTER UPDATE OF state ON application FOR EACH ROW
  WHEN (NEW.state <> OLD.state AND NEW.state NOT IN ('selected', 'awarded', 'notified', 'agreement-to-sign', 'signed'))
  EXECUTE FUNCTION free_commitment();

-- The meeting that a call's files are brought to.
CREATE TABLE selection_session (
  meeting_id uuid PRIMARY KEY REFERENCES meeting ON DELETE CASCADE,
  call_id uuid NOT NULL REFERENCES call,
  link text NOT NULL DEFAULT ''
);
CREATE INDEX selection_session_call ON selection_session (call_id);

-- The minutes as they were set, numbered, with the chair's signature; what is corrected later stands beside, dated.
CREATE TABLE selection_minutes (
  meeting_id uuid PRIMARY KEY REFERENCES meeting ON DELETE CASCADE,
  number text NOT NULL UNIQUE,
  file_id uuid NOT NULL REFERENCES file,
  issued_at timestamptz NOT NULL,
  signed_name text NOT NULL,
  signed_by text REFERENCES person ON DELETE SET NULL
);
CREATE TABLE minutes_correction (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
  words text NOT NULL CHECK (length(words) BETWEEN 1 AND 4000),
  written_by text REFERENCES person ON DELETE SET NULL,
  written_at timestamptz NOT NULL
);

-- The deliberation of a batch: nothing of it is notified before it was transmitted to the State and published (CGCT L4141-1).
CREATE TABLE deliberation (
  number text PRIMARY KEY,
  voted_on date NOT NULL,
  transmitted_on date,
  published_on date,
  recorded_by text REFERENCES person ON DELETE SET NULL,
  recorded_at timestamptz NOT NULL
);

-- Files given to the reader to assess, once they said that no interest binds them.
CREATE FUNCTION reader_assessed() RETURNS uuid[] LANGUAGE sql STABLE AS $$
  SELECT coalesce(array_agg(application_id), '{}') FROM score_sheet
  WHERE person_id = reader_person() AND impartial_at IS NOT NULL AND withdrawn_at IS NULL AND ended_at IS NULL
$$;

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['assessor', 'score_sheet', 'score_mark', 'score_consensus', 'body_opinion', 'body_question', 'selection',
                                   'selection_condition', 'outside_selection', 'commitment', 'selection_session', 'selection_minutes',
                                   'minutes_correction', 'deliberation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
    EXECUTE format('CREATE POLICY service ON %I FOR ALL USING ((SELECT reader_is_system()))', the_table);
  END LOOP;
  -- The funder's inner work: agents read, whoever acts for the funder on this file writes.
  FOREACH the_table IN ARRAY ARRAY['score_consensus', 'selection', 'outside_selection', 'commitment'] LOOP
    EXECUTE format('CREATE POLICY agents ON %I FOR SELECT USING ((SELECT reader_is_agent()))', the_table);
    EXECUTE format('CREATE POLICY adding ON %I FOR INSERT WITH CHECK (side_on(application_id) = ''funder'')', the_table);
    EXECUTE format('CREATE POLICY changing ON %I FOR UPDATE USING (side_on(application_id) = ''funder'')', the_table);
    EXECUTE format('CREATE POLICY removing ON %I FOR DELETE USING (side_on(application_id) = ''funder'')', the_table);
  END LOOP;
  FOREACH the_table IN ARRAY ARRAY['selection_session', 'selection_minutes', 'minutes_correction', 'deliberation', 'assessor'] LOOP
    EXECUTE format('CREATE POLICY agents ON %I FOR SELECT USING ((SELECT reader_is_agent()))', the_table);
  END LOOP;
END $$;

CREATE POLICY adding ON deliberation FOR INSERT WITH CHECK ((SELECT reader_has_role('approver')));
CREATE POLICY changing ON deliberation FOR UPDATE USING ((SELECT reader_has_role('approver', 'officer', 'supervisor')));
CREATE POLICY own ON assessor FOR SELECT USING (person_id = (SELECT reader_person()));

-- Who holds a sheet is known to agents and to its holder; its marks to its holder alone until all are in.
CREATE POLICY own ON score_sheet FOR SELECT USING (person_id = (SELECT reader_person()) OR (SELECT reader_is_agent()));
CREATE POLICY own ON score_mark FOR SELECT USING (
  EXISTS (SELECT 1 FROM score_sheet s WHERE s.id = sheet_id
          AND ((s.person_id = (SELECT reader_person()) AND s.ended_at IS NULL AND s.withdrawn_at IS NULL) OR s.compared_at IS NOT NULL))
);

-- A body's own words are its agents' and the funder's.
CREATE POLICY bodies ON body_opinion FOR SELECT USING ((SELECT reader_is_agent()) OR reader_has_role(body));
CREATE POLICY bodies ON body_question FOR SELECT USING ((SELECT reader_is_agent()) OR reader_has_role(body));

-- A condition is between the funder and who asks.
CREATE POLICY reading ON selection_condition FOR SELECT USING (
  (SELECT reader_is_agent()) OR side_on(application_id) = 'applicant'
  OR EXISTS (SELECT 1 FROM application a JOIN membership m ON m.organisation_id = a.organisation_id
             WHERE a.id = application_id AND m.person_id = (SELECT reader_person()))
);
CREATE POLICY adding ON selection_condition FOR INSERT WITH CHECK (side_on(application_id) = 'funder');
CREATE POLICY changing ON selection_condition FOR UPDATE USING (side_on(application_id) IN ('funder', 'applicant'));
CREATE TRIGGER keeps_sides BEFORE UPDATE ON selection_condition FOR EACH ROW
  EXECUTE FUNCTION part_keeps_sides('answer answered_at', 'lifted_at lifted_by');

-- The files of one's calls, and those that one assesses: what was filed, and nothing of what passes between the two sides.
CREATE POLICY application_read_with ON application FOR SELECT USING (
  submitted_at IS NOT NULL
  AND (call_id = ANY ((SELECT reader_calls())::uuid[]) OR id = ANY ((SELECT reader_assessed())::uuid[]))
);

-- What passes between the two sides, and what is decided, is theirs alone.
DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['draft_edit', 'message', 'completion_request', 'award', 'agreement'] LOOP
    EXECUTE format('DROP POLICY reading ON %I', the_table);
    EXECUTE format('CREATE POLICY reading ON %I FOR SELECT USING ((SELECT reader_is_system()) OR (SELECT reader_is_agent()) AND EXISTS (SELECT 1 FROM application a WHERE a.id = application_id) OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id AND a.organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()))))', the_table);
  END LOOP;
END $$;
DROP POLICY reading ON document;
CREATE POLICY reading ON document FOR SELECT USING (
  (SELECT reader_is_system()) OR (SELECT reader_is_agent())
  OR (for_applicant AND EXISTS (SELECT 1 FROM application a WHERE a.id = application_id
      AND a.organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()))))
);

CREATE POLICY file_read_minutes ON file FOR SELECT USING (EXISTS (SELECT 1 FROM selection_minutes n WHERE n.file_id = file.id));

-- Eligible costs that a selection retained, where it kept less than the rules allow: the vote, the letters, the agreement
-- are computed under it.
ALTER TABLE application ADD COLUMN retained_costs bigint CHECK (retained_costs > 0);

-- A room shows what changes within a second: each change of a call's files, of who is there and of who leaves, is told.
DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['meeting', 'attendance', 'item_interest'] LOOP
    EXECUTE format('CREATE TRIGGER announced AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_all()', the_table);
  END LOOP;
END $$;
CREATE FUNCTION announce_selection() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('essaim_changes', coalesce(NEW.application_id, OLD.application_id)::text); RETURN NULL; END $$;
DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['score_consensus', 'body_opinion', 'body_question', 'selection', 'selection_condition', 'outside_selection',
                                   'commitment', 'score_sheet'] LOOP
    EXECUTE format('CREATE TRIGGER announced AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION announce_selection()', the_table);
  END LOOP;
END $$;
