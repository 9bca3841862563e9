-- Undertakings linked to a funded structure count as one with it, whichever of the two says so: kept with the party at each
-- filing, so that an aid to who named another is counted when that other asks.
ALTER TABLE party ADD COLUMN linked text[] NOT NULL DEFAULT '{}';
CREATE INDEX party_linked ON party USING gin (linked) WHERE linked <> '{}';

CREATE OR REPLACE FUNCTION regime_aids_of(the_sirens text[], the_regime text, but uuid)
RETURNS TABLE (siren text, state text, granted jsonb, granted_on date, paid jsonb, scheme text, framework text, number text)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS
$$
DECLARE
  the_reader text := current_setting('essaim.reader', true);
  visible uuid[];
BEGIN
  visible := ARRAY(SELECT DISTINCT p.application_id FROM party p
    WHERE (p.siren = ANY (the_sirens) OR (p.linked <> '{}' AND p.linked && the_sirens)) AND p.granted IS NOT NULL);
  PERFORM set_config('essaim.reader', 'system', true);
  RETURN QUERY
    SELECT p.siren, a.state, p.granted, p.granted_on, p.paid, a.scheme, a.framework,
           CASE WHEN a.id = ANY (visible) THEN a.number END
    FROM party p JOIN application a ON a.id = p.application_id JOIN call c ON c.id = a.call_id
    WHERE (p.siren = ANY (the_sirens) OR (p.linked <> '{}' AND p.linked && the_sirens))
      AND p.funded AND p.granted IS NOT NULL AND p.granted_on IS NOT NULL
      AND c.raw ->> 'aidRegime' = the_regime AND a.id IS DISTINCT FROM but
    ORDER BY p.granted_on, a.id;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
END
$$;
