-- What agents work by in the queue: labels on files, views that they share, columns and a start page of their own.

-- Words of the funder's agents, put on files to sort them. The applicant sees none.
CREATE TABLE label (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 40),
  made_by text REFERENCES person ON DELETE SET NULL,
  made_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX label_name ON label (lower(name));
ALTER TABLE label ENABLE ROW LEVEL SECURITY;
ALTER TABLE label FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON label FOR SELECT USING ((SELECT reader_is_system()) OR (SELECT reader_is_agent()));
CREATE POLICY adding ON label FOR INSERT WITH CHECK ((SELECT reader_is_system()) OR (SELECT reader_may_act_as_agent()));
CREATE POLICY removing ON label FOR DELETE USING ((SELECT reader_is_system()) OR (SELECT reader_may_act_as_agent()));

CREATE TABLE application_label (
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  label_id uuid NOT NULL REFERENCES label ON DELETE CASCADE,
  put_by text REFERENCES person ON DELETE SET NULL,
  put_at timestamptz NOT NULL,
  PRIMARY KEY (application_id, label_id)
);
CREATE INDEX application_label_label ON application_label (label_id);
ALTER TABLE application_label ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_label FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON application_label FOR SELECT USING ((SELECT reader_is_system()) OR (SELECT reader_is_agent()));
CREATE POLICY adding ON application_label FOR INSERT WITH CHECK (side_on(application_id) IN ('system', 'funder'));
CREATE POLICY removing ON application_label FOR DELETE USING (side_on(application_id) IN ('system', 'funder'));
CREATE TRIGGER announced AFTER INSERT OR UPDATE OR DELETE ON application_label FOR EACH STATEMENT EXECUTE FUNCTION announce_all();

-- A view that its author shares opens for every agent; its author alone changes it.
ALTER TABLE saved_view ADD COLUMN shared boolean NOT NULL DEFAULT false;
CREATE POLICY shared ON saved_view FOR SELECT USING (shared AND (SELECT reader_is_agent()));

-- How each agent has the queue: its columns in their order (the service's own where none), the view that it opens on,
-- and whether keys alone do something.
CREATE TABLE queue_setting (
  person_id text PRIMARY KEY REFERENCES person ON DELETE CASCADE,
  columns text[] NOT NULL DEFAULT '{}',
  start_view uuid REFERENCES saved_view ON DELETE SET NULL,
  keys boolean NOT NULL DEFAULT true
);
ALTER TABLE queue_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE queue_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON queue_setting FOR ALL USING ((SELECT reader_is_system()) OR person_id = (SELECT reader_person()));
CREATE TRIGGER announced AFTER INSERT OR UPDATE OR DELETE ON queue_setting FOR EACH STATEMENT EXECUTE FUNCTION announce_all();

-- Messages of applicants that nobody has read yet: few among all.
CREATE INDEX message_unread ON message (application_id) WHERE side = 'applicant' AND read_at IS NULL;

-- When steps were taken, for the figures of the service and the lists behind them.
CREATE INDEX journal_step ON journal (act, at) WHERE chain LIKE 'application:%';

-- What the queue tells of an assessment: each criterion that is not met with its status and structure, and the doubts
-- that change the amount.
CREATE FUNCTION points_of(assessment jsonb) RETURNS TABLE (criteria jsonb, doubts jsonb) LANGUAGE sql IMMUTABLE AS $$
  SELECT
    (SELECT coalesce(jsonb_agg(jsonb_build_array(c -> 'id', c -> 'status', c -> 'party')), '[]')
     FROM jsonb_array_elements(assessment -> 'criteria') c),
    (SELECT coalesce(jsonb_agg(d -> 'id'), '[]') FROM jsonb_array_elements(assessment -> 'doubts') d
     WHERE jsonb_typeof(d -> 'effect') IS DISTINCT FROM 'object' OR d -> 'effect' -> 'default' IS DISTINCT FROM d -> 'effect' -> 'alternative')
$$;
