def log = new File(basedir, 'build.log').text
def revisions = new File(basedir, 'src/main/resources/db/migrations').listFiles()
def text = { message -> revisions.find { it.name.endsWith("_${message}.yaml") }.text }

assert revisions.length == 3
assert log.count('Proven ') == 3
assert log.count('model, revisions and database agree') == 3

['create table  note', 'create function  is_short(text)', 'create function  tidy()', 'create view  short_note',
 'create view  counts', 'create trigger  note.tidy', 'create policy  note.short',
 'give privileges  view short_note: grant SELECT to public'].each { assert log.contains(it) }

assert log.contains('replace function  is_short(text)')
assert log.contains('drop view  counts')
assert text('changed').contains('CREATE OR REPLACE FUNCTION is_short')
assert text('changed').count('CREATE VIEW counts') == 3 // banner, change and way back
assert text('changed').contains('GRANT SELECT ON TABLE short_note TO PUBLIC')

assert text('dropped').contains('DROP VIEW counts')
assert !text('dropped').contains('short_note AS')
assert log.contains('base  (no revision is applied)')
