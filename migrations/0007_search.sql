-- The words that the queue finds a filed request by.

-- The words that this transaction searches. Without any, every row passes: no text holds a blank as a word.
CREATE FUNCTION searched_words() RETURNS tsquery LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN coalesce(current_setting('essaim.search', true), '') = '' THEN '!'' '''::tsquery
    ELSE to_tsquery('french_plain', current_setting('essaim.search', true)) END
$$;

CREATE TABLE application_search (
  application_id uuid PRIMARY KEY REFERENCES application ON DELETE CASCADE,
  words tsvector NOT NULL
);
CREATE INDEX application_search_words ON application_search USING gin (words);

-- Agents search, and what they search stands in the policy itself: the text match is not leakproof, so that outside of
-- it PostgreSQL would check the policy on every row before it could look at an index.
ALTER TABLE application_search ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_search FORCE ROW LEVEL SECURITY;
CREATE POLICY searching ON application_search FOR SELECT
  USING (((SELECT reader_is_system()) OR (SELECT reader_is_agent())) AND words @@ searched_words());
CREATE POLICY adding ON application_search FOR INSERT WITH CHECK ((SELECT reader_is_system()));
CREATE POLICY changing ON application_search FOR UPDATE USING ((SELECT reader_is_system()));

-- Writes the words of a request, in the name of who may change it.
CREATE FUNCTION save_search(the_application uuid, the_words text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  the_reader text := current_setting('essaim.reader', true);
  the_search text := current_setting('essaim.search', true);
BEGIN
  IF NOT reader_may_change(the_application) THEN
    RAISE EXCEPTION 'search words of %: not written by this reader', the_application USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('essaim.reader', 'system', true), set_config('essaim.search', '', true);
  INSERT INTO application_search (application_id, words) VALUES (the_application, to_tsvector('french_plain', the_words))
  ON CONFLICT (application_id) DO UPDATE SET words = excluded.words;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true), set_config('essaim.search', coalesce(the_search, ''), true);
END
$$;
