-- What those who run the service decide on screen: dated versions, proposed by one person and confirmed by another.

CREATE TABLE setting_version (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  -- What is set: "funder.name", "text.award-letter.conditions", "papers", "reading.D-21".
  key text NOT NULL,
  -- What it is set for: '' for the whole service, "2025-07-15/appui-conseil" for a scheme in a version of the text.
  subject text NOT NULL DEFAULT '',
  value jsonb NOT NULL,
  reason text NOT NULL DEFAULT '',
  -- The legal day from which it holds; never one that has begun for what files are judged by.
  effective_on date NOT NULL,
  -- One person is enough: it binds nobody outside the service.
  alone boolean NOT NULL DEFAULT false,
  proposed_by text REFERENCES person ON DELETE SET NULL,
  proposed_at timestamptz NOT NULL,
  confirmed_by text REFERENCES person ON DELETE SET NULL,
  confirmed_at timestamptz,
  refused_by text REFERENCES person ON DELETE SET NULL,
  refused_at timestamptz,
  refusal text NOT NULL DEFAULT '',
  CHECK (alone OR confirmed_by <> proposed_by),
  CHECK (confirmed_at IS NULL OR refused_at IS NULL)
);
-- One proposal at a time waits for its second person.
CREATE UNIQUE INDEX setting_version_one_open ON setting_version (key, subject) WHERE confirmed_at IS NULL AND refused_at IS NULL;
CREATE INDEX setting_version_confirmed ON setting_version (subject, key, effective_on) WHERE confirmed_at IS NOT NULL;

-- A version that was answered stays as it is; a deleted account alone is forgotten there.
CREATE FUNCTION keep_answered_setting() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE the_column text;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    FOREACH the_column IN ARRAY ARRAY['proposed_by', 'confirmed_by', 'refused_by'] LOOP
      IF lets_go_of_person(to_jsonb(OLD), to_jsonb(NEW), the_column) THEN RETURN NEW; END IF;
    END LOOP;
    IF OLD.confirmed_at IS NULL AND OLD.refused_at IS NULL
       AND (to_jsonb(NEW) - ARRAY['confirmed_by', 'confirmed_at', 'refused_by', 'refused_at', 'refusal', 'effective_on'])
         = (to_jsonb(OLD) - ARRAY['confirmed_by', 'confirmed_at', 'refused_by', 'refused_at', 'refusal', 'effective_on']) THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'setting_version is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER setting_version_stays BEFORE UPDATE OR DELETE ON setting_version FOR EACH ROW EXECUTE FUNCTION keep_answered_setting();

ALTER TABLE setting_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE setting_version FORCE ROW LEVEL SECURITY;
-- What holds is for everyone; what is only proposed is the service's own.
CREATE POLICY setting_read ON setting_version FOR SELECT USING (
  confirmed_at IS NOT NULL OR (SELECT reader_is_system()) OR (SELECT reader_is_agent()));
CREATE POLICY setting_write ON setting_version FOR INSERT WITH CHECK ((SELECT reader_is_system()));
CREATE POLICY setting_answer ON setting_version FOR UPDATE USING ((SELECT reader_is_system()));

-- Every process reads its settings again at the commit.
CREATE FUNCTION announce_settings() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('essaim_changes', 'settings'); RETURN NULL; END $$;
CREATE TRIGGER announced AFTER INSERT OR UPDATE ON setting_version FOR EACH STATEMENT EXECUTE FUNCTION announce_settings();
