-- What another funder decided of a file is an answer of that file from then on: whoever may read the file reads it.
DROP POLICY agents ON outside_selection;
CREATE POLICY reading ON outside_selection FOR SELECT USING (EXISTS (SELECT 1 FROM application a WHERE a.id = application_id));
