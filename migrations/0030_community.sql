-- The community: self-assessments, referrals to E3D, the directory of actors, needs and offers, practices, the newsletter.
-- Acts are written by the service once the permission table has said yes; what each reader may see is held here.

CREATE FUNCTION reader_is_member_of(the_organisation uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM membership WHERE organisation_id = the_organisation AND person_id = reader_person()) $$;

CREATE FUNCTION reader_may_write_for(the_organisation uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM membership
                  WHERE organisation_id = the_organisation AND person_id = reader_person() AND role IN ('owner', 'editor')) $$;

-- Answers given together, in two months, make one round: repeated, rounds tell how an organisation moves.
CREATE TABLE assessment_round (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  instrument text NOT NULL CHECK (instrument IN ('digital-maturity', 'sustainability')),
  framework text NOT NULL,
  opened_on date NOT NULL
);
CREATE INDEX assessment_round_organisation ON assessment_round (organisation_id, instrument, opened_on DESC);

-- What one person found, domain by domain; their colleagues see it. A deleted account leaves the levels, without a name.
CREATE TABLE assessment_response (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  round_id uuid NOT NULL REFERENCES assessment_round ON DELETE CASCADE,
  person_id text REFERENCES person ON DELETE SET NULL,
  levels jsonb NOT NULL,
  answered_at timestamptz NOT NULL,
  UNIQUE (round_id, person_id)
);

-- The very answers: their author's alone, to go back to.
CREATE TABLE assessment_answers (
  response_id uuid PRIMARY KEY REFERENCES assessment_response ON DELETE CASCADE,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  raw jsonb NOT NULL
);

CREATE TABLE assessment_reminder (
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  instrument text NOT NULL CHECK (instrument IN ('digital-maturity', 'sustainability')),
  remind_on date NOT NULL,
  PRIMARY KEY (person_id, organisation_id, instrument)
);
CREATE INDEX assessment_reminder_due ON assessment_reminder (remind_on);

-- An orientation towards the E3D service. What is passed is copied at the consent, and goes when it is withdrawn.
CREATE TABLE referral (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number text NOT NULL UNIQUE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  state text NOT NULL CHECK (state IN ('received', 'taken-up', 'answered', 'closed', 'withdrawn')),
  need text,
  -- What the organisation agreed to pass, as it was that day: contact, levels, label.
  passed jsonb,
  consented_by text REFERENCES person ON DELETE SET NULL,
  consented_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  taken_by text REFERENCES person ON DELETE SET NULL,
  taken_at timestamptz,
  answer text,
  answered_at timestamptz,
  closed_at timestamptz,
  -- How it went, in the organisation's words: helped or not, and what came of it.
  helped text CHECK (helped IN ('yes', 'partly', 'no')),
  outcome text,
  reminded_at timestamptz,
  CHECK (state <> 'withdrawn' OR num_nonnulls(need, passed) = 0)
);
CREATE INDEX referral_organisation ON referral (organisation_id);
CREATE INDEX referral_waiting ON referral (consented_at) WHERE state IN ('received', 'taken-up');

-- The E3D label as its holder declares it: nothing is decided from it.
CREATE TABLE sustainability_label (
  organisation_id uuid PRIMARY KEY REFERENCES organisation ON DELETE CASCADE,
  level integer NOT NULL CHECK (level BETWEEN 1 AND 3),
  obtained_on date NOT NULL,
  ends_on date NOT NULL CHECK (ends_on > obtained_on),
  declared_by text REFERENCES person ON DELETE SET NULL,
  declared_at timestamptz NOT NULL
);

-- An actor of the Norman training world, as it shows itself.
CREATE TABLE actor (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL UNIQUE REFERENCES organisation ON DELETE CASCADE,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]+$'),
  kind text NOT NULL,
  summary text NOT NULL,
  offers text NOT NULL DEFAULT '',
  seeks text NOT NULL DEFAULT '',
  departments text[] NOT NULL,
  website text NOT NULL DEFAULT '',
  email text NOT NULL DEFAULT '',
  phone text NOT NULL DEFAULT '',
  -- Which of those the organisation lets everyone see.
  shown text[] NOT NULL DEFAULT '{}',
  state text NOT NULL CHECK (state IN ('asked', 'published', 'refused', 'removed', 'asleep', 'left')),
  asked_at timestamptz NOT NULL,
  welcomed_at timestamptz,
  confirmed_on date NOT NULL,
  reminded_on date
);
CREATE INDEX actor_published ON actor (slug) WHERE state = 'published';

