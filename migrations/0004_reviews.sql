-- The funder's work on a file: checks, requests for completion, notes, opinions, interests, then decision and agreement.

-- An officer's finding on one automatic check: never silent, the last one counts, earlier ones stay.
CREATE TABLE finding (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  revision integer NOT NULL,
  -- The criterion ("X-4"), doubt ("D-18") or point of the grid; "about" names the structure or consultant by position.
  subject text NOT NULL,
  about text NOT NULL DEFAULT '',
  machine_status text,
  conclusion text NOT NULL,
  reason text NOT NULL DEFAULT '',
  made_by text REFERENCES person ON DELETE SET NULL,
  made_at timestamptz NOT NULL
);
CREATE INDEX finding_application ON finding (application_id, subject, about, made_at DESC);

-- What is accepted of a cost line, column by column, with the reason of the cut.
CREATE TABLE accepted_cost (
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  line text NOT NULL,
  -- By column of the scheme's cost sheet: {"days": 4.5, "price": 95000}. Money in cents.
  accepted jsonb NOT NULL,
  reason text NOT NULL DEFAULT '',
  set_by text REFERENCES person ON DELETE SET NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (application_id, line)
);

CREATE TABLE completion_request (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  -- [{ "path": "structures.0.headcount" | "document:quote", "message": "…" }]
  items jsonb NOT NULL,
  note text NOT NULL DEFAULT '',
  due_on date NOT NULL,
  asked_by text REFERENCES person ON DELETE SET NULL,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  closed_at timestamptz
);
CREATE INDEX completion_request_application ON completion_request (application_id, asked_at);
CREATE UNIQUE INDEX completion_request_one_open ON completion_request (application_id) WHERE answered_at IS NULL AND closed_at IS NULL;

CREATE TABLE internal_note (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  author text REFERENCES person ON DELETE SET NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  written_at timestamptz NOT NULL
);
CREATE INDEX internal_note_application ON internal_note (application_id, written_at);

CREATE TABLE opinion (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  revision integer NOT NULL,
  favourable boolean NOT NULL,
  proposed_aid bigint,
  grounds text[] NOT NULL DEFAULT '{}',
  body text NOT NULL,
  -- Why less is proposed than the rules allow.
  reason text NOT NULL DEFAULT '',
  given_by text REFERENCES person ON DELETE SET NULL,
  given_at timestamptz NOT NULL
);
CREATE INDEX opinion_application ON opinion (application_id, given_at DESC);

-- An agent who has an interest in an organisation acts on no file that it is a party to. By SIREN: a supported structure
-- or a provider need not be known to the service otherwise.
CREATE TABLE declared_interest (
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  siren text NOT NULL CHECK (siren ~ '^\d{9}$'),
  name text NOT NULL,
  reason text NOT NULL,
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, siren)
);

-- The organisations that a filed request is about: who asks, then those that its scheme names, as last filed. One row a
-- SIREN, the first part that it plays.
CREATE FUNCTION parties_of(the_application uuid) RETURNS TABLE (siren text, name text, part text) LANGUAGE sql STABLE AS $$
  SELECT DISTINCT ON (p.siren) p.siren, p.name, p.part FROM (
    SELECT 1 AS rank, 0 AS place, o.siren, o.name, 'applicant' AS part
      FROM application a JOIN organisation o ON o.id = a.organisation_id WHERE a.id = the_application
    UNION ALL
    SELECT 1 + array_position(ARRAY['lead', 'supported', 'partner', 'bearer', 'provider'], t.part), t.place, t.siren, t.name, t.part
      FROM party t WHERE t.application_id = the_application
  ) AS p ORDER BY p.siren, p.rank, p.place
$$;

-- Why a person acts on nothing in a file: an interest that they declared in one of its parties, or, without a reason,
-- a party that they are a member of.
CREATE FUNCTION interest_in(the_application uuid, the_person text) RETURNS TABLE (party text, reason text) LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(p.name, ''), p.siren), i.reason FROM parties_of(the_application) p
    JOIN declared_interest i ON i.siren = p.siren AND i.person_id = the_person
  UNION ALL
  SELECT o.name, NULL FROM parties_of(the_application) p
    JOIN organisation o ON o.siren = p.siren
    JOIN membership m ON m.organisation_id = o.id AND m.person_id = the_person
  LIMIT 1
$$;

ALTER TABLE declared_interest ENABLE ROW LEVEL SECURITY;
ALTER TABLE declared_interest FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON declared_interest FOR SELECT USING ((SELECT reader_is_system()) OR (SELECT reader_is_agent()));
CREATE POLICY adding ON declared_interest FOR INSERT WITH CHECK (
  (SELECT reader_is_system()) OR (person_id = (SELECT reader_person()) AND (SELECT reader_may_act_as_agent()))
);

CREATE TABLE saved_view (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  name text NOT NULL,
  query text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (person_id, name)
);

ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON saved_view FOR ALL USING ((SELECT reader_is_system()) OR person_id = (SELECT reader_person()));

