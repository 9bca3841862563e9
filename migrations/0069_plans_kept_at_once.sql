-- What functions read, they find by key: the best plan is the same whatever the values. Told so, PostgreSQL plans each of
-- their statements once a connection, instead of five times before it keeps a plan. `persons_trained` counts a year.
DO $$
DECLARE the_function regprocedure;
BEGIN
  FOR the_function IN
    SELECT p.oid FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
    WHERE p.pronamespace = 'public'::regnamespace AND l.lanname = 'plpgsql' AND p.proname <> 'persons_trained'
      -- These read a setting and no table.
      AND p.proname NOT IN ('reader_is_system', 'reader_person', 'reader_project', 'reader_partner')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET plan_cache_mode = force_generic_plan', the_function);
  END LOOP;
END $$;
-- Few rows, where a planner without a word expects a thousand.
ALTER FUNCTION parties_of ROWS 3;
ALTER FUNCTION interest_in ROWS 1;
