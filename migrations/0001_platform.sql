-- What every part of the service stands on: search in French, the reader of rows, the journal, files, mails, acts.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TEXT SEARCH CONFIGURATION french_plain (COPY = french);
ALTER TEXT SEARCH CONFIGURATION french_plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;

-- Ids in the order of their making (RFC 9562). PostgreSQL has it from 18 on; before, this one: milliseconds, the version,
-- the fraction of the millisecond, then what chance gives.
DO $$
BEGIN
  IF to_regprocedure('pg_catalog.uuidv7()') IS NULL THEN
    CREATE FUNCTION uuidv7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $uuid$
      SELECT (lpad(to_hex(micros / 1000), 12, '0') || '7' || lpad(to_hex(micros % 1000 * 4096 / 1000), 3, '0')
              || right(replace(gen_random_uuid()::text, '-', ''), 16))::uuid
      FROM (SELECT trunc(extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS micros) AS now
    $uuid$;
  END IF;
END
$$;

-- The reader of this transaction: 'system', 'public' or 'person:<id>'. Nothing set means public: closed by default.
CREATE FUNCTION reader_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT coalesce(current_setting('essaim.reader', true) = 'system', false) $$;

CREATE FUNCTION reader_person() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN current_setting('essaim.reader', true) LIKE 'person:%' THEN substr(current_setting('essaim.reader', true), 8) END $$;

-- Whether a row differs only in that this column let go of a person whose account is gone.
CREATE FUNCTION lets_go_of_person(old_row jsonb, new_row jsonb, the_column text) RETURNS boolean LANGUAGE plpgsql AS
$$
BEGIN
  RETURN new_row ->> the_column IS NULL AND old_row ->> the_column IS NOT NULL AND new_row - the_column = old_row - the_column
    AND NOT EXISTS (SELECT 1 FROM person WHERE id = old_row ->> the_column);
END
$$;

-- What was written stays. Its argument, where it has one, is the column of the person who wrote it: a deleted account
-- is forgotten there, which the foreign key does, and nobody else can while the person is here.
CREATE FUNCTION forbid_change() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_NARGS = 1 THEN
    IF lets_go_of_person(to_jsonb(OLD), to_jsonb(NEW), TG_ARGV[0]) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;

-- The journal: who, for which organisation, when, on what, what changed, under which version of the text.
-- One chain per subject ("application:<id>", "organisation:<id>", …): hash = sha256(previous_hash || '\n' || payload).
CREATE TABLE journal (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain text NOT NULL,
  position integer NOT NULL,
  at timestamptz NOT NULL,
  actor text,
  organisation_id uuid,
  act text NOT NULL,
  details jsonb NOT NULL,
  framework text,
  visible_to_applicant boolean NOT NULL,
  payload text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  UNIQUE (chain, position)
);
CREATE INDEX journal_at ON journal (at);
CREATE TRIGGER journal_never_changes BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION forbid_change();
CREATE TRIGGER journal_never_empties BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION forbid_change();

-- How long each chain is and where it ends, written with each entry: a chain whose tail was cut falls short of it.
CREATE TABLE journal_head (
  chain text PRIMARY KEY,
  position integer NOT NULL,
  hash text NOT NULL
);
ALTER TABLE journal_head ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_head FORCE ROW LEVEL SECURITY;
CREATE POLICY journal_head_of_the_service ON journal_head FOR ALL USING ((SELECT reader_is_system()));

-- Appends one entry, one writer per chain at a time; returns its position. It follows the chain's head, not its last
-- entry: where that one was taken away, the hole stays.
CREATE FUNCTION journal_append(
  the_chain text, the_at timestamptz, the_actor text, the_organisation uuid, the_act text, the_details jsonb,
  the_framework text, applicant_sees boolean
) RETURNS integer LANGUAGE plpgsql AS
$$
DECLARE
  last_position integer;
  last_hash text;
  the_payload text;
  -- The chain's last entry must be read even where the writer may not read it; the reader is put back below.
  the_reader text := current_setting('essaim.reader', true);
BEGIN
  -- Nobody writes in another's name: the service alone may, for what a job does after a person's act.
  IF the_reader IS DISTINCT FROM 'system' AND the_actor IS NOT NULL AND 'person:' || the_actor IS DISTINCT FROM the_reader
     AND (the_reader LIKE 'through:%' AND split_part(the_reader, ':', 4) = the_actor) IS NOT TRUE THEN
    RAISE EXCEPTION 'journal: % writes in the name of %', coalesce(nullif(the_reader, ''), 'public'), the_actor
      USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM set_config('essaim.reader', 'system', true);
  PERFORM pg_advisory_xact_lock(hashtextextended(the_chain, 7));
  SELECT position, hash INTO last_position, last_hash FROM journal_head WHERE chain = the_chain;
  last_position := coalesce(last_position, 0) + 1;
  last_hash := coalesce(last_hash, '');
  the_payload := jsonb_build_object(
    'chain', the_chain, 'position', last_position, 'at', to_char(the_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actor', the_actor, 'organisation', the_organisation, 'act', the_act, 'details', the_details, 'framework', the_framework,
    'visible', applicant_sees
  )::text;
  INSERT INTO journal (chain, position, at, actor, organisation_id, act, details, framework, visible_to_applicant, payload, previous_hash, hash)
  VALUES (the_chain, last_position, the_at, the_actor, the_organisation, the_act, the_details, the_framework, applicant_sees, the_payload,
          last_hash, encode(sha256(convert_to(last_hash || E'\n' || the_payload, 'UTF8')), 'hex'))
  RETURNING hash INTO last_hash;
  INSERT INTO journal_head AS h (chain, position, hash) VALUES (the_chain, last_position, last_hash)
  ON CONFLICT (chain) DO UPDATE SET position = excluded.position, hash = excluded.hash;
  PERFORM set_config('essaim.reader', coalesce(the_reader, ''), true);
  RETURN last_position;
END
$$;

-- A stored file: its bytes lie in the file store under its id; what is known of them is here.
CREATE TABLE file (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  name text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  scan text NOT NULL CHECK (scan IN ('not-configured', 'pending', 'clean', 'infected')),
  scanned_at timestamptz,
  stored_at timestamptz NOT NULL,
  stored_by text
);

-- A mail is written in the transaction that caused it, then sent by a job; without SMTP it waits here, visible.
CREATE TABLE mail (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  created_at timestamptz NOT NULL,
  to_address text NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  attachments jsonb NOT NULL DEFAULT '[]',
  application_id uuid,
  sent_at timestamptz,
  failure text,
  attempts integer NOT NULL DEFAULT 0
);
CREATE INDEX mail_created ON mail (created_at DESC);
CREATE INDEX mail_application ON mail (application_id) WHERE application_id IS NOT NULL;

-- An official act is done once: the second call with the same key gets the first answer.
CREATE TABLE act_key (
  key text PRIMARY KEY,
  person text NOT NULL,
  act text NOT NULL,
  done_at timestamptz NOT NULL,
  location text NOT NULL
);

-- Numbers without holes a year: files (AC-2026-00042), letters, agreements.
CREATE TABLE counter (
  name text PRIMARY KEY,
  value integer NOT NULL
);
