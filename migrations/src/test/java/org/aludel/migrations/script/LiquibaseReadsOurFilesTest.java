package org.aludel.migrations.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.parser.core.yaml.YamlChangeLogParser;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.junit.jupiter.api.Test;

/** Liquibase 4.33.0 itself reads what we write, and knows the words that we accept. */
class LiquibaseReadsOurFilesTest {
  private static final String SQL = "CREATE FUNCTION f() AS $$\n  it's: \"x\" -- y; #z\n\n$$";

  @Test
  void ourFileIsAChangelogAndTheHeaderIsIgnored() throws Exception {
    DatabaseChangeLog log = parse(file());

    assertThat(log.getChangeSets()).hasSize(2);
    liquibase.changelog.ChangeSet first = log.getChangeSets().get(0);
    assertThat(first.getId()).isEqualTo("1e12-1");
    assertThat(first.getFilePath()).isEqualTo("aludel/1e12.yaml");
    assertThat(first.getComments()).isEqualTo("no");
    assertThat(((RawSQLChange) first.getChanges().get(0)).getSql()).isEqualTo(SQL);
    assertThat(((RawSQLChange) first.getChanges().get(0)).isSplitStatements()).isFalse();
    assertThat(first.getRollback().getChanges()).hasSize(2);
    liquibase.changelog.ChangeSet merge = log.getChangeSets().get(1);
    assertThat(merge.isRunInTransaction()).isFalse();
    assertThat(merge.supportsRollback(new PostgresDatabase())).isTrue();
  }

  @Test
  void liquibaseComputesAChecksumAndDoesNotMindTheHeader() throws Exception {
    String text = file();
    String other = text.replace("message: \"yes\"", "message: something else");

    assertThat(other).isNotEqualTo(text);
    assertThat(checksum(other)).isEqualTo(checksum(text)).startsWith("9:");
  }

  @Test
  void theVocabularyIsThatOfLiquibase() throws Exception {
    ChangeVocabulary vocabulary = ChangeVocabulary.liquibase();
    List<String> unknown = new ArrayList<>();

    Set<String> types =
        silently(
            () -> {
              ChangeFactory factory = Scope.getCurrentScope().getSingleton(ChangeFactory.class);
              for (String type : vocabulary.typeNames()) {
                Set<String> theirs = new TreeSet<>(factory.create(type).getSerializableFields());
                theirs.addAll(Set.of("params", "args", "os"));
                for (String attribute : vocabulary.type(type).orElseThrow().names()) {
                  if (!theirs.contains(attribute)) {
                    unknown.add(type + "." + attribute);
                  }
                }
              }
              return factory.getDefinedChanges();
            });

    assertThat(unknown).isEmpty();
    assertThat(vocabulary.typeNames()).containsExactlyInAnyOrderElementsOf(types);
  }

  private static String file() {
    ChangeSet first =
        new ChangeSet(
            "1e12-1",
            ChangeSet.AUTHOR,
            "no",
            List.of(),
            true,
            null,
            List.of(Change.sql(SQL)),
            List.of(Change.sql("DROP FUNCTION f()"), Change.sql("SELECT 1")),
            "");
    ChangeSet second =
        ChangeSet.of("1e12-2", "", List.of(Change.empty()), List.of(Change.empty()))
            .outsideTransaction();
    Revision revision =
        Revision.of("1e12", List.of("001", "002"), "yes", Instant.parse("2026-11-22T15:04:00Z"))
            .withChangeSets(List.of(first, second));
    return new RevisionEmitter().emit(revision, List.of(new BannerLine(SQL, "none")));
  }

  private static String checksum(String text) throws Exception {
    return silently(
        () ->
            parse(text)
                .getChangeSets()
                .get(0)
                .generateCheckSum(liquibase.ChecksumVersion.latest())
                .toString());
  }

  private static DatabaseChangeLog parse(String text) throws Exception {
    return silently(
        () ->
            new YamlChangeLogParser()
                .parse("any/path.yaml", new ChangeLogParameters(), new OneFile(text)));
  }

  private static <T> T silently(Scope.ScopedRunnerWithReturn<T> run) throws Exception {
    return Scope.child(Map.of("liquibase.analytics.enabled", false), run);
  }

  /** The class path of Liquibase, with one file more. */
  private static final class OneFile extends AbstractResourceAccessor {
    private final String text;

    OneFile(String text) {
      this.text = text;
    }

    @Override
    public List<Resource> search(String path, boolean recursive) {
      return getAll(path);
    }

    @Override
    public List<Resource> getAll(String path) {
      return List.of(new TextResource(path, text));
    }

    @Override
    public List<String> describeLocations() {
      return List.of("memory");
    }

    @Override
    public void close() {}
  }

  private static final class TextResource extends AbstractResource {
    private final String text;

    TextResource(String path, String text) {
      super(path, URI.create("memory:" + path));
      this.text = text;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean isWritable() {
      return false;
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public Resource resolve(String other) {
      return this;
    }

    @Override
    public Resource resolveSibling(String other) {
      return this;
    }

    @Override
    public java.io.OutputStream openOutputStream(liquibase.resource.OpenOptions options) {
      throw new UnsupportedOperationException("read only");
    }
  }
}
