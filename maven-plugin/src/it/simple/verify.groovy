def log = new File(basedir, 'build.log').text
def revisions = new File(basedir, 'src/main/resources/db/migrations').listFiles().collect { it.name }
def named = { message -> revisions.find { it ==~ /\d{8}_\d{4}_[0-9a-f]{12}_${message}\.yaml/ } }

assert revisions.size() == 2
assert named('first')
assert named('title')
def first = named('first').split('_')[2]
def second = named('title').split('_')[2]

assert log.contains('Detected  create table  note')
assert log.contains('Proven')
assert log.contains("base -> $first  first")
assert log.contains("$first  first  (head, current)")

assert log.contains('ORM-MIG-DIFFERENCES')
assert log.contains('add column  note.title varchar(30)')
assert log.contains("$first -> $second  title")
assert log.contains('model, revisions and database agree')
assert new File(basedir, 'target/aludel/check.json').text.contains('"passes": true')

assert log.contains('no changes: the database has what the model asks for')
assert log.contains("$first -> $second  title  (head, current)")
assert log.contains("$second -> $first  title")
assert log.contains("$first -> base  first")
assert log.contains('base  (no revision is applied)')
assert !log.contains('\tat org.aludel')

// Two at once: one works, the other waits and finds nothing to do; both succeed.
def mvn = new File(System.getProperty('maven.home'), 'bin/mvn').path
def logs = ['together1.log', 'together2.log'].collect { new File(basedir, it) }
def upgrades = logs.collect { file ->
  new ProcessBuilder(mvn, '-B', '-o', '-llr', "-Dmaven.repo.local=$localRepositoryPath".toString(), 'orm:upgrade')
    .directory(basedir).redirectErrorStream(true).redirectOutput(file).start()
}
upgrades.each { assert it.waitFor() == 0 }
def texts = logs*.text
assert texts.count { it.contains("base -> $first  first") && it.contains("$first -> $second  title") } == 1
assert texts.count { it.contains("nothing to do, the database is at $second") } == 1
