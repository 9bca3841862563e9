-- The partners of a project: who was invited, who takes part, who has confirmed its part.

CREATE TABLE partner (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  application_id uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  -- The organisation that was invited by its number, or that has accepted.
  organisation_id uuid REFERENCES organisation,
  -- As the lead called it; its SIREN where the lead gave one: no other organisation may then accept.
  name text NOT NULL,
  siren text CHECK (siren ~ '^\d{9}$'),
  -- Where the invitation was sent; forgotten once it is over.
  email text NOT NULL DEFAULT '',
  token_hash text UNIQUE,
  invited_by text REFERENCES person ON DELETE SET NULL,
  invited_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  reminded_at timestamptz,
  accepted_at timestamptz,
  accepted_by text REFERENCES person ON DELETE SET NULL,
  -- What was confirmed is known by its hash: a part that changed since is no longer confirmed.
  confirmed_at timestamptz,
  confirmed_by text REFERENCES person ON DELETE SET NULL,
  confirmed_hash text,
  declarations jsonb NOT NULL DEFAULT '[]',
  -- Told once that its part changed since it was confirmed.
  told_changed_at timestamptz,
  ended_at timestamptz,
  ended_how text CHECK (ended_how IN ('declined', 'cancelled', 'left', 'removed')),
  CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
  CHECK (accepted_at IS NULL OR organisation_id IS NOT NULL),
  CHECK ((confirmed_at IS NULL) = (confirmed_hash IS NULL))
);
CREATE INDEX partner_application ON partner (application_id);
CREATE INDEX partner_organisation ON partner (organisation_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX partner_once ON partner (application_id, organisation_id) WHERE ended_at IS NULL;

-- A person who reads one project through the place of their organisation in it: 'through:<application>:<partner>:<person>'.
-- They are nobody else meanwhile: neither a member of an organisation nor an agent.
CREATE FUNCTION reader_project() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN current_setting('essaim.reader', true) LIKE 'through:%' THEN split_part(current_setting('essaim.reader', true), ':', 2)::uuid END $$;
CREATE FUNCTION reader_partner() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN current_setting('essaim.reader', true) LIKE 'through:%' THEN split_part(current_setting('essaim.reader', true), ':', 3)::uuid END $$;

-- Opens the transaction to a partner's person: only where their organisation takes part still, and for writing only to who
-- writes for it. Says whether it did; where it did not, nothing can be read.
CREATE FUNCTION read_through(the_partner uuid, the_person text, to_write boolean) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE the_project uuid;
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  SELECT p.application_id INTO the_project FROM partner p
    JOIN membership m ON m.organisation_id = p.organisation_id AND m.person_id = the_person
    WHERE p.id = the_partner AND p.accepted_at IS NOT NULL AND p.ended_at IS NULL
      AND (NOT to_write OR m.role IN ('owner', 'editor'));
  PERFORM set_config('essaim.reader',
    CASE WHEN the_project IS NULL THEN 'public' ELSE format('through:%s:%s:%s', the_project, the_partner, the_person) END, true);
  RETURN the_project IS NOT NULL;
END
$$;

ALTER TABLE partner ENABLE ROW LEVEL SECURITY;
ALTER TABLE partner FORCE ROW LEVEL SECURITY;
-- The lead sees whom it invited; an organisation its own places; partners each other; agents who takes part in what is filed.
CREATE POLICY reading ON partner FOR SELECT USING (
  (SELECT reader_is_system())
  OR organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()))
  OR (application_id = (SELECT reader_project()) AND ended_at IS NULL)
  OR EXISTS (SELECT 1 FROM application a WHERE a.id = application_id AND (
       a.organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()))
       OR ((SELECT reader_is_agent()) AND accepted_at IS NOT NULL AND ended_at IS NULL)))
);
CREATE FUNCTION is_draft(the_application uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM application WHERE id = the_application AND state = 'draft')
$$;
-- The lead invites and takes away while it is a draft; a partner confirms; that an invitation is accepted is the service's to say.
CREATE POLICY adding ON partner FOR INSERT WITH CHECK (
  side_on(application_id) = 'system'
  OR (side_on(application_id) = 'applicant' AND is_draft(application_id)
      AND num_nonnulls(accepted_at, confirmed_at, ended_at, reminded_at) = 0)
);
CREATE POLICY changing ON partner FOR UPDATE USING (
  (SELECT reader_is_system())
  OR (is_draft(application_id) AND (side_on(application_id) = 'applicant' OR id = (SELECT reader_partner())))
);
CREATE POLICY removing ON partner FOR DELETE USING ((SELECT reader_is_system()));

