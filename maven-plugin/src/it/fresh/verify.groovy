def log = new File(basedir, 'build.log').text
def revisions = new File(basedir, 'revisions').listFiles()

assert revisions.length == 2
assert log.contains('Detected  create table  person')
assert log.contains('Detected  add column  person.email text')
assert log.count('Proven    upgrade gives the model, downgrade gives the schema before') == 2
assert log.contains('Proven    2 revisions up from nothing and down again')
assert log.contains('Database  not asked: no database was given')
assert (log =~ /file +revisions.\d{8}_\d{4}_\w+_later.yaml/).count == 2

assert log.contains('Unproven  the downgrade of aaaa00000001 "broken" does not give the schema before it')
assert log.contains('the history: the downgrade of aaaa00000001')

assert log.contains('ORM-MIG-NOT-AT-HEAD')
assert log.contains('Tagged    v1')
assert log.contains('Seeded    person.csv  1 rows, 1 new, 0 changed')
assert log.contains('Filled    purchase')
assert log.contains('Unchanged nothing is wrong')
assert log.contains('ORM-MIG-NOTHING-TO-FIX')
assert new File(basedir, 'target/aludel/stamp.sql').text.contains("'MARK_RAN'")
assert log.contains('cannot compare with "somewhere"')
def json = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/aludel/check.json'))
assert json.history.broken.revision == 'aaaa00000001'
assert json.history.broken.direction == 'down'
assert json.database.agrees == null
