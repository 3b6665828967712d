CREATE TABLE person (
  id integer PRIMARY KEY,
  name varchar(40) NOT NULL CHECK (name <> '')
);

CREATE TABLE pet (
  id integer PRIMARY KEY,
  owner integer NOT NULL REFERENCES person (id) ON DELETE CASCADE
);

CREATE INDEX person_name ON person (lower(name));
