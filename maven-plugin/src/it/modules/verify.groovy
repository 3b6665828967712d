def log = new File(basedir, 'build.log').text
def revisions = new File(basedir, 'app/src/main/resources/db/migrations').listFiles()

assert revisions.length == 1
assert revisions[0].text.contains('numeric(10,2)')
assert log.contains('Detected  create table  item')
assert log.contains('model, revisions and database agree')
assert new File(basedir, 'app/target/db').isDirectory()
assert !new File(basedir, 'target/db').exists()
assert !new File(basedir, 'domain/src/main/resources').exists()
