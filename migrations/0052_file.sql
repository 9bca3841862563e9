-- What agents add around a file beside its judgement: their visits, followers, tasks, papers sent with messages, likenesses.

-- Since when what happened is new to an agent, and when they last looked: one row an agent and file.
CREATE TABLE file_visit (
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  since timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (application_id, person_id)
);
CREATE INDEX file_visit_seen ON file_visit (seen_at);

-- Agents who are told what happens to a file that is not theirs.
CREATE TABLE follower (
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  since timestamptz NOT NULL,
  PRIMARY KEY (application_id, person_id)
);
CREATE INDEX follower_person ON follower (person_id);

CREATE TABLE task (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 500),
  due_on date NOT NULL,
  for_person text REFERENCES person ON DELETE SET NULL,
  made_by text REFERENCES person ON DELETE SET NULL,
  made_at timestamptz NOT NULL,
  done_at timestamptz,
  done_by text REFERENCES person ON DELETE SET NULL
);
CREATE INDEX task_application ON task (application_id, due_on);
CREATE INDEX task_person ON task (for_person, due_on) WHERE done_at IS NULL;

-- A file sent with a message; both sides read it, as they read the message.
CREATE TABLE message_file (
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  message_id uuid NOT NULL REFERENCES message ON DELETE CASCADE,
  file_id uuid NOT NULL REFERENCES file,
  PRIMARY KEY (message_id, file_id)
);
CREATE INDEX message_file_application ON message_file (application_id);
CREATE INDEX message_file_file ON message_file (file_id);

-- What an agent said of two files that look alike. The pair is kept once, the smaller id first.
CREATE TABLE likeness (
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  other_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  is_same boolean NOT NULL,
  reason text NOT NULL DEFAULT '',
  said_by text REFERENCES person ON DELETE SET NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (application_id, other_id),
  CHECK (application_id < other_id)
);
CREATE INDEX likeness_other ON likeness (other_id);

-- Words that agents use again; what stands in braces is filled in from the file.
CREATE TABLE message_template (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  title text NOT NULL UNIQUE CHECK (length(title) BETWEEN 1 AND 120),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 10000),
  changed_by text REFERENCES person ON DELETE SET NULL,
  changed_at timestamptz NOT NULL
);

-- A recorded vote that was mistyped: one person asks, another one corrects, before the applicant is told.
CREATE TABLE vote_correction (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  -- What is to stand: {"decidedOn", "deliberation", "aid", "reason"}.
  asked jsonb NOT NULL,
  why text NOT NULL CHECK (length(why) BETWEEN 1 AND 1000),
  asked_by text REFERENCES person ON DELETE SET NULL,
  asked_at timestamptz NOT NULL,
  settled_by text REFERENCES person ON DELETE SET NULL,
  settled_at timestamptz,
  accepted boolean
);
CREATE UNIQUE INDEX vote_correction_one_open ON vote_correction (application_id) WHERE settled_at IS NULL;

CREATE INDEX file_sha256 ON file (sha256);

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['follower', 'task', 'likeness', 'vote_correction'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
    EXECUTE format('CREATE POLICY reading ON %I FOR SELECT USING ((SELECT reader_is_system()) OR (SELECT reader_is_agent()))', the_table);
  END LOOP;
  FOREACH the_table IN ARRAY ARRAY['task', 'likeness', 'vote_correction'] LOOP
    EXECUTE format('CREATE POLICY adding ON %I FOR INSERT WITH CHECK (side_on(application_id) IN (''system'', ''funder''))', the_table);
    EXECUTE format('CREATE POLICY changing ON %I FOR UPDATE USING (side_on(application_id) IN (''system'', ''funder''))', the_table);
  END LOOP;
  FOREACH the_table IN ARRAY ARRAY['follower', 'task', 'message_file', 'vote_correction'] LOOP
    EXECUTE format('CREATE TRIGGER announced AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION announce_part()', the_table);
  END LOOP;
  FOREACH the_table IN ARRAY ARRAY['likeness', 'message_template'] LOOP
    EXECUTE format('CREATE TRIGGER announced AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_all()', the_table);
  END LOOP;
END $$;

-- One follows in one's own name alone.
CREATE POLICY following ON follower FOR INSERT WITH CHECK (
  (SELECT reader_is_system()) OR (person_id = (SELECT reader_person()) AND (SELECT reader_may_act_as_agent()))
);
CREATE POLICY leaving ON follower FOR DELETE USING (
  (SELECT reader_is_system()) OR (person_id = (SELECT reader_person()) AND (SELECT reader_may_act_as_agent()))
);

-- A visit is its agent's own: nobody else reads when they looked.
ALTER TABLE file_visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_visit FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON file_visit FOR SELECT USING ((SELECT reader_is_system()) OR person_id = (SELECT reader_person()));
CREATE POLICY visiting ON file_visit FOR INSERT WITH CHECK (
  (SELECT reader_is_system()) OR (person_id = (SELECT reader_person()) AND (SELECT reader_may_act_as_agent()))
);
CREATE POLICY revisiting ON file_visit FOR UPDATE USING (
  (SELECT reader_is_system()) OR (person_id = (SELECT reader_person()) AND (SELECT reader_may_act_as_agent()))
);
CREATE POLICY forgetting ON file_visit FOR DELETE USING ((SELECT reader_is_system()));

-- What is sent with a message opens through it, for both sides; its author alone joins it.
ALTER TABLE message_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_file FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON message_file FOR SELECT USING (
  (SELECT reader_is_system()) OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id)
);
CREATE POLICY adding ON message_file FOR INSERT WITH CHECK (
  (SELECT reader_is_system())
  OR EXISTS (SELECT 1 FROM message m WHERE m.id = message_id AND m.application_id = message_file.application_id
             AND m.author = reader_person() AND m.side = side_on(m.application_id))
);
CREATE POLICY file_read_message ON file FOR SELECT USING (EXISTS (SELECT 1 FROM message_file m WHERE m.file_id = file.id));

ALTER TABLE message_template ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_template FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON message_template FOR SELECT USING ((SELECT reader_is_system()) OR (SELECT reader_is_agent()));
CREATE POLICY writing ON message_template FOR ALL USING (
  (SELECT reader_is_system()) OR (SELECT reader_has_role('supervisor', 'administrator'))
);

-- A vote stays as it was recorded, save for a correction that one person asked and another one confirms in this very
-- transaction, while the applicant has not been told.
CREATE OR REPLACE FUNCTION award_keeps_its_terms() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'notified_at' = to_jsonb(OLD) - 'notified_at'
      OR lets_go_of_person(to_jsonb(OLD), to_jsonb(NEW), 'recorded_by') THEN RETURN NEW; END IF;
    IF OLD.notified_at IS NULL
      AND columns_changed(to_jsonb(OLD), to_jsonb(NEW)) <@ ARRAY['aid', 'decided_on', 'deliberation', 'evidence']
      AND EXISTS (SELECT 1 FROM vote_correction c WHERE c.application_id = OLD.application_id AND c.accepted
                  AND c.settled_by IS DISTINCT FROM c.asked_by AND c.asked ->> 'deliberation' = NEW.deliberation
                  AND (c.asked ->> 'aid')::bigint = NEW.aid)
    THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'award is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
