-- The tables that the runbook counts, and the sessions that it leaves out.
CREATE TABLE organizations (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL
);
CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization bigint NOT NULL REFERENCES organizations,
  email text NOT NULL UNIQUE
);
CREATE TABLE cameras (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization bigint NOT NULL REFERENCES organizations,
  place text NOT NULL
);
CREATE TABLE incidents (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  camera bigint NOT NULL REFERENCES cameras,
  severity integer NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE audit_logs (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  actor bigint REFERENCES users,
  action text NOT NULL,
  at timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE sessions (
  token text PRIMARY KEY,
  account bigint REFERENCES users
);
