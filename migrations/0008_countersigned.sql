-- The funder's copy, with both signatures, is kept beside the beneficiary's and stands in its place once found clean.
ALTER TABLE agreement ADD COLUMN countersigned_file_id uuid REFERENCES file;
CREATE INDEX agreement_countersigned_file ON agreement (countersigned_file_id);
CREATE POLICY file_read_countersigned ON file FOR SELECT
  USING (EXISTS (SELECT 1 FROM agreement g WHERE g.countersigned_file_id = file.id));

-- Each side writes its own copy and never the other's.
DROP TRIGGER keeps_sides ON agreement;
CREATE TRIGGER keeps_sides BEFORE UPDATE ON agreement FOR EACH ROW
  EXECUTE FUNCTION part_keeps_sides('signed_on signatory signed_file_id', 'funder_signed_on funder_signatory countersigned_file_id');
