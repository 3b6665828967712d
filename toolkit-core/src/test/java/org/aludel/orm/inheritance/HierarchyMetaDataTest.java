package org.aludel.orm.inheritance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.DialectRegistry;
import org.aludel.error.MappingException;
import org.aludel.orm.derived.DerivedBase;
import org.aludel.orm.fleet.FleetBase;
import org.aludel.orm.ids.IdBase;
import org.aludel.orm.ledger.LedgerBase;
import org.aludel.orm.mapping.Registry;
import org.aludel.orm.parts.ElementBase;
import org.aludel.orm.positions.PositionBase;
import org.aludel.orm.zoo.ZooBase;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hierarchies as schema objects. */
@PostgresTest
final class HierarchyMetaDataTest {
  private static final Dialect DIALECT = DialectRegistry.load().named("postgresql").orElseThrow();

  @Entity
  @SuppressWarnings("NullAway.Init") // mapped, never made
  static class Shape {
    @Id private Long id;
  }

  @Entity
  @SuppressWarnings("NullAway.Init") // mapped, never made
  static class Circle extends Shape {
    @Column(name = "size")
    private Long radius;
  }

  @Entity
  @SuppressWarnings("NullAway.Init") // mapped, never made
  static class Square extends Shape {
    @Column(name = "size", nullable = false)
    private Long side;
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ZooBase.class,
        FleetBase.class,
        LedgerBase.class,
        IdBase.class,
        DerivedBase.class,
        ElementBase.class,
        PositionBase.class
      })
  void databaseMadeOfClassesReadsBackAsTheSame(Class<?> base, TestDatabase database)
      throws Exception {
    Registry registry = Registry.of(base);
    database.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    HierarchyDatabase.ddl(registry).forEach(database::run);

    MetaData found;
    try (Connection connection = database.open()) {
      found = DIALECT.catalogReader().read(connection, ReflectOptions.of("public"));
    }

    assertThat(described(found)).isEqualTo(described(registry.metaData()));
  }

  /** Columns with type and nullability, constraints and indexes by name. */
  private static Set<String> described(MetaData metaData) {
    Set<String> all = new TreeSet<>();
    metaData
        .tables()
        .forEach(
            table -> {
              String name = table.name().name();
              table
                  .columns()
                  .forEach(
                      column ->
                          all.add(
                              String.join(
                                  " ",
                                  name,
                                  column.name(),
                                  column.type().name(),
                                  column.nullable() ? "null" : "not null")));
              table
                  .foreignKeys()
                  .forEach(
                      key ->
                          all.add(
                              name
                                  + " "
                                  + key.name().text()
                                  + key.columns()
                                  + key.target().name()
                                  + key.targetColumns()));
              table
                  .constraints()
                  .forEach(constraint -> all.add(name + " " + constraint.name().text()));
              table.indexes().forEach(index -> all.add(name + " " + index.name().text()));
            });
    metaData.sequences().forEach(sequence -> all.add("sequence " + sequence.name().name()));
    return all;
  }

  @Test
  void classesBesideEachOtherMayShareAColumn() {
    Registry registry = Registry.builder().add(Shape.class, Circle.class, Square.class).build();

    assertThat(registry.metaData().tables())
        .singleElement()
        .satisfies(
            table ->
                assertThat(table.columns())
                    .extracting(one -> one.name() + " " + one.nullable())
                    .containsExactly("id false", "dtype false", "size true"));
  }

  @Test
  void aSuperclassMustBeInTheRegistryToo() {
    assertThatThrownBy(() -> Registry.builder().add(List.of(Circle.class)).build())
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("which is not in this registry");
  }
}
