-- What policies ask of the reader. PostgreSQL reads the text of an SQL function again at each place of a statement that
-- calls it, each time it plans one, to put it in its place if it can: all that hangs on a file took 46 ms to plan. It keeps
-- the plans of a PL/pgSQL function a connection: 5 ms, by the same conditions.
CREATE OR REPLACE FUNCTION reader_has_role(VARIADIC roles text[]) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM agent_role WHERE person_id = reader_person() AND role = ANY (roles));
END
$$;
CREATE OR REPLACE FUNCTION reader_may_change(the_application uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN side_on(the_application) IS NOT NULL;
END
$$;
CREATE OR REPLACE FUNCTION parties_of(the_application uuid) RETURNS TABLE(siren text, name text, part text) LANGUAGE plpgsql STABLE AS
$$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT DISTINCT ON (p.siren) p.siren, p.name, p.part FROM (
    SELECT 1 AS rank, 0 AS place, o.siren, o.name, 'applicant' AS part
      FROM application a JOIN organisation o ON o.id = a.organisation_id WHERE a.id = the_application
    UNION ALL
    SELECT 1 + array_position(ARRAY['lead', 'supported', 'partner', 'bearer', 'provider'], t.part), t.place, t.siren, t.name, t.part
      FROM party t WHERE t.application_id = the_application
  ) AS p ORDER BY p.siren, p.rank, p.place;
END
$$;
CREATE OR REPLACE FUNCTION interest_in(the_application uuid, the_person text) RETURNS TABLE(party text, reason text) LANGUAGE plpgsql STABLE AS
$$
#variable_conflict use_column
BEGIN
  RETURN QUERY
  SELECT coalesce(nullif(p.name, ''), p.siren), i.reason FROM parties_of(the_application) p
    JOIN declared_interest i ON i.siren = p.siren AND i.person_id = the_person
  UNION ALL
  SELECT o.name, NULL FROM parties_of(the_application) p
    JOIN organisation o ON o.siren = p.siren
    JOIN membership m ON m.organisation_id = o.id AND m.person_id = the_person
  LIMIT 1;
END
$$;
CREATE OR REPLACE FUNCTION side_for(the_organisation uuid, filed boolean) RETURNS text LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN CASE
    WHEN reader_is_system() THEN 'system'
    WHEN EXISTS (SELECT 1 FROM membership WHERE organisation_id = the_organisation AND person_id = reader_person())
      THEN (SELECT 'applicant' FROM membership
            WHERE organisation_id = the_organisation AND person_id = reader_person() AND role IN ('owner', 'editor'))
    WHEN filed AND reader_may_act_as_agent() THEN 'funder'
  END;
END
$$;
CREATE OR REPLACE FUNCTION is_open_for_answers(the_application uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM application WHERE id = the_application AND state IN ('draft', 'completion-requested'));
END
$$;
CREATE OR REPLACE FUNCTION may_answer(the_application uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN side_on(the_application) = 'system' OR (side_on(the_application) = 'applicant' AND is_open_for_answers(the_application));
END
$$;
CREATE OR REPLACE FUNCTION takes_proposals(the_application uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM application WHERE id = the_application AND state IN (
    'submitted', 'complete', 'under-review', 'proposed-favourable', 'proposed-unfavourable', 'validated-favourable', 'validated-unfavourable'));
END
$$;
CREATE OR REPLACE FUNCTION reader_is_operator() RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN reader_has_role('operator');
END
$$;
CREATE OR REPLACE FUNCTION reader_is_member_of(the_organisation uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM membership WHERE organisation_id = the_organisation AND person_id = reader_person());
END
$$;
CREATE OR REPLACE FUNCTION reader_may_write_for(the_organisation uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM membership
    WHERE organisation_id = the_organisation AND person_id = reader_person() AND role IN ('owner', 'editor'));
END
$$;
CREATE OR REPLACE FUNCTION seated_on(the_committee uuid, the_day date) RETURNS text[] LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN (SELECT coalesce(array_agg(DISTINCT person_id), '{}') FROM committee_member
    WHERE committee_id = the_committee AND person_id IS NOT NULL AND from_on <= the_day AND (until_on IS NULL OR until_on >= the_day));
END
$$;
CREATE OR REPLACE FUNCTION reader_runs_committee(the_kind text) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN CASE the_kind WHEN 'communotic' THEN reader_has_role('animator', 'auditor')
    ELSE reader_has_role('officer', 'supervisor', 'auditor') END;
END
$$;
CREATE OR REPLACE FUNCTION reader_sees_committee(the_committee uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM committee c
    WHERE c.id = the_committee AND (reader_person() = ANY (c.seated) OR reader_runs_committee(c.kind)));
END
$$;
CREATE OR REPLACE FUNCTION reader_partner() RETURNS uuid LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN CASE WHEN current_setting('essaim.reader', true) LIKE 'through:%' THEN split_part(current_setting('essaim.reader', true), ':', 3)::uuid END;
END
$$;
CREATE OR REPLACE FUNCTION is_draft(the_application uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM application WHERE id = the_application AND state = 'draft');
END
$$;
CREATE OR REPLACE FUNCTION reader_steps_back(the_item uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM item_interest i
    JOIN committee_member m ON m.id = i.member_id JOIN committee c ON c.id = m.committee_id
    WHERE i.item_id = the_item AND m.person_id = reader_person() AND NOT reader_runs_committee(c.kind));
END
$$;
CREATE OR REPLACE FUNCTION reader_is_system() RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN coalesce(current_setting('essaim.reader', true) = 'system', false);
END
$$;
CREATE OR REPLACE FUNCTION reader_person() RETURNS text LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN CASE WHEN current_setting('essaim.reader', true) LIKE 'person:%' THEN substr(current_setting('essaim.reader', true), 8) END;
END
$$;
CREATE OR REPLACE FUNCTION reader_project() RETURNS uuid LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN CASE WHEN current_setting('essaim.reader', true) LIKE 'through:%' THEN split_part(current_setting('essaim.reader', true), ':', 2)::uuid END;
END
$$;
CREATE OR REPLACE FUNCTION reader_is_agent() RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM agent_role WHERE person_id = reader_person() AND role IN
    ('officer', 'supervisor', 'approver', 'accountant', 'administrator', 'auditor'));
END
$$;
CREATE OR REPLACE FUNCTION reader_may_act_as_agent() RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM agent_role WHERE person_id = reader_person() AND role IN
    ('officer', 'supervisor', 'approver', 'accountant', 'administrator'));
