CREATE TABLE person (
  id integer PRIMARY KEY,
  name text NOT NULL DEFAULT 'nobody',
  CONSTRAINT person_once UNIQUE (name)
);

CREATE TABLE pet (
  id integer PRIMARY KEY,
  owner integer NOT NULL REFERENCES person (id) ON DELETE CASCADE
);

CREATE INDEX person_name ON person (lower(name));
