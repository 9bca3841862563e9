-- Calls for projects: what the funder opens, when, with which terms; its versions, its questions and answers.

CREATE TABLE call (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  scheme text NOT NULL,
  framework text NOT NULL,
  -- Edited by an administrator, proposed to a supervisor, published by another person. Whether it is open follows from the clock.
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'proposed', 'published')),
  version integer NOT NULL DEFAULT 1,
  -- As typed on screen: one text a field name.
  raw jsonb NOT NULL DEFAULT '{}',
  title text NOT NULL DEFAULT '',
  opens_at timestamptz,
  closes_at timestamptz,
  -- The vote of the grid by the committee of the call; a weight that changes undoes it.
  grid_voted_on date,
  grid_voted_by text,
  proposed_by text REFERENCES person ON DELETE SET NULL,
  sent_back text NOT NULL DEFAULT '',
  published_at timestamptz,
  published_by text REFERENCES person ON DELETE SET NULL,
  previous_id uuid REFERENCES call,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by text REFERENCES person ON DELETE SET NULL,
  CHECK (state <> 'published' OR (opens_at IS NOT NULL AND closes_at > opens_at))
);
CREATE INDEX call_calendar ON call (closes_at DESC, id) WHERE state = 'published';

-- Each state that a call was in, kept: what it said, from when until when it was to be open, why it changed.
CREATE TABLE call_version (
  call_id uuid NOT NULL REFERENCES call,
  number integer NOT NULL,
  cause text NOT NULL CHECK (cause IN ('created', 'saved', 'copied', 'voted', 'proposed', 'sent-back', 'published', 'withdrawn', 'extended')),
  reason text NOT NULL DEFAULT '',
  raw jsonb NOT NULL,
  opens_at timestamptz,
  closes_at timestamptz,
  made_by text REFERENCES person ON DELETE SET NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (call_id, number)
);
CREATE TRIGGER call_version_never_changes BEFORE UPDATE OR DELETE ON call_version FOR EACH ROW EXECUTE FUNCTION forbid_change('made_by');

-- A question on a call: who asks is known to the funder alone.
CREATE TABLE call_question (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  call_id uuid NOT NULL REFERENCES call ON DELETE CASCADE,
  asked_by text REFERENCES person ON DELETE SET NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  asked_at timestamptz NOT NULL
);
CREATE INDEX call_question_call ON call_question (call_id, asked_at);

-- What everyone reads: the question without a name, and the answer.
CREATE TABLE call_answer (
  question_id uuid PRIMARY KEY REFERENCES call_question ON DELETE CASCADE,
  call_id uuid NOT NULL REFERENCES call ON DELETE CASCADE,
  question text NOT NULL,
  answer text NOT NULL,
  published_at timestamptz NOT NULL
);
CREATE INDEX call_answer_call ON call_answer (call_id, published_at);

-- A short note before a file: the funder points the way, and decides nothing.
CREATE TABLE call_note (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  call_id uuid NOT NULL REFERENCES call ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  sent_by text REFERENCES person ON DELETE SET NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 150),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 4000),
  sent_at timestamptz NOT NULL,
  answer text,
  answered_by text REFERENCES person ON DELETE SET NULL,
  answered_at timestamptz,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX call_note_call ON call_note (call_id, sent_at);
CREATE INDEX call_note_organisation ON call_note (organisation_id);

-- What was told by mail of a call to those who asked to be told: once each.
CREATE TABLE call_notice (
  call_id uuid NOT NULL REFERENCES call ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('opened', 'closing')),
  told_at timestamptz NOT NULL,
  PRIMARY KEY (call_id, kind)
);

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['call', 'call_version', 'call_question', 'call_answer', 'call_note', 'call_notice'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
  END LOOP;
END $$;
-- A call that is prepared is the funder's own; once published, everyone's. The service writes, once the code has asked who may.
CREATE POLICY reading ON call FOR SELECT USING (state = 'published' OR (SELECT reader_is_system()) OR (SELECT reader_is_agent()));
CREATE POLICY writing ON call FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY reading ON call_version FOR SELECT USING (
  (SELECT reader_is_system()) OR (SELECT reader_is_agent()) OR cause = 'extended'
);
CREATE POLICY writing ON call_version FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY reading ON call_question FOR SELECT USING (
  (SELECT reader_is_system()) OR (SELECT reader_is_agent()) OR asked_by = (SELECT reader_person())
);
CREATE POLICY writing ON call_question FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY reading ON call_answer FOR SELECT USING (true);
CREATE POLICY writing ON call_answer FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY reading ON call_note FOR SELECT USING (
  (SELECT reader_is_system()) OR (SELECT reader_is_agent()) OR reader_is_member_of(organisation_id)
);
CREATE POLICY writing ON call_note FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY own ON call_notice FOR ALL USING ((SELECT reader_is_system()));

-- A request that answers a call: its terms and its closing are the call's.
ALTER TABLE application ADD COLUMN call_id uuid REFERENCES call;
CREATE INDEX application_call ON application (call_id) WHERE call_id IS NOT NULL;
