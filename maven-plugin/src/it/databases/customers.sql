CREATE TABLE public.country (id bigint CONSTRAINT country_pkey PRIMARY KEY);
CREATE TABLE item (
  id bigint CONSTRAINT item_pkey PRIMARY KEY,
  country bigint CONSTRAINT item_country_fkey REFERENCES public.country
);
