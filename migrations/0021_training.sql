-- The professional-training programme (3): a plan by year, its courses and their sessions, who was trained, and what it
-- costs their employers.

CREATE TABLE year_plan (
  year integer PRIMARY KEY CHECK (year BETWEEN 2015 AND 2100),
  state text NOT NULL DEFAULT 'prepared' CHECK (state IN ('prepared', 'open', 'closed')),
  -- Who runs it: name, SIRET, number of activity, address, as LHÉO asks them.
  operator jsonb NOT NULL,
  -- Who pays: [{ name, amount in cents or null }].
  sources jsonb NOT NULL DEFAULT '[]',
  -- The rule of the employer's remaining cost; null: no amount is computed (D-51).
  remaining_cost jsonb,
  -- How many absences without a word put someone behind the others, and for how many months; null: none.
  no_show jsonb,
  presentation text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL
);

-- Volumes that the service did not see: typed once, with their source (2019).
CREATE TABLE training_volume (
  year integer PRIMARY KEY,
  sessions integer NOT NULL CHECK (sessions >= 0),
  places integer NOT NULL CHECK (places >= 0),
  hours integer NOT NULL CHECK (hours >= 0),
  persons integer NOT NULL CHECK (persons >= 0),
  source text NOT NULL
);

-- What the networks say is needed (PR-2): courses answer them.
CREATE TABLE training_need (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  year integer NOT NULL REFERENCES year_plan,
  organisation_id uuid NOT NULL REFERENCES organisation,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  said text NOT NULL DEFAULT '',
  audience text[] NOT NULL DEFAULT '{}',
  persons integer CHECK (persons BETWEEN 1 AND 100000),
  told_by text REFERENCES person ON DELETE SET NULL,
  told_at timestamptz NOT NULL
);
CREATE INDEX training_need_year ON training_need (year);

CREATE TABLE course (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  year integer NOT NULL REFERENCES year_plan,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  -- What LHÉO requires, by its own names in English.
  content jsonb NOT NULL,
  hours numeric(6, 1) NOT NULL CHECK (hours > 0),
  audience text[] NOT NULL DEFAULT '{}',
  teaching_mode text NOT NULL CHECK (teaching_mode IN ('0', '1', '2')),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('french_plain', title), 'A') ||
    to_tsvector('french_plain', coalesce(content ->> 'objective', '') || ' ' || coalesce(content ->> 'contents', ''))
  ) STORED
);
CREATE INDEX course_search ON course USING gin (search);
CREATE INDEX course_year ON course (year, state);

CREATE TABLE course_need (
  course_id uuid NOT NULL REFERENCES course ON DELETE CASCADE,
  need_id uuid NOT NULL REFERENCES training_need ON DELETE CASCADE,
  PRIMARY KEY (course_id, need_id)
);

-- A session: an occasion that one registers for, of a course. Below its minimum on the day, it is put off or cancelled.
CREATE TABLE training_session (
  occasion_id uuid PRIMARY KEY REFERENCES occasion ON DELETE CASCADE,
  course_id uuid NOT NULL REFERENCES course,
  minimum integer NOT NULL DEFAULT 1 CHECK (minimum >= 0),
  confirm_on date,
  confirmed_at timestamptz,
  closed_at timestamptz
);
CREATE INDEX training_session_course ON training_session (course_id);

-- What is asked of a trainee for figures alone (PR-3), and what the OPCO pays of the seat (D-06). Nobody reads it by name.
CREATE TABLE trainee (
  registration_id uuid PRIMARY KEY REFERENCES registration ON DELETE CASCADE,
  job_family text,
  sex text CHECK (sex IN ('woman', 'man', 'other')),
  department text,
  opco_pays text NOT NULL DEFAULT 'no' CHECK (opco_pays IN ('no', 'part', 'all')),
  manager_agreed boolean
);

CREATE TABLE evaluation (
  registration_id uuid NOT NULL REFERENCES registration ON DELETE CASCADE,
  moment text NOT NULL CHECK (moment IN ('hot', 'cold')),
  asked_at timestamptz NOT NULL,
  answers jsonb,
  answered_at timestamptz,
  PRIMARY KEY (registration_id, moment)
);

-- A certificate of training: numbered, never changed once issued.
CREATE TABLE certificate (
  registration_id uuid PRIMARY KEY REFERENCES registration,
  number text NOT NULL UNIQUE,
  data jsonb NOT NULL,
  issued_at timestamptz NOT NULL
);

