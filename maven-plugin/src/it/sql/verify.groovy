def log = new File(basedir, 'build.log').text
def revisions = new File(basedir, 'revisions').listFiles()
def later = revisions.find { it.name.endsWith('_later.yaml') }

assert revisions.length == 2
assert log.contains('Detected  create table  person')
assert later.text.contains("WHERE mood = 'busy'::mood")
assert log.count('model, revisions and database agree') == 2
