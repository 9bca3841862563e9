-- Committees of every kind: their members and the bodies that sit, meetings, votes, decisions and minutes.

CREATE TABLE committee (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]+$'),
  -- What it is for: 'communotic', 'steering', 'selection', 'monitoring'. Who runs each kind is the code's table.
  kind text NOT NULL,
  name text NOT NULL,
  purpose text NOT NULL,
  -- Share of the seats that must be held for a meeting to decide, in percent; none where 0.
  quorum_percent integer NOT NULL CHECK (quorum_percent BETWEEN 0 AND 100),
  made_at timestamptz NOT NULL,
  ended_on date,
  -- The accounts of who sits today: the rows below open to them. Kept by a trigger, and by a job as mandates end.
  seated text[] NOT NULL DEFAULT '{}'
);

-- A seat: who holds it, for which body, from when until when.
CREATE TABLE committee_member (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  committee_id uuid NOT NULL REFERENCES committee ON DELETE CASCADE,
  -- The person's account, where they have one: it opens the committee's pages to them.
  person_id text REFERENCES person ON DELETE SET NULL,
  name text NOT NULL,
  email text NOT NULL DEFAULT '',
  -- The body that sits through them: « OPCO Exemple », « Région ».
  body text NOT NULL,
  organisation_id uuid REFERENCES organisation ON DELETE SET NULL,
  college text NOT NULL DEFAULT '',
  role text NOT NULL CHECK (role IN ('chair', 'deputy-chair', 'secretary', 'member', 'guest')),
  from_on date NOT NULL,
  until_on date,
  name_is_public boolean NOT NULL DEFAULT false,
  CHECK (until_on IS NULL OR until_on >= from_on)
);
CREATE INDEX committee_member_committee ON committee_member (committee_id);
CREATE INDEX committee_member_person ON committee_member (person_id) WHERE person_id IS NOT NULL;

CREATE FUNCTION seated_on(the_committee uuid, the_day date) RETURNS text[] LANGUAGE sql STABLE AS
$$ SELECT coalesce(array_agg(DISTINCT person_id), '{}') FROM committee_member
   WHERE committee_id = the_committee AND person_id IS NOT NULL AND from_on <= the_day AND (until_on IS NULL OR until_on >= the_day) $$;

CREATE FUNCTION keep_seated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_committee uuid := coalesce(NEW.committee_id, OLD.committee_id);
BEGIN
  UPDATE committee SET seated = seated_on(the_committee, current_date) WHERE id = the_committee;
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_seated AFTER INSERT OR UPDATE OR DELETE ON committee_member FOR EACH ROW EXECUTE FUNCTION keep_seated();

CREATE TABLE meeting (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  committee_id uuid NOT NULL REFERENCES committee ON DELETE CASCADE,
  number integer NOT NULL,
  title text NOT NULL,
  starts_at timestamptz NOT NULL,
  place text NOT NULL,
  state text NOT NULL CHECK (state IN ('planned', 'called', 'open', 'closed', 'cancelled')),
  called_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  -- Seats and presences as they stood when the meeting was opened.
  quorum jsonb,
  minutes text NOT NULL DEFAULT '',
  minutes_approved_at timestamptz,
  minutes_published_at timestamptz,
  UNIQUE (committee_id, number)
);

CREATE TABLE agenda_item (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
  position integer NOT NULL,
  title text NOT NULL,
  detail text NOT NULL DEFAULT '',
  -- Whether it is to be voted, or only told.
  to_decide boolean NOT NULL,
  -- What it is about elsewhere in the service: "application:<id>".
  subject text,
  UNIQUE (meeting_id, position)
);

CREATE TABLE meeting_document (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
  item_id uuid REFERENCES agenda_item ON DELETE SET NULL,
  title text NOT NULL,
  file_id uuid NOT NULL REFERENCES file,
  added_at timestamptz NOT NULL
);
CREATE INDEX meeting_document_meeting ON meeting_document (meeting_id);
CREATE INDEX meeting_document_file ON meeting_document (file_id);

