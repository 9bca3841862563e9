-- A call may give an envelope for running costs and another for investments: what a file takes says of which. Empty where
-- the envelope is for both.
ALTER TABLE commitment ADD COLUMN section text NOT NULL DEFAULT '' CHECK (section IN ('', 'running', 'investment'));
ALTER TABLE commitment DROP CONSTRAINT commitment_pkey;
ALTER TABLE commitment ADD PRIMARY KEY (application_id, funder, year, section);
