-- What shows that whoever acts for an organisation belongs to it: until something does, nothing is filed in its name.

-- Where ProConnect says that a person works, by the subject of their account there: told anew at each signing in.
CREATE TABLE workplace (
  account_id text PRIMARY KEY,
  siret text NOT NULL CHECK (siret ~ '^\d{14}$'),
  told_at timestamptz NOT NULL
);

-- Mail domains that an agent saw to be an organisation's own, by SIREN: who reads mail there belongs to it.
CREATE TABLE known_domain (
  siren text NOT NULL CHECK (siren ~ '^\d{9}$'),
  domain text NOT NULL CHECK (domain = lower(domain) AND domain ~ '^[^@\s/]+\.[^@\s/]+$'),
  -- Where it was seen: the address of its legal notice, a letter.
  source text NOT NULL,
  recorded_by text REFERENCES person ON DELETE SET NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (siren, domain)
);

-- One thing given to show it. 'mail' and 'proconnect' hold by themselves where the service knows the domain or the
-- SIRET; a site to look at ('mail' with a page) and a paper wait for an agent.
CREATE TABLE belonging_proof (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  person_id text REFERENCES person ON DELETE SET NULL,
  way text NOT NULL CHECK (way IN ('mail', 'proconnect', 'paper')),
  -- The domain of 'mail', the SIRET of 'proconnect', the kind of 'paper'.
  what text NOT NULL,
  page text,
  -- Forgotten some weeks after the answer.
  file_id uuid REFERENCES file ON DELETE SET NULL,
  given_at timestamptz NOT NULL,
  answered_at timestamptz,
  answered_by text REFERENCES person ON DELETE SET NULL,
  accepted boolean,
  reason text NOT NULL DEFAULT '',
  CHECK ((answered_at IS NULL) = (accepted IS NULL))
);
CREATE INDEX belonging_proof_organisation ON belonging_proof (organisation_id, given_at DESC);
CREATE INDEX belonging_proof_waiting ON belonging_proof (given_at) WHERE answered_at IS NULL;
CREATE INDEX belonging_proof_file ON belonging_proof (file_id);

ALTER TABLE belonging_proof ENABLE ROW LEVEL SECURITY;
ALTER TABLE belonging_proof FORCE ROW LEVEL SECURITY;
-- Who may act for the organisation, and the agents who check; the service alone writes.
CREATE POLICY reading ON belonging_proof FOR SELECT USING (
  (SELECT reader_is_system())
  OR (SELECT reader_has_role('officer', 'supervisor', 'administrator', 'auditor'))
  OR organisation_id IN (SELECT organisation_id FROM membership WHERE person_id = (SELECT reader_person()) AND role IN ('owner', 'editor'))
);
CREATE POLICY writing ON belonging_proof FOR ALL USING ((SELECT reader_is_system()));
CREATE POLICY file_read_belonging ON file FOR SELECT USING (EXISTS (SELECT 1 FROM belonging_proof b WHERE b.file_id = file.id));
