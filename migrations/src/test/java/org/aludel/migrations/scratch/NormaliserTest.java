package org.aludel.migrations.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.engine.Engine;
import org.aludel.error.RevisionException;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Extension;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

@PostgresTest
final class NormaliserTest {
  private static final Normaliser NORMALISER = new Normaliser("public");

  @Test
  void theDatabaseSpellsTheExpressions(TestDatabase database) {
    Table typed =
        table("item", Column.of("x", SqlTypes.TEXT).withServerDefault("upper( 'a' )"))
            .withConstraints(
                List.of(CheckConstraint.of(ConstraintName.given("ck"), "x in ('a','b')")));

    Table read = normalise(database, MetaData.ofTables(List.of(typed))).tables().get(0);

    assertThat(read.columns().get(0).serverDefault()).isEqualTo("upper('a'::text)");
    assertThat(read.checkConstraints().get(0).expression())
        .isEqualTo("x = ANY (ARRAY['a'::text, 'b'::text])");
  }

  @Test
  void whoChoseANameIsNotForgotten(TestDatabase database) {
    Table typed =
        table("item", Column.of("x", SqlTypes.TEXT), Column.of("y", SqlTypes.TEXT))
            .withConstraints(
                List.of(
                    UniqueConstraint.of(ConstraintName.conventional("uq_item_x"), List.of("x")),
                    UniqueConstraint.of(ConstraintName.given("mine"), List.of("y"))));

    Table read = normalise(database, MetaData.ofTables(List.of(typed))).tables().get(0);

    assertThat(read.uniqueConstraints())
        .extracting(each -> each.name().given())
        .containsExactlyInAnyOrder(false, true);
  }

  @Test
  void theDefaultSchemaByNameIsTheDefaultSchema(TestDatabase database) {
    Table typed = table("item", Column.of("x", SqlTypes.TEXT));
    Table named = typed.withName(new QualifiedName("public", "item"));
    Table other = typed.withName(new QualifiedName("billing", "item"));

    MetaData read = normalise(database, MetaData.ofTables(List.of(named, other)));

    assertThat(read.tables())
        .extracting(Table::name)
        .containsExactly(QualifiedName.of("item"), new QualifiedName("billing", "item"));
    assertThat(read.namespaces()).extracting(Namespace::name).containsExactly("billing");
  }

  @Test
  void aSystemColumnIsNobodysColumn(TestDatabase database) {
    Table typed =
        table("item", Column.of("x", SqlTypes.TEXT), Column.of("xmin", SqlTypes.named("xid")));

    Table read = normalise(database, MetaData.ofTables(List.of(typed))).tables().get(0);

    assertThat(read.columns()).extracting(Column::name).containsExactly("x");
  }

  @Test
  void anOpenVersionOfAnExtensionStaysOpen(TestDatabase database) {
    MetaData model =
        MetaData.empty().withExtensions(List.of(new Extension("citext", null, null, null)));

    assertThat(normalise(database, model).extensions())
        .singleElement()
        .satisfies(each -> assertThat(each.version()).isNull());
  }

  @Test
  void whatTheServerRefusesIsShown(TestDatabase database) {
    Table typed = table("item", Column.of("x", SqlTypes.named("no_such_type")));

    assertThatThrownBy(() -> normalise(database, MetaData.ofTables(List.of(typed))))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-SCRATCH-FAILED")
        .hasMessageContaining("no_such_type");
  }

  private static Table table(String name, Column... columns) {
    return new Table(QualifiedName.of(name), List.of(columns), List.of(), List.of(), null);
  }

  private static MetaData normalise(TestDatabase database, MetaData model) {
    try (Engine live = Engine.create(database.jdbcUrl());
        ScratchDatabase scratch = ScratchServer.of(live).create()) {
      return NORMALISER.normalise(model, scratch);
    }
  }
}
