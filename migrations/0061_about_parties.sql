-- What a finding is about is said in the words of all schemes: a party by its place, whatever a form calls its list.
CREATE FUNCTION pg_temp.about_parties(keys text[]) RETURNS text[] LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(array_agg(replace(key, '@structures.', '@party.') ORDER BY rank), '{}')
   FROM unnest(keys) WITH ORDINALITY AS k (key, rank) $$;

UPDATE finding SET about = replace(about, 'structures.', 'party.') WHERE about LIKE 'structures.%';
UPDATE opinion SET grounds = pg_temp.about_parties(grounds) WHERE grounds::text LIKE '%@structures.%';
UPDATE award SET grounds = pg_temp.about_parties(grounds),
  evidence = jsonb_set(evidence, '{grounds}', replace((evidence -> 'grounds')::text, '@structures.', '@party.')::jsonb)
WHERE grounds::text LIKE '%@structures.%';

DROP FUNCTION pg_temp.about_parties(text[]);
