def log = new File(basedir, 'build.log').text

assert log.contains('ORM-MIG-STEP-FAILED')
assert log.contains('division by zero')
assert log.contains('aaaa00000001 -> bbbb00000002  slug')
assert log.contains('bbbb00000002  slug  (head, current)')
assert log.contains('bbbb00000002 -> aaaa00000001  slug')
assert log.contains('base  (no revision is applied)')
assert !log.contains('\tat org.aludel')
