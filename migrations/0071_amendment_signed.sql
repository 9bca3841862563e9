-- The amendment of an agreement is kept as both signed it, as the agreement is.
ALTER TABLE agreement ADD COLUMN amendment_signed_on date, ADD COLUMN amendment_file_id uuid REFERENCES file,
  ADD CONSTRAINT amendment_signed_with_its_copy CHECK ((amendment_signed_on IS NULL) = (amendment_file_id IS NULL));
CREATE INDEX agreement_amendment_file ON agreement (amendment_file_id);

CREATE OR REPLACE FUNCTION opens_otherwise(the_file uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM agreement WHERE signed_file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM agreement WHERE countersigned_file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM agreement WHERE amendment_file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM message_file WHERE file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM commission_report WHERE file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM belonging_proof WHERE file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM selection_minutes WHERE file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM meeting_document WHERE file_id = the_file) THEN RETURN true; END IF;
  IF EXISTS (SELECT 1 FROM occasion_piece WHERE file_id = the_file) THEN RETURN true; END IF;
  RETURN EXISTS (SELECT 1 FROM practice_piece WHERE the_file IN (file_id, captions_file_id));
END
$$;

-- The funder records it: nothing of it is the beneficiary's to write.
DROP TRIGGER keeps_sides ON agreement;
CREATE TRIGGER keeps_sides BEFORE UPDATE ON agreement FOR EACH ROW
  EXECUTE FUNCTION part_keeps_sides('signed_on signatory signed_file_id',
    'funder_signed_on funder_signatory countersigned_file_id amendment_signed_on amendment_file_id');
