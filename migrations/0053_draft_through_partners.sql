-- A partner's page is merged with what others wrote of the draft since: without these rows, whatever differs would be told
-- as a conflict with nobody. What they hold, the partner reads already in the draft itself.
CREATE POLICY reading_through ON draft_edit FOR SELECT USING (application_id = (SELECT reader_project()) AND is_draft(application_id));
