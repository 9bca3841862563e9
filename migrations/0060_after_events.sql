-- What is kept after an occasion: photographs, with the accord of who can be recognised on them, and documents.

CREATE TABLE occasion_piece (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  occasion_id uuid NOT NULL REFERENCES occasion ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('photograph', 'document')),
  file_id uuid NOT NULL REFERENCES file,
  -- What a photograph shows, for who does not see it; what a document is called.
  description text NOT NULL CHECK (description <> ''),
  -- How those who can be recognised and did not register gave their accord; "" where there are none.
  accord text NOT NULL DEFAULT '',
  open_to text NOT NULL CHECK (open_to IN ('everyone', 'registered')),
  added_by text REFERENCES person ON DELETE SET NULL,
  added_at timestamptz NOT NULL
);
CREATE INDEX occasion_piece_occasion ON occasion_piece (occasion_id, added_at);
CREATE INDEX occasion_piece_file ON occasion_piece (file_id);

-- Who can be recognised on a photograph: it goes as soon as one of them takes their accord back.
CREATE TABLE piece_subject (
  piece_id uuid NOT NULL REFERENCES occasion_piece ON DELETE CASCADE,
  registration_id uuid NOT NULL REFERENCES registration ON DELETE CASCADE,
  PRIMARY KEY (piece_id, registration_id)
);
CREATE INDEX piece_subject_registration ON piece_subject (registration_id);

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['occasion_piece', 'piece_subject'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', the_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', the_table);
  END LOOP;
END $$;
CREATE POLICY reading ON occasion_piece FOR SELECT USING (
  (SELECT reader_is_system())
  OR (open_to = 'everyone' AND EXISTS (SELECT 1 FROM occasion o WHERE o.id = occasion_id))
  OR EXISTS (SELECT 1 FROM registration r WHERE r.occasion_id = occasion_piece.occasion_id
             AND r.person_id = (SELECT reader_person()) AND r.state = 'registered')
  OR part_in(occasion_id) IN ('host', 'trainer', 'speaker', 'reader')
);
CREATE POLICY writing ON occasion_piece FOR INSERT WITH CHECK (
  (SELECT reader_is_system()) OR part_in(occasion_id) IN ('host', 'trainer', 'speaker')
);
CREATE POLICY removing ON occasion_piece FOR DELETE USING (
  (SELECT reader_is_system()) OR part_in(occasion_id) IN ('host', 'trainer', 'speaker')
);
CREATE POLICY reading ON piece_subject FOR SELECT USING (
  (SELECT reader_is_system()) OR EXISTS (SELECT 1 FROM registration r WHERE r.id = registration_id)
);
CREATE POLICY writing ON piece_subject FOR ALL USING ((SELECT reader_is_system()));

-- What hangs on an occasion is read with it.
CREATE POLICY file_of_occasion ON file FOR SELECT USING (EXISTS (SELECT 1 FROM occasion_piece p WHERE p.file_id = file.id));

-- Bytes go with the row that held them, whichever way it goes: the job lets go of them.
CREATE FUNCTION forget_files_of() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE the_file uuid;
BEGIN
  FOREACH the_file IN ARRAY array_remove(ARRAY[OLD.file_id, (to_jsonb(OLD) ->> 'captions_file_id')::uuid], NULL) LOOP
    PERFORM graphile_worker.add_job('forget-file', json_build_object('file', the_file));
  END LOOP;
  RETURN NULL;
END
$$;
CREATE TRIGGER forget_files AFTER DELETE ON occasion_piece FOR EACH ROW EXECUTE FUNCTION forget_files_of();
CREATE TRIGGER forget_files AFTER DELETE ON practice_piece FOR EACH ROW EXECUTE FUNCTION forget_files_of();
CREATE TRIGGER forget_files AFTER DELETE ON meeting_document FOR EACH ROW EXECUTE FUNCTION forget_files_of();