-- An employer asks for part of what is left to it, for seats that were attended.
CREATE TABLE cost_request (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number text NOT NULL UNIQUE,
  year integer NOT NULL REFERENCES year_plan,
  organisation_id uuid NOT NULL REFERENCES organisation,
  state text NOT NULL DEFAULT 'filed' CHECK (state IN ('filed', 'checked', 'decided')),
  version integer NOT NULL DEFAULT 1,
  -- The rule as it stood when it was filed: what was computed can be computed again.
  rule jsonb NOT NULL,
  filed_by text REFERENCES person ON DELETE SET NULL,
  filed_at timestamptz NOT NULL,
  check_note text NOT NULL DEFAULT '',
  checked_at timestamptz,
  decided_amount bigint,
  decision_reason text NOT NULL DEFAULT '',
  decided_at timestamptz
);
CREATE INDEX cost_request_organisation ON cost_request (organisation_id);

CREATE TABLE cost_line (
  request_id uuid NOT NULL REFERENCES cost_request,
  -- One seat is never paid twice.
  registration_id uuid NOT NULL UNIQUE REFERENCES registration,
  wages bigint NOT NULL CHECK (wages >= 0),
  travel bigint NOT NULL CHECK (travel >= 0),
  replacement bigint NOT NULL CHECK (replacement >= 0),
  paid_by_others bigint NOT NULL CHECK (paid_by_others >= 0),
  computed bigint NOT NULL,
  decided bigint,
  PRIMARY KEY (request_id, registration_id)
);

CREATE FUNCTION reader_is_operator() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT reader_has_role('operator') $$;

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['training_need', 'trainee', 'evaluation', 'certificate', 'cost_request', 'cost_line'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
  END LOOP;
END $$;
CREATE POLICY reading ON training_need FOR SELECT USING (
  (SELECT reader_is_system()) OR (SELECT reader_is_operator()) OR (SELECT reader_is_agent())
  OR organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()))
);
CREATE POLICY adding ON training_need FOR INSERT WITH CHECK (
  (SELECT reader_is_system()) OR (SELECT reader_is_operator())
  OR organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()) AND role IN ('owner', 'editor'))
);
CREATE POLICY service ON trainee FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY service ON evaluation FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY service ON certificate FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY reading ON cost_request FOR SELECT USING (
  (SELECT reader_is_system()) OR (SELECT reader_is_operator()) OR (SELECT reader_is_agent())
  OR organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()))
);
CREATE POLICY adding ON cost_request FOR INSERT WITH CHECK (
  (SELECT reader_is_system())
  OR organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()) AND role IN ('owner', 'editor'))
);
CREATE POLICY changing ON cost_request FOR UPDATE USING (
  (SELECT reader_is_system()) OR (SELECT reader_is_operator()) OR (SELECT reader_may_act_as_agent())
);
CREATE POLICY reading ON cost_line FOR SELECT USING (
  (SELECT reader_is_system()) OR EXISTS (SELECT 1 FROM cost_request c WHERE c.id = request_id)
);
CREATE POLICY adding ON cost_line FOR INSERT WITH CHECK (
  (SELECT reader_is_system()) OR EXISTS (
    SELECT 1 FROM cost_request c JOIN membership m ON m.organisation_id = c.organisation_id
    WHERE c.id = request_id AND c.state = 'filed' AND m.person_id = reader_person() AND m.role IN ('owner', 'editor'))
);
CREATE POLICY changing ON cost_line FOR UPDATE USING ((SELECT reader_is_system()) OR (SELECT reader_may_act_as_agent()));

-- The journal of a request for the remaining cost is read by its organisation, the operator and the agents.
CREATE POLICY journal_read_training ON journal FOR SELECT USING (chain LIKE 'training:%' AND (SELECT reader_is_operator()));

-- How many people, counted once each, attended a session of a year: a number that anyone may know.
CREATE FUNCTION persons_trained(the_year integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  the_reader text := current_setting('essaim.reader', true);
  many integer;
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  SELECT count(DISTINCT r.email) INTO many FROM registration r
    JOIN training_session s ON s.occasion_id = r.occasion_id JOIN course c ON c.id = s.course_id
    WHERE c.year = the_year AND EXISTS (SELECT 1 FROM presence p WHERE p.registration_id = r.id AND p.present);
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
  RETURN many;
END
$$;

-- What the networks said that a course answers: the need and who said it, as its page tells.
CREATE FUNCTION needs_of_course(the_course uuid) RETURNS TABLE (title text, network text) LANGUAGE plpgsql AS $$
DECLARE the_reader text := current_setting('essaim.reader', true);
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  RETURN QUERY SELECT n.title, o.name FROM course_need cn JOIN training_need n ON n.id = cn.need_id
    JOIN organisation o ON o.id = n.organisation_id WHERE cn.course_id = the_course ORDER BY n.title;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
END
$$;
