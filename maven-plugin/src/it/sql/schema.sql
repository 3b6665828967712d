CREATE TYPE mood AS ENUM ('calm', 'busy');

CREATE TABLE person (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name varchar(40) NOT NULL CHECK (name <> ''),
  mood mood NOT NULL DEFAULT 'calm'
);