-- The order of the queue, whichever way it is sorted; files without a value come last.
CREATE INDEX application_by_deadline ON application (coalesce(implicit_refusal_on, 'infinity'::date), id) WHERE state <> 'draft';
CREATE INDEX application_by_amount ON application (coalesce(decided_aid, proposed_aid, requested_aid, 0), id) WHERE state <> 'draft';
CREATE INDEX application_by_place ON application (department, submitted_at DESC, id DESC) WHERE state <> 'draft';
CREATE INDEX organisation_by_name ON organisation (name, id);

-- The vote of the Permanent Commission, or the refusal.
CREATE TABLE award (
  application_id uuid PRIMARY KEY REFERENCES application,
  favourable boolean NOT NULL,
  aid bigint NOT NULL,
  eligible_costs bigint NOT NULL,
  decided_on date NOT NULL,
  deliberation text NOT NULL,
  grounds text[] NOT NULL DEFAULT '{}',
  -- Hash of the rule set, facts and assessment that the decision rests on.
  evidence jsonb NOT NULL,
  recorded_by text REFERENCES person ON DELETE SET NULL,
  recorded_at timestamptz NOT NULL,
  notified_at timestamptz
);

CREATE TABLE agreement (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL UNIQUE REFERENCES application,
  number text NOT NULL UNIQUE,
  -- Made by a job once the number is taken: null for the few seconds in between.
  document_id uuid REFERENCES document,
  aid bigint NOT NULL,
  made_by text REFERENCES person ON DELETE SET NULL,
  made_at timestamptz NOT NULL,
  signed_file_id uuid REFERENCES file,
  signed_on date,
  signatory text,
  funder_signed_on date,
  funder_signatory text
);

DO $$
DECLARE the_table text;
BEGIN
  -- The funder's inner work: agents only.
  FOREACH the_table IN ARRAY ARRAY['finding', 'accepted_cost', 'internal_note', 'opinion'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
    EXECUTE format('CREATE POLICY reading ON %I FOR SELECT USING ((SELECT reader_is_system()) OR (SELECT reader_is_agent()))', the_table);
    EXECUTE format('CREATE POLICY writing ON %I FOR ALL USING ((SELECT reader_is_system()) OR (SELECT reader_may_act_as_agent()))', the_table);
  END LOOP;
  -- What both sides see.
  FOREACH the_table IN ARRAY ARRAY['completion_request', 'award', 'agreement'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
    EXECUTE format('CREATE POLICY reading ON %I FOR SELECT USING ((SELECT reader_is_system()) OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id))', the_table);
    EXECUTE format('CREATE POLICY adding ON %I FOR INSERT WITH CHECK ((SELECT reader_is_system()) OR (SELECT reader_may_act_as_agent()))', the_table);
    EXECUTE format('CREATE POLICY changing ON %I FOR UPDATE USING (reader_may_change(application_id))', the_table);
  END LOOP;
END $$;
-- A signed copy of the agreement is a file too.
CREATE INDEX agreement_signed_file ON agreement (signed_file_id);
CREATE POLICY file_read_signed ON file FOR SELECT USING (EXISTS (SELECT 1 FROM agreement g WHERE g.signed_file_id = file.id));

-- The report that lays several files before the Permanent Commission: numbered, never changed, for agents only.
CREATE TABLE commission_report (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number text NOT NULL UNIQUE,
  session_on date NOT NULL,
  applications uuid[] NOT NULL,
  file_id uuid NOT NULL REFERENCES file,
  data jsonb NOT NULL,
  made_by text REFERENCES person ON DELETE SET NULL,
  made_at timestamptz NOT NULL
);
CREATE TRIGGER commission_report_never_changes BEFORE UPDATE OR DELETE ON commission_report FOR EACH ROW EXECUTE FUNCTION forbid_change('made_by');
ALTER TABLE commission_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE commission_report FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON commission_report FOR SELECT USING ((SELECT reader_is_system()) OR (SELECT reader_is_agent()));
CREATE POLICY adding ON commission_report FOR INSERT WITH CHECK ((SELECT reader_is_system()) OR (SELECT reader_may_act_as_agent()));
CREATE INDEX commission_report_file ON commission_report (file_id);
CREATE POLICY file_read_report ON file FOR SELECT USING (EXISTS (SELECT 1 FROM commission_report r WHERE r.file_id = file.id));

-- A vote is recorded once: only the moment of its notification is written later, and by agents alone.
CREATE FUNCTION award_keeps_its_terms() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'notified_at' = to_jsonb(OLD) - 'notified_at'
      OR lets_go_of_person(to_jsonb(OLD), to_jsonb(NEW), 'recorded_by') THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'award is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER award_never_changes BEFORE UPDATE OR DELETE ON award FOR EACH ROW EXECUTE FUNCTION award_keeps_its_terms();
DROP POLICY changing ON award;
CREATE POLICY changing ON award FOR UPDATE USING ((SELECT reader_is_system()) OR (SELECT reader_may_act_as_agent()));
