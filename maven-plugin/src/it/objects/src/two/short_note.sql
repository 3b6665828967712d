CREATE VIEW short_note AS SELECT id, text, length(text) AS length FROM note WHERE is_short(text);
GRANT SELECT ON short_note TO PUBLIC;

CREATE POLICY short ON note USING (is_short(text));
