def log = new File(basedir, 'build.log').text
def revisions = new File(basedir, 'revisions').listFiles()
def later = revisions.find { it.name.endsWith('_later.yaml') }

assert revisions.length == 5
assert log.contains('Detected  create table  person')
assert later.text.contains("WHERE mood = 'busy'::mood")
assert log.count('model, revisions and database agree') == 2

assert log.contains('base -> right "right"')
assert log.contains('2 heads; mvn orm:merge joins them')
assert log =~ /left, right -> joined "join"|right, left -> joined "join"/
assert log.contains('joined  join  (head, current)')
assert log =~ /-> joined  join  \(head.*\)  \(merge point\)/

assert log.contains('base -> joined, 5 revisions')
assert new File(basedir, 'target/aludel/upgrade.sql').text.contains("INSERT INTO public.aludel_version (version_num) VALUES ('right')")
assert new File(basedir, 'way-back.sql').text.contains('DROP TABLE person')
assert log.contains('the tables are there')

assert log.contains('Next      nothing, the database is at head')
assert log.contains('database and revisions: equal')
assert log =~ /revisions.\d{8}_\d{4}_joined_join.yaml\s/
