CREATE TABLE person (id bigint PRIMARY KEY, name text NOT NULL, email text);
CREATE TABLE purchase (id bigint PRIMARY KEY, person bigint NOT NULL REFERENCES person, paid numeric(8, 2) NOT NULL);
