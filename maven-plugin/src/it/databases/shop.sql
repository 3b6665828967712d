CREATE SCHEMA tenant_a;
CREATE SCHEMA tenant_b;
CREATE TABLE country (id bigint CONSTRAINT country_pkey PRIMARY KEY);
