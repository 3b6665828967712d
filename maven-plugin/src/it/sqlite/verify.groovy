def log = new File(basedir, 'build.log').text
def revisions = new File(basedir, 'revisions').listFiles().sort { it.name }
def later = revisions.find { it.name.endsWith('_later.yaml') }.text
def script = new File(basedir, 'target/aludel/upgrade.sql').text

assert revisions.length == 2
assert log.contains('Detected  create table  person')
assert log.count('model, revisions and database agree') == 3
assert later.contains('PRAGMA foreign_keys = OFF')
assert later.count('CREATE TABLE aludel_new_person') >= 2
assert log.contains('upgrade gives the model, downgrade gives the schema before (SQLite 3.')
assert script.contains('sqlite3 -bail')
assert script.contains('BEGIN IMMEDIATE;')
assert new File(basedir, 'shop.db').length() > 0
