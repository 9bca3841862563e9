-- What these organisations were granted under a regime of State aid, whichever scheme and whoever asked: a regime counts it
-- over three years. Its amount and day come out; which file it is, where the reader may see that file.
CREATE FUNCTION regime_aids_of(the_sirens text[], the_regime text, but uuid)
RETURNS TABLE (siren text, state text, granted jsonb, granted_on date, paid jsonb, scheme text, framework text, number text)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS
$$
DECLARE
  the_reader text := current_setting('essaim.reader', true);
  visible uuid[];
BEGIN
  visible := ARRAY(SELECT DISTINCT p.application_id FROM party p WHERE p.siren = ANY (the_sirens) AND p.granted IS NOT NULL);
  PERFORM set_config('essaim.reader', 'system', true);
  RETURN QUERY
    SELECT p.siren, a.state, p.granted, p.granted_on, p.paid, a.scheme, a.framework,
           CASE WHEN a.id = ANY (visible) THEN a.number END
    FROM party p JOIN application a ON a.id = p.application_id JOIN call c ON c.id = a.call_id
    WHERE p.siren = ANY (the_sirens) AND p.funded AND p.granted IS NOT NULL AND p.granted_on IS NOT NULL
      AND c.raw ->> 'aidRegime' = the_regime AND a.id IS DISTINCT FROM but
    ORDER BY p.granted_on, a.id;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
END
$$;