CREATE FUNCTION partner_keeps_sides() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text[] := columns_changed(to_jsonb(OLD), to_jsonb(NEW));
  allowed text[] := ARRAY['token_hash', 'email', 'invited_by', 'invited_at', 'expires_at', 'reminded_at', 'told_changed_at', 'ended_at', 'ended_how'];
BEGIN
  IF reader_is_system() THEN RETURN NEW; END IF;
  IF OLD.id = reader_partner() THEN
    allowed := ARRAY['confirmed_at', 'confirmed_by', 'confirmed_hash', 'declarations', 'told_changed_at'];
  END IF;
  IF NOT changed <@ allowed THEN PERFORM refuse_columns('partner', 'partner', changed); END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER keeps_sides BEFORE UPDATE ON partner FOR EACH ROW EXECUTE FUNCTION partner_keeps_sides();

-- A partner reads the project and what was filed of it; never messages, letters, requests, decisions: those are the lead's.
DROP POLICY application_read ON application;
CREATE POLICY application_read ON application FOR SELECT USING (
  (SELECT reader_is_system())
  OR organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()))
  OR ((SELECT reader_is_agent()) AND submitted_at IS NOT NULL)
  OR id = (SELECT reader_project())
);
DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['message', 'document', 'completion_request', 'award', 'agreement'] LOOP
    EXECUTE format('CREATE POLICY not_for_partners ON %I AS RESTRICTIVE FOR SELECT USING ((SELECT reader_project()) IS NULL)', the_table);
  END LOOP;
END $$;

-- It writes its own part of the draft, and nothing else of it.
DROP POLICY application_change ON application;
CREATE POLICY application_change ON application FOR UPDATE USING (
  side_for(organisation_id, submitted_at IS NOT NULL) IS NOT NULL
  OR (submitted_at IS NOT NULL AND (SELECT reader_may_act_as_agent()))
  OR (state = 'draft' AND id = (SELECT reader_project()))
);
CREATE POLICY adding_through ON draft_edit FOR INSERT WITH CHECK (application_id = (SELECT reader_project()) AND is_draft(application_id));

-- Whether all that differs between two drafts is in the part tied to a partner. What ties it stays as it is.
CREATE FUNCTION changes_own_part(old_raw jsonb, new_raw jsonb, the_partner uuid) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  tie text := (SELECT key FROM jsonb_each(old_raw) WHERE value = to_jsonb(the_partner::text) AND key LIKE '%.partnerId' LIMIT 1);
  own text := left(tie, -length('partnerId'));
BEGIN
  RETURN tie IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM (SELECT key FROM jsonb_each(old_raw) UNION SELECT key FROM jsonb_each(new_raw)) AS k
    -- A commune is kept beside the text typed in its box, whose name says so before the same path.
    WHERE old_raw -> key IS DISTINCT FROM new_raw -> key
      AND (key = tie OR NOT (starts_with(key, own) OR starts_with(key, 'recherche:' || own))));
END
$$;

CREATE FUNCTION application_keeps_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed text[] := columns_changed(to_jsonb(OLD) - 'department', to_jsonb(NEW) - 'department');
BEGIN
  IF NOT changed <@ ARRAY['raw', 'raw_version', 'raw_saved_at', 'raw_saved_by', 'updated_at']
     OR NOT changes_own_part(OLD.raw, NEW.raw, reader_partner()) THEN
    PERFORM refuse_columns('application', 'partner', changed);
  END IF;
  RETURN NEW;
END
$$;
DROP TRIGGER keeps_sides ON application;
CREATE TRIGGER keeps_sides BEFORE UPDATE ON application FOR EACH ROW
  WHEN (reader_partner() IS NULL) EXECUTE FUNCTION application_keeps_sides();
CREATE TRIGGER keeps_parts BEFORE UPDATE ON application FOR EACH ROW
  WHEN (reader_partner() IS NOT NULL) EXECUTE FUNCTION application_keeps_parts();
