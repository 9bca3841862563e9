-- People, the organisations they act for, and their roles.

CREATE TABLE person (
  id text PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  phone text,
  job_title text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE session (
  id text PRIMARY KEY,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  expires_at timestamptz NOT NULL,
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  -- When its person last asked for something, to the minute; written for agents, whose sessions close when idle.
  seen_at timestamptz NOT NULL DEFAULT now(),
  -- Opened by a passkey, which is a second factor.
  strong boolean NOT NULL DEFAULT false
);
CREATE INDEX session_person ON session (person_id);

-- One way to sign in (ProConnect, …), tied to a person.
CREATE TABLE sign_in_account (
  id text PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX sign_in_account_person ON sign_in_account (person_id);

CREATE TABLE verification (
  id text PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX verification_identifier ON verification (identifier);

CREATE TABLE passkey (
  id text PRIMARY KEY,
  name text,
  public_key text NOT NULL,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  credential_id text NOT NULL UNIQUE,
  counter integer NOT NULL,
  device_type text NOT NULL,
  backed_up boolean NOT NULL,
  transports text,
  aaguid text,
  created_at timestamptz DEFAULT now()
);
CREATE INDEX passkey_person ON passkey (person_id);

CREATE TABLE rate_limit (
  id text PRIMARY KEY,
  key text NOT NULL UNIQUE,
  count integer NOT NULL,
  last_request bigint NOT NULL
);

CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  kind text NOT NULL CHECK (kind IN ('training-body', 'consultant', 'opco', 'network', 'other')),
  siren text NOT NULL UNIQUE CHECK (siren ~ '^\d{9}$'),
  name text NOT NULL,
  legal_category text,
  main_activity text,
  created_on date,
  headcount integer CHECK (headcount >= 0),
  headcount_band text,
  declaration_number text,
  qualiopi boolean,
  qualiopi_categories text[] NOT NULL DEFAULT '{}',
  opco text,
  -- 'directory': as the public directory of companies answered; 'declared': typed because it did not answer.
  source text NOT NULL CHECK (source IN ('directory', 'declared')),
  looked_up_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX organisation_name ON organisation USING gin (name gin_trgm_ops);

CREATE TABLE establishment (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  siret text NOT NULL UNIQUE CHECK (siret ~ '^\d{14}$'),
  name text,
  address text,
  postcode text,
  commune text,
  is_head boolean NOT NULL DEFAULT false,
  is_open boolean NOT NULL DEFAULT true
);
CREATE INDEX establishment_organisation ON establishment (organisation_id);

CREATE TABLE membership (
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('owner', 'editor', 'reader')),
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, organisation_id)
);
CREATE INDEX membership_organisation ON membership (organisation_id);

CREATE TABLE invitation (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  email text NOT NULL,
  role text NOT NULL CHECK (role IN ('owner', 'editor', 'reader')),
  token_hash text NOT NULL UNIQUE,
  invited_by text REFERENCES person ON DELETE SET NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by text REFERENCES person ON DELETE SET NULL,
  revoked_at timestamptz
);
CREATE INDEX invitation_organisation ON invitation (organisation_id);

-- Someone asks to be let into an organisation that is here already; one of its owners answers.
CREATE TABLE join_request (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  answered_by text REFERENCES person ON DELETE SET NULL,
  accepted boolean
);
CREATE UNIQUE INDEX join_request_one_open ON join_request (organisation_id, person_id) WHERE answered_at IS NULL;

-- Roles on the funder's side. One person may hold several.
CREATE TABLE agent_role (
  person_id text NOT NULL REFERENCES person ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('officer', 'supervisor', 'approver', 'accountant', 'administrator', 'auditor',
                                  'animator', 'sustainability-adviser', 'organiser', 'operator',
                                  'dreets', 'managing-authority', 'opco', 'assessor')),
  since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, role)
);

-- Answers of the public directory of companies, kept for a while so that it is asked once.
CREATE TABLE company_lookup (
  siren text PRIMARY KEY,
  answer jsonb NOT NULL,
  fetched_at timestamptz NOT NULL
);

CREATE FUNCTION reader_has_role(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM agent_role WHERE person_id = reader_person() AND role = ANY (roles)) $$;

-- Agents who read files: those who run the community, the agenda or the training programme, or answer for E3D, read none;
-- those of bodies that instruct a call with the funder, and assessors, read some.
CREATE FUNCTION reader_is_agent() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM agent_role WHERE person_id = reader_person() AND role IN ('officer', 'supervisor', 'approver', 'accountant', 'administrator', 'auditor')) $$;

-- Auditors read everything and change nothing: they are not among those who act.
CREATE FUNCTION reader_may_act_as_agent() RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM agent_role WHERE person_id = reader_person() AND role IN ('officer', 'supervisor', 'approver', 'accountant', 'administrator')) $$;
