package org.aludel.migrations.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.schema.Partitioning;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class PartitionFitTest {
  private static Table divided(Partitioning.Strategy strategy, String key, String... bounds) {
    return table("t")
        .withPartitioning(
            new Partitioning(
                strategy,
                key,
                Arrays.stream(bounds)
                    .map(each -> new Partitioning.Partition(each, table("p")))
                    .toList()));
  }

  private static Table table(String name) {
    return new Table(QualifiedName.of(name), List.of(), List.of(), List.of(), null);
  }

  private static Stream<Arguments> conditions() {
    return Stream.of(
        Arguments.of("a", "FROM (1) TO (9)", "a IS NOT NULL AND a >= 1 AND a < 9"),
        Arguments.of("a", "FROM (MINVALUE) TO (9)", "a IS NOT NULL AND a < 9"),
        Arguments.of("a", "FROM (1) TO (MAXVALUE)", "a IS NOT NULL AND a >= 1"),
        Arguments.of(
            "a, lower(b)",
            "FROM (1, 'x, y') TO (2, MINVALUE)",
            "a IS NOT NULL AND lower(b) IS NOT NULL"
                + " AND (a, lower(b)) >= (1, 'x, y') AND a < 2"),
        Arguments.of(
            "a, b",
            "FROM (1, MAXVALUE) TO (2, MAXVALUE)",
            "a IS NOT NULL AND b IS NOT NULL AND a > 1 AND a <= 2"));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void rowsFitRanges(String key, String bound, String condition) {
    Table table = divided(Partitioning.Strategy.RANGE, key, "FOR VALUES " + bound);

    assertThat(PartitionFit.condition(table)).hasValue(condition);
  }

  @Test
  void rowsFitLists() {
    Table table =
        divided(
            Partitioning.Strategy.LIST,
            "a",
            "FOR VALUES IN ('x', 'it''s')",
            "FOR VALUES IN ('y', NULL)");

    assertThat(PartitionFit.condition(table))
        .hasValue("a IN ('x', 'it''s') OR (a IN ('y') OR a IS NULL)");
  }

  @Test
  void anyRowFitsDefault() {
    Table table = divided(Partitioning.Strategy.LIST, "a", "FOR VALUES IN ('x')", "DEFAULT");

    assertThat(PartitionFit.condition(table)).isEmpty();
  }

  @Test
  void noRowFitsNoPartition() {
    assertThat(PartitionFit.condition(divided(Partitioning.Strategy.LIST, "a"))).hasValue("false");
  }

  @Test
  void onlyTheServerKnowsHashesAndOperatorClasses() {
    Table hashed =
        divided(Partitioning.Strategy.HASH, "a", "FOR VALUES WITH (modulus 2, remainder 0)");
    Table ordered =
        divided(
            Partitioning.Strategy.RANGE, "a text_pattern_ops", "FOR VALUES FROM ('a') TO ('b')");

    assertThat(PartitionFit.condition(hashed)).isEmpty();
    assertThat(PartitionFit.condition(ordered)).isEmpty();
  }

  @Test
  void rowsFitPartsOfDefault() {
    Table part = divided(Partitioning.Strategy.LIST, "b", "FOR VALUES IN (1)");
    Table table =
        table("t")
            .withPartitioning(
                new Partitioning(
                    Partitioning.Strategy.LIST,
                    "a",
                    List.of(
                        new Partitioning.Partition("FOR VALUES IN ('x')", table("p")),
                        new Partitioning.Partition("DEFAULT", part))));

    assertThat(PartitionFit.condition(table))
        .hasValue("a IN ('x') OR NOT coalesce(a IN ('x'), false) AND (b IN (1))");
  }
}