END
$$;
CREATE OR REPLACE FUNCTION reader_assessed() RETURNS uuid[] LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN (SELECT coalesce(array_agg(application_id), '{}') FROM score_sheet
    WHERE person_id = reader_person() AND impartial_at IS NOT NULL AND withdrawn_at IS NULL AND ended_at IS NULL);
END
$$;
CREATE OR REPLACE FUNCTION reader_calls() RETURNS uuid[] LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN (SELECT coalesce(array_agg(c.id), '{}') FROM agent_role r JOIN call c ON c.raw -> 'bodies' ? r.role
    WHERE r.person_id = reader_person() AND r.role IN ('dreets', 'managing-authority', 'opco') AND c.state = 'published');
END
$$;
-- Papers and letters join what else a file opens through: laid over each read of `file`, they took half of its planning.
CREATE FUNCTION file_opens(the_file uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  RETURN EXISTS (SELECT 1 FROM attachment WHERE file_id = the_file)
    OR EXISTS (SELECT 1 FROM document WHERE file_id = the_file)
    OR opens_otherwise(the_file);
END
$$;
DROP POLICY reading ON file;
CREATE POLICY reading ON file FOR SELECT USING (
  (SELECT reader_is_system()) OR stored_by = (SELECT reader_person()) OR file_opens(id)
);
