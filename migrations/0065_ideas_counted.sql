-- What an event gives birth to is counted from its beginning: requests being written beside those that are filed, and
-- for each idea the requests that name it.
DROP FUNCTION born_of(uuid);
CREATE FUNCTION born_of(the_occasion uuid)
RETURNS TABLE (ideas integer, partners integer, drafts integer, filed integer, accepted integer)
LANGUAGE plpgsql AS $$
DECLARE the_reader text := current_setting('essaim.reader', true);
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  RETURN QUERY SELECT
    (SELECT count(*)::integer FROM idea i WHERE i.occasion_id = the_occasion AND i.hidden_at IS NULL AND i.kind = 'idea'),
    (SELECT count(*)::integer FROM idea i WHERE i.occasion_id = the_occasion AND i.hidden_at IS NULL AND i.kind = 'partners'),
    count(*) FILTER (WHERE a.submitted_at IS NULL)::integer,
    count(*) FILTER (WHERE a.submitted_at IS NOT NULL)::integer,
    count(*) FILTER (WHERE a.decided_aid > 0)::integer
  FROM occasion_application oa JOIN application a ON a.id = oa.application_id WHERE oa.occasion_id = the_occasion;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
END
$$;

-- How many requests, being written or filed, come of an idea.
CREATE FUNCTION requests_of(the_idea uuid) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  the_reader text := current_setting('essaim.reader', true);
  many integer;
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  SELECT count(*) INTO many FROM occasion_application oa WHERE oa.idea_id = the_idea;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
  RETURN many;
END
$$;

-- An idea without its author is signed by nobody: it does not say that somebody else is « une personne ».
CREATE OR REPLACE FUNCTION forget_idea_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id IS NULL THEN NEW.author := ''; END IF;
  RETURN NEW;
END
$$;
UPDATE idea SET author = '' WHERE person_id IS NULL;
