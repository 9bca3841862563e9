-- The agenda: events and training sessions, who runs them, who comes, who came.

-- What one registers for: an event (2.b) or a session of a course (3).
CREATE TABLE occasion (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  nature text NOT NULL CHECK (nature IN ('event', 'session')),
  kind text NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  summary text NOT NULL DEFAULT '',
  -- What brings people together: the problem they share (EVT-1).
  problem text NOT NULL DEFAULT '',
  axis text,
  transitions text[] NOT NULL DEFAULT '{}',
  audience text[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'proposed', 'published', 'postponed', 'cancelled')),
  version integer NOT NULL DEFAULT 1,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  -- The day that was first announced, when it was put off to the one above.
  moved_from timestamptz,
  place text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  commune text,
  -- Where one joins from afar: told to those who registered, never on the page.
  link text NOT NULL DEFAULT '',
  is_remote boolean NOT NULL DEFAULT false,
  opens_at timestamptz,
  closes_at timestamptz,
  -- How long a freed place is kept for whoever is first in the queue.
  offer_hours integer NOT NULL DEFAULT 24 CHECK (offer_hours BETWEEN 1 AND 240),
  access text NOT NULL DEFAULT '',
  contact text NOT NULL DEFAULT '',
  timetable jsonb NOT NULL DEFAULT '[]',
  questions jsonb NOT NULL DEFAULT '[]',
  organisation_id uuid REFERENCES organisation,
  organiser text NOT NULL DEFAULT '',
  proposed_by text REFERENCES person ON DELETE SET NULL,
  previous_id uuid REFERENCES occasion,
  reason text NOT NULL DEFAULT '',
  created_by text REFERENCES person ON DELETE SET NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  published_at timestamptz,
  department text GENERATED ALWAYS AS (CASE WHEN commune LIKE '97%' THEN left(commune, 3) ELSE left(commune, 2) END) STORED
);
CREATE INDEX occasion_calendar ON occasion (starts_at, id) WHERE state IN ('published', 'postponed', 'cancelled');

-- The half days of an occasion, or its hours: attendance is signed for each.
CREATE TABLE slot (
  occasion_id uuid NOT NULL REFERENCES occasion ON DELETE CASCADE,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  PRIMARY KEY (occasion_id, starts_at)
);

-- Places, by kind of public. Without a number of places, everyone comes.
CREATE TABLE quota (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  occasion_id uuid NOT NULL REFERENCES occasion ON DELETE CASCADE,
  position integer NOT NULL,
  label text NOT NULL,
  places integer CHECK (places BETWEEN 0 AND 100000),
  -- Grows with each one who joins the queue: its order.
  last_rank integer NOT NULL DEFAULT 0,
  UNIQUE (occasion_id, position)
);

-- Who runs an occasion, speaks there, keeps its door or trains. Known by address: an account is not needed.
CREATE TABLE crew (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  occasion_id uuid NOT NULL REFERENCES occasion ON DELETE CASCADE,
  part text NOT NULL CHECK (part IN ('host', 'speaker', 'keeper', 'trainer')),
  name text NOT NULL,
  email text NOT NULL,
  added_at timestamptz NOT NULL,
  UNIQUE (occasion_id, part, email)
);
CREATE INDEX crew_email ON crew (email);

CREATE TABLE registration (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  occasion_id uuid NOT NULL REFERENCES occasion,
  quota_id uuid NOT NULL REFERENCES quota,
  state text NOT NULL CHECK (state IN ('unconfirmed', 'registered', 'waiting', 'offered', 'cancelled')),
  -- Why it is over: by oneself, an offer left unanswered, an objection, by the organisers, or the occasion itself.
  ended text CHECK (ended IN ('self', 'unanswered', 'objected', 'organiser', 'occasion', 'forgotten')),
  rank integer,
  offered_until timestamptz,
  name text NOT NULL,
  email text NOT NULL,
  person_id text REFERENCES person ON DELETE SET NULL,
  organisation_id uuid REFERENCES organisation ON DELETE SET NULL,
  structure text NOT NULL DEFAULT '',
  answers jsonb NOT NULL DEFAULT '{}',
  access_need text NOT NULL DEFAULT '',
  photo_consent boolean,
  -- Entered by someone else: who, as they are told.
  entered_by text REFERENCES person ON DELETE SET NULL,
  entered_by_name text,
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  ended_at timestamptz,
  reminded_at timestamptz,
  CHECK ((state = 'cancelled') = (ended IS NOT NULL)),
  CHECK ((state = 'offered') = (offered_until IS NOT NULL))
);
CREATE UNIQUE INDEX registration_once ON registration (occasion_id, email) WHERE state <> 'cancelled';
CREATE INDEX registration_places ON registration (quota_id, state, rank);
CREATE INDEX registration_person ON registration (person_id);
CREATE INDEX registration_entered ON registration (entered_by);
CREATE INDEX registration_organisation ON registration (organisation_id);
CREATE INDEX registration_offers ON registration (offered_until) WHERE state = 'offered';

-- Who was there, half day by half day; in training the trainee and the trainer both sign.
CREATE TABLE presence (
  registration_id uuid NOT NULL REFERENCES registration ON DELETE CASCADE,
  slot_at timestamptz NOT NULL,
  signer text NOT NULL CHECK (signer IN ('trainee', 'trainer', 'keeper')),
  present boolean NOT NULL DEFAULT true,
  at timestamptz NOT NULL,
  signed_by text NOT NULL,
  PRIMARY KEY (registration_id, slot_at, signer)
);