-- « Je cherche », « je propose »: open until its day, then closed by itself.
CREATE TABLE listing (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  author text REFERENCES person ON DELETE SET NULL,
  kind text NOT NULL CHECK (kind IN ('seek', 'offer')),
  title text NOT NULL,
  body text NOT NULL,
  departments text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('open', 'closed', 'removed')),
  published_at timestamptz NOT NULL,
  closes_on date NOT NULL,
  closed_at timestamptz,
  first_answer_at timestamptz
);
CREATE INDEX listing_open ON listing (published_at DESC) WHERE state = 'open';
CREATE INDEX listing_organisation ON listing (organisation_id);

-- Messages about a listing, between its organisation and one person who answered it. No address is ever shown.
CREATE TABLE listing_message (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  listing_id uuid NOT NULL REFERENCES listing ON DELETE CASCADE,
  -- The listing's organisation.
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  correspondent text NOT NULL REFERENCES person ON DELETE CASCADE,
  from_correspondent boolean NOT NULL,
  author text REFERENCES person ON DELETE SET NULL,
  body text NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX listing_message_thread ON listing_message (listing_id, correspondent, sent_at);

CREATE TABLE practice (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]+$'),
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  author text REFERENCES person ON DELETE SET NULL,
  title text NOT NULL,
  summary text NOT NULL,
  body text NOT NULL,
  themes text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('draft', 'submitted', 'published', 'refused', 'removed')),
  written_at timestamptz NOT NULL,
  submitted_at timestamptz,
  published_at timestamptz
);
CREATE INDEX practice_published ON practice (published_at DESC) WHERE state = 'published';
CREATE INDEX practice_organisation ON practice (organisation_id);

-- A picture with its description, a video with its captions, or a file.
CREATE TABLE practice_piece (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('picture', 'video', 'document')),
  file_id uuid NOT NULL REFERENCES file,
  captions_file_id uuid REFERENCES file,
  description text NOT NULL CHECK (description <> ''),
  added_at timestamptz NOT NULL,
  CHECK ((kind = 'video') = (captions_file_id IS NOT NULL))
);
CREATE INDEX practice_piece_practice ON practice_piece (practice_id);
CREATE INDEX practice_piece_file ON practice_piece (file_id);
CREATE INDEX practice_piece_captions ON practice_piece (captions_file_id) WHERE captions_file_id IS NOT NULL;

CREATE TABLE practice_comment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  practice_id uuid NOT NULL REFERENCES practice ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  author text REFERENCES person ON DELETE SET NULL,
  body text NOT NULL,
  posted_at timestamptz NOT NULL,
  removed_at timestamptz
);
CREATE INDEX practice_comment_practice ON practice_comment (practice_id, posted_at);

-- What a moderator decided, with its grounds, and the appeal against it: answered by somebody else.
CREATE TABLE moderation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  about text NOT NULL CHECK (about IN ('actor', 'listing', 'practice', 'comment')),
  about_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  -- What it was about, as it was named that day.
  title text NOT NULL,
  decision text NOT NULL CHECK (decision IN ('accepted', 'refused', 'removed', 'restored')),
  ground text,
  reasons text NOT NULL DEFAULT '',
  decided_by text REFERENCES person ON DELETE SET NULL,
  decided_at timestamptz NOT NULL,
  CHECK (decision IN ('accepted', 'restored') OR (ground IS NOT NULL AND reasons <> ''))
);
CREATE INDEX moderation_about ON moderation (about, about_id, decided_at DESC);
CREATE INDEX moderation_organisation ON moderation (organisation_id);

CREATE TABLE appeal (
  moderation_id uuid PRIMARY KEY REFERENCES moderation ON DELETE CASCADE,
  reasons text NOT NULL,
  asked_by text REFERENCES person ON DELETE SET NULL,
  asked_at timestamptz NOT NULL,
  upheld boolean,
  answer text,
  answered_by text REFERENCES person ON DELETE SET NULL,
  answered_at timestamptz,
  CHECK (num_nonnulls(upheld, answer, answered_at) IN (0, 3))
);

