-- Each side of a file writes its own part of it, whatever the code does: the applicant answers, the funder decides, the
-- service itself numbers, renders and scans. The first lock is the code's permission table; these are the second one.

-- The side on which the reader acts for an organisation's file: 'system', 'applicant', 'funder', or null for who only
-- reads. Whoever is a member of the organisation is never the funder of its files.
CREATE FUNCTION side_for(the_organisation uuid, filed boolean) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN reader_is_system() THEN 'system'
    WHEN EXISTS (SELECT 1 FROM membership WHERE organisation_id = the_organisation AND person_id = reader_person())
      THEN (SELECT 'applicant' FROM membership
            WHERE organisation_id = the_organisation AND person_id = reader_person() AND role IN ('owner', 'editor'))
    WHEN filed AND reader_may_act_as_agent() THEN 'funder'
  END
$$;

-- The side on which the reader acts for one file: nobody is its funder who has an interest in any of its parties.
CREATE FUNCTION side_on(the_application uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE side text;
BEGIN
  IF reader_is_system() THEN RETURN 'system'; END IF;
  SELECT side_for(organisation_id, submitted_at IS NOT NULL) INTO side FROM application WHERE id = the_application;
  IF side = 'funder' AND EXISTS (SELECT 1 FROM interest_in(the_application, reader_person())) THEN RETURN NULL; END IF;
  RETURN side;
END
$$;

-- Answers and papers change while the file is open for them.
CREATE FUNCTION is_open_for_answers(the_application uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM application WHERE id = the_application AND state IN ('draft', 'completion-requested'))
$$;

CREATE FUNCTION may_answer(the_application uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT side_on(the_application) = 'system' OR (side_on(the_application) = 'applicant' AND is_open_for_answers(the_application))
$$;

CREATE OR REPLACE FUNCTION reader_may_change(the_application uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT side_on(the_application) IS NOT NULL $$;

DROP POLICY application_change ON application;
-- Agents who have an interest are let through here, to say so and to let go of the file: the trigger below keeps them
-- from all the rest.
CREATE POLICY application_change ON application FOR UPDATE USING (
  side_for(organisation_id, submitted_at IS NOT NULL) IS NOT NULL
  OR (submitted_at IS NOT NULL AND (SELECT reader_may_act_as_agent()))
);

-- The steps of a file's life that the applicant takes. All others are the funder's.
CREATE FUNCTION applicant_may_move(from_state text, to_state text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE to_state
    WHEN 'submitted' THEN from_state IN ('draft', 'completion-requested')
    WHEN 'withdrawn' THEN from_state IN ('submitted', 'completion-requested', 'complete', 'under-review', 'proposed-favourable',
                                         'proposed-unfavourable', 'validated-favourable', 'validated-unfavourable', 'admitted', 'scored',
                                         'ranked', 'selected', 'in-reserve', 'not-selected')
    ELSE false
  END
$$;

CREATE FUNCTION columns_changed(old_row jsonb, new_row jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE AS
$$ SELECT coalesce(array_agg(key), '{}') FROM jsonb_each(new_row) WHERE value IS DISTINCT FROM old_row -> key $$;

CREATE FUNCTION refuse_columns(the_table text, side text, columns text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of %: not written by the %', array_to_string(columns, ', '), the_table, coalesce(side, 'reader')
    USING ERRCODE = 'insufficient_privilege';
END
$$;

CREATE FUNCTION application_keeps_sides() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  side text := side_on(OLD.id);
  -- The department follows the commune by itself; it is not computed yet here.
  changed text[] := columns_changed(to_jsonb(OLD) - 'department', to_jsonb(NEW) - 'department');
  allowed text[] := ARRAY['updated_at', 'version'];
BEGIN
  IF side = 'system' THEN RETURN NEW; END IF;
  IF side = 'funder' THEN
    IF changed && ARRAY['id', 'number', 'scheme', 'organisation_id', 'created_by', 'created_at', 'submitted_at'] THEN
      PERFORM refuse_columns('application', side, changed);
    END IF;
    RETURN NEW;
  END IF;
  IF side = 'applicant' AND NEW.state <> OLD.state THEN
    IF NOT applicant_may_move(OLD.state, NEW.state) THEN PERFORM refuse_columns('application', side, changed); END IF;
    allowed := allowed || ARRAY['state', 'implicit_refusal_on', 'suspended_on', 'suspended_until'];
    IF NEW.state = 'submitted' THEN
      allowed := allowed || ARRAY['title', 'route', 'commune', 'revision', 'framework', 'eligibility', 'requested_aid', 'eligible_costs'];
    END IF;
    IF OLD.submitted_at IS NULL THEN allowed := allowed || ARRAY['number', 'submitted_at']; END IF;
  END IF;
  IF side = 'applicant' AND OLD.state IN ('draft', 'completion-requested') THEN
    allowed := allowed || ARRAY['raw', 'raw_version', 'raw_saved_at', 'raw_saved_by'];
  END IF;
  -- What another funder answered is told after filing, with the revision that the same act has just frozen.
  IF side = 'applicant' AND NEW.revision = OLD.revision + 1 AND EXISTS (
    SELECT 1 FROM revision WHERE application_id = OLD.id AND number = NEW.revision AND cause = 'track') THEN
    allowed := allowed || ARRAY['raw', 'raw_version', 'revision', 'eligibility', 'requested_aid', 'eligible_costs'];
  END IF;
  -- Whoever has an interest may always let go of a file.
  IF OLD.assigned_to = reader_person() AND NEW.assigned_to IS NULL THEN allowed := allowed || ARRAY['assigned_to']; END IF;
  IF NOT changed <@ allowed THEN
    PERFORM refuse_columns('application', side, ARRAY(SELECT unnest(changed) EXCEPT SELECT unnest(allowed)));
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keeps_sides BEFORE UPDATE ON application FOR EACH ROW EXECUTE FUNCTION application_keeps_sides();

-- A request begins as a draft, without a number, an amount or a decision.
DROP POLICY application_add ON application;
CREATE POLICY application_add ON application FOR INSERT WITH CHECK (
  (SELECT reader_is_system())
  OR (side_for(organisation_id, false) = 'applicant' AND state = 'draft' AND revision = 0
      AND num_nonnulls(number, eligibility, requested_aid, eligible_costs, proposed_aid, decided_aid, submitted_at, assigned_to,
                       implicit_refusal_on, suspended_on, suspended_until) = 0)
);

-- What each side may change in a row that hangs on a file: the applicant's columns, then the funder's.
CREATE FUNCTION part_keeps_sides() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  side text := side_on(OLD.application_id);
  changed text[] := columns_changed(to_jsonb(OLD), to_jsonb(NEW));
BEGIN
  IF side = 'system' THEN RETURN NEW; END IF;
  IF side IS NULL OR NOT changed <@ string_to_array(CASE side WHEN 'applicant' THEN TG_ARGV[0] ELSE TG_ARGV[1] END, ' ') THEN
    PERFORM refuse_columns(TG_TABLE_NAME, side, changed);
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keeps_sides BEFORE UPDATE ON attachment FOR EACH ROW EXECUTE FUNCTION part_keeps_sides('about removed_at', '');
CREATE TRIGGER keeps_sides BEFORE UPDATE ON message FOR EACH ROW EXECUTE FUNCTION part_keeps_sides('read_at', 'read_at');
CREATE TRIGGER keeps_sides BEFORE UPDATE ON party FOR EACH ROW
  EXECUTE FUNCTION part_keeps_sides('', 'granted granted_on paid');
CREATE TRIGGER keeps_sides BEFORE UPDATE ON completion_request FOR EACH ROW
  EXECUTE FUNCTION part_keeps_sides('answered_at', 'closed_at');
CREATE TRIGGER keeps_sides BEFORE UPDATE ON agreement FOR EACH ROW
  EXECUTE FUNCTION part_keeps_sides('signed_on signatory signed_file_id', 'funder_signed_on funder_signatory signed_file_id');

-- A copy is sent back while the agreement waits for it; a request is answered while it is open.
DROP POLICY changing ON agreement;
CREATE POLICY changing ON agreement FOR UPDATE USING (
  side_on(application_id) IN ('system', 'funder')
  OR (side_on(application_id) = 'applicant' AND funder_signed_on IS NULL
      AND EXISTS (SELECT 1 FROM application a WHERE a.id = application_id AND a.state = 'agreement-to-sign'))
);
DROP POLICY changing ON completion_request;
CREATE POLICY changing ON completion_request FOR UPDATE USING (
  side_on(application_id) IN ('system', 'funder')
  OR (side_on(application_id) = 'applicant' AND answered_at IS NULL AND closed_at IS NULL)
) WITH CHECK (side_on(application_id) IS NOT NULL);

-- The funder's acts: nobody of the applicant's side, agent or not.
DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['completion_request', 'award', 'agreement'] LOOP
    EXECUTE format('DROP POLICY adding ON %I', the_table);
    EXECUTE format('CREATE POLICY adding ON %I FOR INSERT WITH CHECK (side_on(application_id) IN (''system'', ''funder''))', the_table);
  END LOOP;
  FOREACH the_table IN ARRAY ARRAY['finding', 'accepted_cost', 'internal_note', 'opinion'] LOOP
    EXECUTE format('DROP POLICY writing ON %I', the_table);
    EXECUTE format('CREATE POLICY adding ON %I FOR INSERT WITH CHECK (side_on(application_id) IN (''system'', ''funder''))', the_table);
    EXECUTE format('CREATE POLICY changing ON %I FOR UPDATE USING (side_on(application_id) IN (''system'', ''funder''))', the_table);
    EXECUTE format('CREATE POLICY removing ON %I FOR DELETE USING (side_on(application_id) IN (''system'', ''funder''))', the_table);
  END LOOP;
  -- The applicant's answers and papers.
  FOREACH the_table IN ARRAY ARRAY['draft_edit', 'attachment'] LOOP
    EXECUTE format('DROP POLICY adding ON %I', the_table);
    EXECUTE format('DROP POLICY changing ON %I', the_table);
    EXECUTE format('DROP POLICY removing ON %I', the_table);
    EXECUTE format('CREATE POLICY adding ON %I FOR INSERT WITH CHECK (may_answer(application_id))', the_table);
    EXECUTE format('CREATE POLICY changing ON %I FOR UPDATE USING (may_answer(application_id))', the_table);
    EXECUTE format('CREATE POLICY removing ON %I FOR DELETE USING (may_answer(application_id))', the_table);
  END LOOP;
  -- Letters are issued by the service alone.
  DROP POLICY adding ON document;
  DROP POLICY changing ON document;
  DROP POLICY removing ON document;
  CREATE POLICY issuing ON document FOR INSERT WITH CHECK ((SELECT reader_is_system()));
  CREATE POLICY removing ON document FOR DELETE USING ((SELECT reader_is_system()));
END $$;

-- A report lays files before those who vote: whoever has an interest in a party to one of them lays none.
DROP POLICY adding ON commission_report;
CREATE POLICY adding ON commission_report FOR INSERT WITH CHECK (
  (SELECT reader_is_system())
  OR ((SELECT reader_may_act_as_agent())
      AND NOT EXISTS (SELECT 1 FROM unnest(applications) AS a (id) WHERE side_on(a.id) IS DISTINCT FROM 'funder'))
);

-- The applicant freezes what they file, the funder what they correct, each under their own name.
DROP POLICY adding ON revision;
CREATE POLICY adding ON revision FOR INSERT WITH CHECK (
  side_on(application_id) = 'system'
  OR (made_by = reader_person() AND CASE cause
        WHEN 'correction' THEN side_on(application_id) = 'funder'
        WHEN 'track' THEN side_on(application_id) IN ('applicant', 'funder')
        ELSE may_answer(application_id) END)
);

-- What is asked is written with each revision; what is granted and paid, by the funder alone, and it stays.
DROP POLICY adding ON party;
DROP POLICY changing ON party;
DROP POLICY removing ON party;
CREATE POLICY adding ON party FOR INSERT WITH CHECK (
  side_on(application_id) = 'system'
  OR ((side_on(application_id) = 'funder' OR may_answer(application_id)) AND num_nonnulls(granted, paid) = 0)
);
CREATE POLICY changing ON party FOR UPDATE USING (side_on(application_id) IN ('system', 'funder'));
CREATE POLICY removing ON party FOR DELETE USING (
  side_on(application_id) = 'system'
  OR ((side_on(application_id) = 'funder' OR may_answer(application_id)) AND num_nonnulls(granted, paid) = 0)
);

-- Each side writes on its own side, under its own name, and takes nothing back.
DROP POLICY adding ON message;
DROP POLICY removing ON message;
CREATE POLICY adding ON message FOR INSERT WITH CHECK (
  side_on(application_id) = 'system' OR (side = side_on(application_id) AND author = reader_person())
);
CREATE POLICY removing ON message FOR DELETE USING ((SELECT reader_is_system()));

-- What was received is scanned before it is called clean; the funder's own report needs no scan.
DROP POLICY file_add ON file;
CREATE POLICY file_add ON file FOR INSERT WITH CHECK (
  (SELECT reader_is_system())
  OR (stored_by = (SELECT reader_person()) AND (scan IN ('pending', 'not-configured') OR (SELECT reader_may_act_as_agent())))
);

-- Aid of before this service: its beneficiary's members and agents see it, ceilings count it (past_grants_of).
ALTER TABLE past_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE past_grant FORCE ROW LEVEL SECURITY;
CREATE POLICY reading ON past_grant FOR SELECT USING (
  (SELECT reader_is_system()) OR (SELECT reader_is_agent())
  OR siren IN (SELECT o.siren FROM organisation o JOIN membership m ON m.organisation_id = o.id WHERE m.person_id = (SELECT reader_person()))
);
CREATE POLICY writing ON past_grant FOR ALL USING ((SELECT reader_is_system()));