-- What of the service a mail address wants to hear of. No account; left in one click.
CREATE TABLE subscription (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  email text NOT NULL,
  topics text[] NOT NULL CHECK (topics <@ ARRAY['calls', 'events', 'sessions'] AND cardinality(topics) > 0),
  department text,
  -- A saved search, as the query of the page that it was saved on.
  query text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  UNIQUE (email, query)
);

-- The part that the reader has in an occasion: their role on the agenda, or what its list of people says.
CREATE FUNCTION occasion_part(the_occasion uuid, the_nature text) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  the_reader text := current_setting('essaim.reader', true);
  found_part text;
BEGIN
  IF reader_is_system() THEN RETURN 'system'; END IF;
  IF reader_person() IS NULL THEN RETURN NULL; END IF;
  IF EXISTS (SELECT 1 FROM agent_role WHERE person_id = reader_person()
             AND role = CASE the_nature WHEN 'event' THEN 'organiser' ELSE 'operator' END) THEN RETURN 'host'; END IF;
  PERFORM set_config('essaim.reader', 'system', true);
  SELECT s.part INTO found_part FROM crew s JOIN person p ON p.email = s.email
   WHERE s.occasion_id = the_occasion AND 'person:' || p.id = the_reader
   ORDER BY array_position(ARRAY['host', 'trainer', 'keeper', 'speaker'], s.part) LIMIT 1;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
  IF found_part IS NOT NULL THEN RETURN found_part; END IF;
  IF EXISTS (SELECT 1 FROM agent_role WHERE person_id = reader_person() AND role IN ('auditor', 'administrator')) THEN RETURN 'reader'; END IF;
  RETURN NULL;
END
$$;

-- The same, of an occasion known by its id alone.
CREATE FUNCTION part_in(the_occasion uuid) RETURNS text LANGUAGE plpgsql STABLE AS $$
DECLARE
  the_reader text := current_setting('essaim.reader', true);
  the_nature text;
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  SELECT nature INTO the_nature FROM occasion WHERE id = the_occasion;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
  RETURN occasion_part(the_occasion, the_nature);
END
$$;

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['occasion', 'crew', 'registration', 'presence', 'subscription'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
  END LOOP;
END $$;

CREATE POLICY reading ON occasion FOR SELECT USING (
  state IN ('published', 'postponed', 'cancelled') OR (SELECT reader_is_system()) OR proposed_by = (SELECT reader_person())
  OR occasion_part(id, nature) IS NOT NULL
);
CREATE POLICY adding ON occasion FOR INSERT WITH CHECK (
  (SELECT reader_is_system()) OR occasion_part(id, nature) = 'host'
  OR (state = 'proposed' AND nature = 'event' AND proposed_by = (SELECT reader_person()))
);
CREATE POLICY changing ON occasion FOR UPDATE USING (
  (SELECT reader_is_system()) OR occasion_part(id, nature) = 'host' OR (state = 'proposed' AND proposed_by = (SELECT reader_person()))
);
CREATE POLICY reading ON crew FOR SELECT USING (
  (SELECT reader_is_system()) OR email = (SELECT email FROM person WHERE id = reader_person()) OR part_in(occasion_id) IN ('host', 'reader')
);
CREATE POLICY writing ON crew FOR ALL USING ((SELECT reader_is_system()) OR part_in(occasion_id) = 'host');

-- Registrations are made and moved by the service, which knows the place of each in the queue.
CREATE POLICY reading ON registration FOR SELECT USING (
  (SELECT reader_is_system()) OR person_id = (SELECT reader_person()) OR entered_by = (SELECT reader_person())
  OR part_in(occasion_id) IN ('host', 'keeper', 'trainer', 'reader')
);
CREATE POLICY writing ON registration FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY reading ON presence FOR SELECT USING (
  (SELECT reader_is_system()) OR EXISTS (SELECT 1 FROM registration r WHERE r.id = registration_id)
);
CREATE POLICY writing ON presence FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY own ON subscription FOR ALL USING ((SELECT reader_is_system()));

-- The journal of an occasion is read by those who run it.
CREATE POLICY journal_read_occasion ON journal FOR SELECT USING (
  CASE WHEN chain LIKE 'occasion:%' THEN part_in(substr(chain, 10)::uuid) IN ('host', 'reader') ELSE false END
);

-- The addresses that begin like this one, drafts included: whoever names an occasion may not read the others' drafts.
CREATE FUNCTION occasion_slugs(begun text) RETURNS TABLE (slug text) LANGUAGE plpgsql AS $$
DECLARE the_reader text := current_setting('essaim.reader', true);
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  RETURN QUERY SELECT o.slug FROM occasion o WHERE o.slug = begun OR o.slug LIKE begun || '-%';
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
END
$$;

-- How many hold a place and how many wait in the queue (whoever awaits the organisers' word has no rank): numbers that anyone may know, of people whom they may not.
CREATE FUNCTION counts_of(the_quota uuid) RETURNS TABLE (held integer, waiting integer) LANGUAGE plpgsql AS $$
DECLARE the_reader text := current_setting('essaim.reader', true);
BEGIN
  PERFORM set_config('essaim.reader', 'system', true);
  RETURN QUERY SELECT count(*) FILTER (WHERE r.state IN ('registered', 'offered'))::integer, count(*) FILTER (WHERE r.state = 'waiting' AND r.rank IS NOT NULL)::integer
    FROM registration r WHERE r.quota_id = the_quota;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
END
$$;
