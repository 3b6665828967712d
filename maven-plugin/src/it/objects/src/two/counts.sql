CREATE VIEW counts AS SELECT count(*) AS n FROM short_note;