CREATE TABLE attendance (
  meeting_id uuid NOT NULL REFERENCES meeting ON DELETE CASCADE,
  member_id uuid NOT NULL REFERENCES committee_member ON DELETE CASCADE,
  presence text NOT NULL CHECK (presence IN ('present', 'represented', 'excused', 'absent')),
  -- Who votes for one that is represented.
  represented_by uuid REFERENCES committee_member ON DELETE CASCADE,
  PRIMARY KEY (meeting_id, member_id),
  CHECK ((presence = 'represented') = (represented_by IS NOT NULL))
);

-- A member who has an interest in an item leaves the room: neither counted nor heard on it.
CREATE TABLE item_interest (
  item_id uuid NOT NULL REFERENCES agenda_item ON DELETE CASCADE,
  member_id uuid NOT NULL REFERENCES committee_member ON DELETE CASCADE,
  reason text NOT NULL,
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (item_id, member_id)
);

-- What was decided on an item, by how many, and what follows from it.
CREATE TABLE committee_decision (
  item_id uuid PRIMARY KEY REFERENCES agenda_item ON DELETE CASCADE,
  text text NOT NULL,
  in_favour integer NOT NULL CHECK (in_favour >= 0),
  against integer NOT NULL CHECK (against >= 0),
  abstained integer NOT NULL CHECK (abstained >= 0),
  adopted boolean NOT NULL,
  decided_at timestamptz NOT NULL,
  recorded_by text REFERENCES person ON DELETE SET NULL,
  responsible text NOT NULL DEFAULT '',
  due_on date,
  done_on date,
  follow_up text NOT NULL DEFAULT ''
);

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['committee', 'committee_member', 'meeting', 'agenda_item', 'meeting_document', 'attendance',
                                   'item_interest', 'committee_decision'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
    EXECUTE format('CREATE POLICY service ON %I FOR ALL USING ((SELECT reader_is_system()))', the_table);
  END LOOP;
END $$;

-- Who runs this kind of committee, auditors reading with them.
CREATE FUNCTION reader_runs_committee(the_kind text) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT CASE the_kind WHEN 'communotic' THEN reader_has_role('animator', 'auditor')
                        ELSE reader_has_role('officer', 'supervisor', 'auditor') END $$;

CREATE FUNCTION reader_sees_committee(the_committee uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM committee c
                  WHERE c.id = the_committee AND (reader_person() = ANY (c.seated) OR reader_runs_committee(c.kind))) $$;

-- That a committee exists and who sits on it is public, names apart, which the page holds back; selections are not.
CREATE POLICY everyone ON committee FOR SELECT USING (kind = 'communotic' OR reader_runs_committee(kind) OR (SELECT reader_person()) = ANY (seated));
CREATE POLICY everyone ON committee_member FOR SELECT USING (EXISTS (SELECT 1 FROM committee c WHERE c.id = committee_id));
CREATE POLICY seated ON meeting FOR SELECT USING (minutes_published_at IS NOT NULL OR reader_sees_committee(committee_id));
CREATE POLICY seated ON agenda_item FOR SELECT USING (EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_id));
CREATE POLICY seated ON meeting_document FOR SELECT USING (
  EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_id AND reader_sees_committee(m.committee_id))
);
CREATE POLICY seated ON attendance FOR SELECT USING (EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_id));
CREATE POLICY seated ON item_interest FOR SELECT USING (
  EXISTS (SELECT 1 FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id WHERE i.id = item_id AND reader_sees_committee(m.committee_id))
);
CREATE POLICY seated ON committee_decision FOR SELECT USING (
  EXISTS (SELECT 1 FROM agenda_item i WHERE i.id = item_id)
);
CREATE POLICY file_of_meeting ON file FOR SELECT USING (EXISTS (SELECT 1 FROM meeting_document d WHERE d.file_id = file.id));
