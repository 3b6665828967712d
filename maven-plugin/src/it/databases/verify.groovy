def log = new File(basedir, 'build.log').text
def shared = new File(basedir, 'revisions/shop').listFiles()
def items = new File(basedir, 'revisions/customers').listFiles()

assert shared.length == 1 && items.length == 1
def item = items[0].listFiles()[0]
assert items[0].name ==~ /\d{4}/ && item.name ==~ /[0-9a-f]{12}_items\.yaml/
assert item.text.contains('REFERENCES public.country')
assert !item.text.contains('tenant_')
assert new File(basedir, 'written.txt').readLines().size() == 2

assert log.contains('Database  shop') && log.contains('Database  customers')
assert log.contains('Detected  create table  item')
assert !log.contains('Detected  create table  public.country')
assert log =~ /Tenant    tenant_a  at head  [0-9a-f]{12}/
assert log.contains('Tenants   2 at head')
assert log =~ /tenant_b  [0-9a-f]{12}  at head      \d{4}-\d\d-\d\dT/
assert log.contains('-Dorm.url: is for one database; name it with -Dorm.database')
assert log.contains('Tenant    tenant_b  behind  base')
assert log.contains('Tenants   1 behind')

def script = new File(basedir, 'target/aludel/upgrade.sql').text
assert script.contains('SET LOCAL search_path TO tenant_b') && !script.contains('tenant_a')
assert new File(basedir, 'target/aludel/stamp.sql').text.contains('tenant_b.databasechangelog')
assert log.contains('cannot put the tag "v1" into a script')
