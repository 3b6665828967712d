def log = new File(basedir, 'build.log').text
def written = new File(basedir, 'src/main/java/shop')
def changed = new File(basedir, 'src/two/java/shop')

// What was written is what src/two began with, but for the column that a person added and for blanks.
def bare = { File file -> file.text.replaceAll(/\s/, '').replace('@SqlType("text")privateStringemail;', '') }
['Base', 'Owner', 'PetAnimal', 'Way'].each { name ->
  assert bare(new File(written, name + '.java')) == bare(new File(changed, name + '.java'))
}
assert new File(basedir, 'src/main/database/views/named.sql').text.contains('CREATE VIEW named')
assert log =~ /Wrote +src.main.java.shop.Owner.java/

def revisions = new File(basedir, 'src/main/resources/db/migrations').listFiles()
assert revisions.length == 2
assert log =~ /Wrote +src.main.resources.db.migrations.\d{8}_\d{4}_first_first.yaml/
assert log.count('model, revisions and database agree') == 2
assert log.contains('Detected  add column  owner.email text')
assert log.contains('first -> email  email')

assert log.contains('email -> fill  fill')
assert log.contains('fill -> email  fill')

// What is no resource is in no jar, and what is lies where its directory has it.
assert new File(basedir, 'target/classes/META-INF/aludel/heads').readLines().drop(1) == ['first', 'head email']
