-- What comes of an event (EVT-1): ideas said there, who supports them, the requests for aid that were born there.

CREATE TABLE idea (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  occasion_id uuid NOT NULL REFERENCES occasion,
  -- 'idea' is said to all; 'partners' looks for people to do it with.
  kind text NOT NULL CHECK (kind IN ('idea', 'partners')),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  said text NOT NULL DEFAULT '' CHECK (length(said) <= 3000),
  person_id text REFERENCES person ON DELETE SET NULL,
  author text NOT NULL,
  at timestamptz NOT NULL,
  hidden_at timestamptz
);
CREATE INDEX idea_occasion ON idea (occasion_id);

CREATE TABLE idea_support (
  idea_id uuid NOT NULL REFERENCES idea ON DELETE CASCADE,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  at timestamptz NOT NULL,
  PRIMARY KEY (idea_id, person_id)
);

-- A request for aid names the event where it was born, once.
CREATE TABLE occasion_application (
  application_id uuid PRIMARY KEY REFERENCES application ON DELETE CASCADE,
  occasion_id uuid NOT NULL REFERENCES occasion,
  idea_id uuid REFERENCES idea ON DELETE SET NULL,
  at timestamptz NOT NULL
);
CREATE INDEX occasion_application_occasion ON occasion_application (occasion_id);

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['idea', 'idea_support', 'occasion_application'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
  END LOOP;
END $$;
CREATE POLICY reading ON idea FOR SELECT USING (
  (SELECT reader_is_system()) OR (hidden_at IS NULL AND EXISTS (SELECT 1 FROM occasion o WHERE o.id = occasion_id))
  OR part_in(occasion_id) IN ('host', 'reader')
);
CREATE POLICY adding ON idea FOR INSERT WITH CHECK ((SELECT reader_is_system()) OR person_id = (SELECT reader_person()));
CREATE POLICY changing ON idea FOR UPDATE USING (
  (SELECT reader_is_system()) OR person_id = (SELECT reader_person()) OR part_in(occasion_id) = 'host'
);
CREATE POLICY own ON idea_support FOR ALL USING ((SELECT reader_is_system()) OR person_id = (SELECT reader_person()));
CREATE POLICY reading ON occasion_application FOR SELECT USING (
  (SELECT reader_is_system()) OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id)
);
CREATE POLICY adding ON occasion_application FOR INSERT WITH CHECK (side_on(application_id) IN ('system', 'applicant'));
CREATE POLICY removing ON occasion_application FOR DELETE USING (side_on(application_id) IN ('system', 'applicant'));

-- The counts that an event's page tells: numbers that anyone may know, of files that they may not.
CREATE FUNCTION born_of(the_occasion uuid) RETURNS TABLE (ideas integer, partners integer, filed integer, accepted integer)
LANGUAGE plpgsql AS $$
DECLARE the_reader text := current_setting('essaim.reader', true);
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  RETURN QUERY SELECT
    (SELECT count(*)::integer FROM idea i WHERE i.occasion_id = the_occasion AND i.hidden_at IS NULL AND i.kind = 'idea'),
    (SELECT count(*)::integer FROM idea i WHERE i.occasion_id = the_occasion AND i.hidden_at IS NULL AND i.kind = 'partners'),
    count(*) FILTER (WHERE a.submitted_at IS NOT NULL)::integer,
    count(*) FILTER (WHERE a.decided_aid > 0)::integer
  FROM occasion_application oa JOIN application a ON a.id = oa.application_id WHERE oa.occasion_id = the_occasion;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
END
$$;

-- How many support an idea.
CREATE FUNCTION supports_of(the_idea uuid) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  the_reader text := current_setting('essaim.reader', true);
  many integer;
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  SELECT count(*) INTO many FROM idea_support s WHERE s.idea_id = the_idea;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
  RETURN many;
END
$$;