-- Whoever asked for the newsletter, once they have confirmed it from their mail. Leaving forgets the address.
CREATE TABLE newsletter_subscriber (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  email text NOT NULL UNIQUE,
  asked_at timestamptz NOT NULL,
  confirmed_at timestamptz
);

CREATE TABLE newsletter_issue (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  number integer NOT NULL UNIQUE,
  title text NOT NULL,
  introduction text NOT NULL,
  items jsonb NOT NULL,
  composed_by text REFERENCES person ON DELETE SET NULL,
  composed_at timestamptz NOT NULL,
  sent_at timestamptz,
  sent_to integer
);

-- What a mail program may offer to leave a list in one press (RFC 8058).
ALTER TABLE mail ADD COLUMN unsubscribe_url text;

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['assessment_round', 'assessment_response', 'assessment_answers', 'assessment_reminder', 'referral',
                                   'sustainability_label', 'actor', 'listing', 'listing_message', 'practice', 'practice_piece',
                                   'practice_comment', 'moderation', 'appeal', 'newsletter_subscriber', 'newsletter_issue'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
    EXECUTE format('CREATE POLICY service ON %I FOR ALL USING ((SELECT reader_is_system()))', the_table);
  END LOOP;
END $$;

-- What an organisation measures of itself is its own: no agent reads it.
CREATE POLICY members ON assessment_round FOR SELECT USING (reader_is_member_of(organisation_id));
CREATE POLICY members ON assessment_response FOR SELECT USING (
  EXISTS (SELECT 1 FROM assessment_round r WHERE r.id = round_id)
);
CREATE POLICY own ON assessment_answers FOR SELECT USING (person_id = (SELECT reader_person()));
CREATE POLICY own ON assessment_reminder FOR SELECT USING (person_id = (SELECT reader_person()));
CREATE POLICY members ON sustainability_label FOR SELECT USING (reader_is_member_of(organisation_id));

-- A consent that was withdrawn closes the referral to the service it was for.
CREATE POLICY parties ON referral FOR SELECT USING (
  reader_is_member_of(organisation_id)
  OR (state <> 'withdrawn' AND (SELECT reader_has_role('sustainability-adviser', 'auditor')))
);

CREATE POLICY everyone ON actor FOR SELECT USING (
  state = 'published' OR reader_is_member_of(organisation_id) OR (SELECT reader_has_role('animator', 'administrator', 'auditor'))
);
CREATE POLICY everyone ON listing FOR SELECT USING (
  state = 'open' OR reader_is_member_of(organisation_id) OR (SELECT reader_has_role('animator', 'administrator', 'auditor'))
  OR id IN (SELECT m.listing_id FROM listing_message m WHERE m.correspondent = (SELECT reader_person()))
);
-- Moderators do not read what people write to each other.
CREATE POLICY both_ends ON listing_message FOR SELECT USING (
  correspondent = (SELECT reader_person()) OR reader_may_write_for(organisation_id)
);
CREATE POLICY everyone ON practice FOR SELECT USING (
  state = 'published' OR reader_is_member_of(organisation_id)
  OR (state <> 'draft' AND (SELECT reader_has_role('animator', 'administrator', 'auditor')))
);
CREATE POLICY with_practice ON practice_piece FOR SELECT USING (EXISTS (SELECT 1 FROM practice p WHERE p.id = practice_id));
CREATE POLICY with_practice ON practice_comment FOR SELECT USING (
  EXISTS (SELECT 1 FROM practice p WHERE p.id = practice_id)
  AND (removed_at IS NULL OR reader_is_member_of(organisation_id) OR (SELECT reader_has_role('animator', 'administrator', 'auditor')))
);
CREATE POLICY parties ON moderation FOR SELECT USING (
  reader_is_member_of(organisation_id) OR (SELECT reader_has_role('animator', 'administrator', 'auditor'))
);
CREATE POLICY parties ON appeal FOR SELECT USING (EXISTS (SELECT 1 FROM moderation m WHERE m.id = moderation_id));
CREATE POLICY everyone ON newsletter_issue FOR SELECT USING (
  sent_at IS NOT NULL OR (SELECT reader_has_role('animator', 'auditor'))
);

-- What hangs on a practice is read with it.
CREATE POLICY file_of_practice ON file FOR SELECT USING (
  EXISTS (SELECT 1 FROM practice_piece p WHERE file.id IN (p.file_id, p.captions_file_id))
);
