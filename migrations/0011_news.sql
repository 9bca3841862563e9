-- What comes to people: news of files on the desk and by mail, each as its reader sets it; leaves and their deputies.

CREATE TABLE news (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  kind text NOT NULL,
  -- The file it tells of; null for what is about the service.
  application uuid REFERENCES application ON DELETE CASCADE,
  -- Whose act; null for what time alone brings.
  actor text REFERENCES person ON DELETE SET NULL,
  -- The absent person that its reader stands in for.
  in_place_of text REFERENCES person ON DELETE SET NULL,
  -- One sentence more: the reason given, the first words of a message.
  excerpt text NOT NULL DEFAULT '',
  -- What it tells of, so that nothing is told twice to one person: the journal's entry, the day of a deadline.
  about text NOT NULL,
  at timestamptz NOT NULL,
  -- 'now': mailed with the act; 'morning': in the next digest; 'none': on the desk alone.
  way text NOT NULL CHECK (way IN ('now', 'morning', 'none')),
  mailed_at timestamptz,
  read_at timestamptz,
  UNIQUE (person_id, about)
);
CREATE INDEX news_person ON news (person_id, id DESC);
CREATE INDEX news_digest ON news (person_id) WHERE way = 'morning' AND mailed_at IS NULL AND read_at IS NULL;
CREATE INDEX news_application ON news (application) WHERE application IS NOT NULL;
ALTER TABLE news ENABLE ROW LEVEL SECURITY;
ALTER TABLE news FORCE ROW LEVEL SECURITY;
-- Each reads their own; what tells them is the service, within the act that it tells of.
CREATE POLICY news_read ON news FOR SELECT USING ((SELECT reader_is_system()) OR person_id = (SELECT reader_person()));
CREATE POLICY news_mark ON news FOR UPDATE USING ((SELECT reader_is_system()) OR person_id = (SELECT reader_person()));
CREATE POLICY news_tell ON news FOR INSERT WITH CHECK ((SELECT reader_is_system()));
CREATE POLICY news_forget ON news FOR DELETE USING ((SELECT reader_is_system()));

-- How a person wants to be told of one kind of thing; nothing here: as the service does for everyone.
CREATE TABLE mail_choice (
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  kind text NOT NULL,
  way text NOT NULL CHECK (way IN ('now', 'morning', 'none')),
  chosen_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, kind)
);

-- A reminder to an applicant, sent once for each thing and day that it is about.
CREATE TABLE reminder (
  application uuid NOT NULL REFERENCES application ON DELETE CASCADE,
  kind text NOT NULL,
  about text NOT NULL,
  sent_at timestamptz NOT NULL,
  PRIMARY KEY (application, kind, about)
);
ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
ALTER TABLE reminder FORCE ROW LEVEL SECURITY;
CREATE POLICY reminder_of_the_service ON reminder FOR ALL USING ((SELECT reader_is_system()));

-- An agent is away between two days, and another stands in.
CREATE TABLE leave (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  deputy_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  from_day date NOT NULL,
  until_day date NOT NULL,
  noted_by text REFERENCES person ON DELETE SET NULL,
  noted_at timestamptz NOT NULL,
  -- Cut short, or taken back.
  ended_at timestamptz,
  CHECK (from_day <= until_day),
  CHECK (person_id <> deputy_id)
);
CREATE INDEX leave_person ON leave (person_id) WHERE ended_at IS NULL;
CREATE INDEX leave_deputy ON leave (deputy_id) WHERE ended_at IS NULL;
