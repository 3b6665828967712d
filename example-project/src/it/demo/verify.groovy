// The README's first command does what it says, with what this build has made and installed beside it.
def root = new File(basedir, '../../../..').canonicalFile
def copy = new File(basedir, 'checkout')
['pom.xml', 'demo', 'config', 'example-project/pom.xml', 'example-project/src'].each { name ->
  def from = new File(root, name)
  def files = []
  from.file ? files.add(from) : from.eachFileRecurse(groovy.io.FileType.FILES) { files.add(it) }
  files.each { file ->
    def to = new File(copy, root.toPath().relativize(file.toPath()).toString())
    to.parentFile.mkdirs()
    to.bytes = file.bytes
  }
}
def plugin = new File(localRepositoryPath, 'org/aludel/aludel-maven-plugin').listFiles()
  .findAll { it.directory }.collectMany { it.listFiles().toList() }.find { it.name ==~ /aludel-maven-plugin-[^-]*(-SNAPSHOT)?\.jar/ }
assert plugin : 'the plugin is not installed'
new File(copy, '.mvn').mkdirs()
new File(copy, '.mvn/maven.config').text = "-Dmaven.repo.local=$localRepositoryPath\n-s\n${new File(copy, 'settings.xml')}\n"
// What the outer build has downloaded is not downloaded again.
def outer = (new File(basedir, 'pom.xml').text =~ /<outer-repository>(.*)<\/outer-repository>/)[0][1]
new File(copy, 'settings.xml').text = new File(root, 'maven-plugin/src/it/settings.xml').text.replace('@localRepositoryUrl@', outer)
new File(copy, 'target').mkdirs()
new File(copy, 'target/demo.installed').text = plugin.path

def process = new ProcessBuilder('bash', new File(copy, 'demo').path).redirectErrorStream(true)
process.environment().put('PATH', new File(System.getProperty('maven.home'), 'bin').path + File.pathSeparator + System.getenv('PATH'))
process.environment().put('JAVA_HOME', System.getProperty('java.home'))
def output = new File(basedir, 'demo.log')
assert process.redirectOutput(output).start().waitFor() == 0 : output.text

def text = output.text
assert !text.contains('Installing Aludel')
assert text.contains('Detected  add column  user_account.email varchar(255)')
assert text.contains('pearl the first: pearl@example.org')
assert text.contains('no changes: the database has what the model asks for')
assert text.contains('The revisions are in example-project/target/demo/resources/db/migrations')
