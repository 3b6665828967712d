def log = new File(basedir, 'build.log').text
def revisions = new File(basedir, 'src/main/resources/db/migrations').listFiles().collect { it.name }
def refusal = { code, String... parts ->
  def message = log.split(/ORM-/).find { it.startsWith(code + ': ') }
  assert message: code
  parts.each { assert message.contains(it) }
  ['Expected: ', 'Fix: ', 'More: '].each { assert message.contains(it) }
}

assert revisions.size() == 1
assert revisions[0].endsWith('_first.yaml')

refusal('ENGINE-CONNECTION-FAILED', '"postgresql://ada:***@127.0.0.1:1/shop"', 'Found: ')
refusal('ENGINE-AUTHENTICATION-FAILED', 'target/db"', 'user "ada"')
refusal('MAP-NO-ID', 'notes.Note')
refusal('MAP-UNSUPPORTED-ANNOTATION', 'notes.Note.text', '@TableGenerator')
refusal('MIG-INVALID-FILE', '0_aaaaaaaaaa01_one.yaml:16:7: unknown key "rolback"', 'did you mean "rollback"?')
refusal('MIG-MULTIPLE-HEADS', 'cccccccccc02 "two", cccccccccc03 "three"')
refusal('MIG-STEP-FAILED', '_bbbbbbbbbb02_two.yaml:14:11', 'type bigint: "x"')

assert log.contains('bbbbbbbbbb01  one  (current)')
assert log.contains('bbbbbbbbbb02  two  (head, pending)')
assert log.contains('bbbbbbbbbb01 -> base  one')
assert log.contains('-Dorm.to  (default: head)')
assert log.contains('model, revisions and database agree')
assert !log.contains('hunt')
assert !(log =~ /(?m)^\s+at \w/)
