def log = new File(basedir, 'build.log').text
def revisions = new File(basedir, 'revisions').listFiles().sort { it.name }

assert revisions.length == 2
assert log.contains('Detected  create table  person')
assert revisions[1].text.contains("WHERE mood = 'busy'::mood")
assert log.count('model, revisions and database agree') == 2
