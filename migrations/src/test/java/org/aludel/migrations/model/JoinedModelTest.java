package org.aludel.migrations.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.error.UsageException;
import org.aludel.migrations.compare.CompareOptions;
import org.aludel.migrations.compare.Comparison;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.Column;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

/** Numbers are those of the scenarios. */
final class JoinedModelTest {
  private static Table table(QualifiedName name, String... columns) {
    List<Column> all = new ArrayList<>();
    for (String each : columns) {
      all.add(Column.of(each, SqlTypes.INTEGER));
    }
    return new Table(name, all, List.of(), List.of(), null);
  }

  private static Table table(String name, String... columns) {
    return table(QualifiedName.of(name), columns);
  }

  private static MetaData model(Table... tables) {
    return MetaData.ofTables(List.of(tables));
  }

  private static List<String> compare(MetaData database, MetaData... models) {
    CompareOptions options =
        CompareOptions.of(new IdentifierQuoter(Set.of(), 63), "public")
            .withDrops(CompareOptions.Drops.allowed());
    return Comparison.compare(database, JoinedModel.of(List.of(models), "public"), options)
        .operations()
        .stream()
        .map(Operation::describe)
        .toList();
  }

  @Test
  void threeModelsAreComparedAsOne() {
    MetaData database = model(table("a", "x"), table("b2", "x"), table("c1", "x", "y"));

    assertThat(
            compare(
                database,
                model(table("a", "x", "q")),
                model(table("c1", "y")),
                model(table("c2", "x"))))
        .as("20")
        .containsExactlyInAnyOrder(
            "create table  c2", "drop table  b2", "add column  a.q integer", "drop column  c1.x");
  }

  @Test
  void noModelAtAllWantsNothing() {
    assertThat(compare(MetaData.empty())).as("21").isEmpty();
  }

  @Test
  void twoModelsAreComparedAsOne() {
    assertThat(
            compare(
                model(table("a", "x"), table("b", "x")),
                model(table("a", "x")),
                model(table("b", "x", "q"))))
        .as("22")
        .containsExactly("add column  b.q integer");
  }

  @Test
  void exactlyTheDuplicatesAreRefused() {
    MetaData one = model(table("a", "x"), table("b2", "x"), table("c", "x"));
    MetaData other =
        model(table("a", "y"), table(new QualifiedName("public", "b2"), "x"), table("d"));

    assertThatThrownBy(() -> JoinedModel.of(List.of(one, other), "public"))
        .as("23")
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("ORM-MIG-DUPLICATE-OBJECT")
        .hasMessageContaining("table a in the models 1, 2")
        .hasMessageContaining("table b2 in the models 1, 2")
        .message()
        .doesNotContain("table c", "table d");
  }

  @Test
  void theSameNameInAnotherSchemaIsNoDuplicate() {
    MetaData joined =
        JoinedModel.of(
            List.of(model(table("a", "x")), model(table(new QualifiedName("s", "a"), "x"))),
            "public");

    assertThat(joined.tables()).hasSize(2);
  }

  @Test
  void aTypeThatModelsUseAlikeIsOneAndRefusedWhereTheyDiffer() {
    EnumType mood = new EnumType(QualifiedName.of("mood"), List.of("a", "b"), null);
    MetaData one = MetaData.empty().withEnums(List.of(mood));
    MetaData other =
        MetaData.empty()
            .withEnums(List.of(new EnumType(QualifiedName.of("mood"), List.of("a"), null)));

    assertThat(JoinedModel.of(List.of(one, one), "public").enums()).containsExactly(mood);
    assertThatThrownBy(() -> JoinedModel.of(List.of(one, other), "public"))
        .hasMessageContaining("enum mood in the models 1, 2");
  }
}
