package org.aludel.test;

import static bookshop.AuthorT.AUTHOR;
import static org.aludel.sql.Sql.select;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import bookshop.Author;
import bookshop.Base;
import bookshop.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aludel.engine.Engine;
import org.aludel.orm.session.Session;
import org.aludel.orm.session.SessionFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tests of docs/testing.md, and that it shows them as they are. */
@OrmTest(Base.class)
final class GuideTest {
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\R(.*?)^```$");
  private static final Pattern LOOP = Pattern.compile("(?ms)^<!-- loop -->\\R```text\\R(.*?)^```$");

  @BeforeAll
  static void fiveAuthors(SessionFactory sessions) {
    sessions.inTransaction(
        session -> {
          for (int number = 1; number <= 5; number++) {
            session.add(new Author("author " + number).wrote("a book").wrote("another"));
          }
        });
  }

  @Test
  void whatATestCommitsIsGoneInTheNext(Session session) {
    session.add(new Author("Tove Jansson").wrote("The Summer Book"));
    session.commit();

    assertThat(session.scalars(select(AUTHOR.name)).all()).contains("Tove Jansson");
  }

  @Test
  void theRevisionsMakeWhatTheClassesSay(SchemaAtHead schema) {
    schema.assertAgrees();
  }

  @Test
  void onePageIsTwoStatements(Session session, StatementWatch watch) {
    watch.assertStatements(2, () -> new Catalogue(session).titles());
  }

  @Test
  void aNameIsOneUpdateOfOneColumn(Session session, StatementWatch watch) {
    Author author = session.scalars(select(AUTHOR).limit(1)).one();
    author.setName("Astrid Lindgren");

    watch.assertStatements(
        List.of("UPDATE author SET name = ? WHERE id = ?"), () -> session.flush());
  }

  @Test
  void titlesAreNotLoadedOneByOne(Session session, StatementWatch watch) {
    watch.assertNoNPlusOne(() -> new Catalogue(session).titles());
  }

  @Test
  void theGuideShowsTheMessageOfALoop(Engine engine, StatementWatch watch) throws IOException {
    SessionFactory oneByOne =
        SessionFactory.of(engine, Base.class, options -> options.batchSize(1));

    Throwable failure =
        catchThrowable(
            () ->
                watch.assertNoNPlusOne(
                    () -> oneByOne.inTransaction(session -> new Catalogue(session).titles())));

    assertThat(blocks(LOOP)).containsExactly(failure.getMessage() + "\n");
  }

  @Test
  void theGuideShowsTestsThatRun() throws IOException {
    String sources =
        withoutIndents(source("GuideTest.java")) + withoutIndents(source("OwnDatabaseTest.java"));

    assertThat(blocks(JAVA))
        .hasSizeGreaterThan(6)
        .allSatisfy(block -> assertThat(sources).contains(withoutIndents(block)));
  }

  private static List<String> blocks(Pattern pattern) throws IOException {
    Path page = Path.of(System.getProperty("aludel.root", "..")).resolve("docs/testing.md");
    return pattern
        .matcher(Files.readString(page))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private static String source(String name) throws IOException {
    Path root = Path.of(System.getProperty("aludel.root", ".."));
    return Files.readString(root.resolve("aludel-test/src/test/java/org/aludel/test/" + name));
  }

  private static String withoutIndents(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n", "", "\n"));
  }
}
