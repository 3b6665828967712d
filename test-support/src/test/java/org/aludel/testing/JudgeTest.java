package org.aludel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@PostgresTest(judge = true)
final class JudgeTest {
  @Test
  void runsTheOldServer(TestDatabase database) {
    assertThat(database.majorVersion()).isEqualTo(15);
    assertThat(database.query("SHOW server_version").get(0).get(0)).startsWith("15.");
  }

  @Test
  void dumpsAreEqualWhateverTheOrderOfCreation(TestDatabase database) {
    SchemaDump.assumeAvailable();
    TestDatabase first = database.another();
    TestDatabase second = database.another();

    first.run(
        "CREATE TABLE a (x int, y text); CREATE TABLE b (z int); CREATE TABLE aludel_version (v text)");
    second.run("CREATE TABLE b (z int); CREATE TABLE a (y text, x int)");

    assertThat(SchemaDump.standard().of(first)).isNotEqualTo(SchemaDump.standard().of(second));
    assertThat(SchemaDump.standard().ignoringColumnOrder().of(first))
        .isEqualTo(SchemaDump.standard().ignoringColumnOrder().of(second))
        .isEqualTo(
            """
            CREATE TABLE public.a (
                x integer,
                y text
            );

            CREATE TABLE public.b (
                z integer
            );
            """);
  }
}
