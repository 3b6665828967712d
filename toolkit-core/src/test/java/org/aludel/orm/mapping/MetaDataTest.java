package org.aludel.orm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.aludel.ddl.CreateOrder;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.DialectRegistry;
import org.aludel.orm.mapping.shop.Address;
import org.aludel.orm.mapping.shop.Base;
import org.aludel.orm.mapping.shop.User;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Rename;
import org.aludel.testing.GoldenFile;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.junit.jupiter.api.Test;

/** Mapped classes as schema objects, judged by the DDL that creates them. */
@PostgresTest
final class MetaDataTest {
  private static final Registry REGISTRY = Registry.of(Base.class);
  private static final Dialect DIALECT = DialectRegistry.load().named("postgresql").orElseThrow();

  @Test
  void annotationsBecomeTheWholeSchema() {
    GoldenFile.of(MetaDataTest.class, "shop.sql").assertEquals(ddl(REGISTRY.metaData()));
  }

  @Test
  void databaseMadeOfItReadsBackAsTheSame(TestDatabase database) throws Exception {
    ddlStatements(REGISTRY.metaData()).forEach(database::run);

    MetaData found;
    try (var connection = database.open()) {
      found = DIALECT.catalogReader().read(connection, ReflectOptions.of("public"));
    }

    // Expressions come back as the server writes them, so the texts are compared without them.
    assertThat(names(found)).isEqualTo(names(REGISTRY.metaData()));
  }

  @Test
  void userWrittenNamesAreMarkedAsGiven() {
    var table = REGISTRY.mapper(User.class).table();

    assertThat(table.constraints().stream().filter(one -> one.name().given()))
        .extracting(one -> one.name().text())
        .containsExactly("one_nick", "some_name");
    assertThat(table.indexes().stream().filter(one -> one.name().given()))
        .extracting(one -> one.name().text())
        .containsExactly("lower_email");
  }

  @Test
  void renamesAreExportedInSchemaTerms() {
    QualifiedName table = QualifiedName.of("user_account");

    assertThat(REGISTRY.metaData().renames())
        .containsExactly(
            Rename.ofTable(table, "app_user"), Rename.ofColumn(table, "full_name", "name"));
  }

  @Test
  void metaDataIsTheSameWhateverTheOrderOfClasses() {
    MetaData forth = Registry.builder().add(User.class, Address.class).build().metaData();
    MetaData back = Registry.builder().add(Address.class, User.class).build().metaData();

    assertThat(ddl(forth)).isEqualTo(ddl(back));
  }

  private static String ddl(MetaData metaData) {
    return ddlStatements(metaData).stream().collect(Collectors.joining(";\n", "", ";\n"));
  }

  private static List<String> ddlStatements(MetaData metaData) {
    var compiler = DIALECT.ddlCompiler();
    return CreateOrder.createAll(metaData).stream().map(compiler::compile).toList();
  }

  /** Every object with its parts, sorted, one a line. */
  private static List<String> names(MetaData metaData) {
    return metaData.tables().stream()
        .flatMap(
            table ->
                java.util.stream.Stream.of(
                        table.columns().stream()
                            .map(
                                column ->
                                    column.name()
                                        + " "
                                        + column.type()
                                        + " "
                                        + column.nullable()
                                        + " "
                                        + column.identity()
                                        + " "
                                        + column.comment()),
                        table.constraints().stream()
                            .map(one -> one.getClass().getSimpleName() + " " + one.name()),
                        table.foreignKeys().stream()
                            .map(
                                key ->
                                    key.columns()
                                        + " "
                                        + key.target()
                                        + " "
                                        + key.targetColumns()
                                        + " "
                                        + key.onDelete()
                                        + " "
                                        + key.onUpdate()
                                        + " "
                                        + key.deferral()),
                        table.uniqueConstraints().stream()
                            .map(key -> key.columns() + " " + key.deferral()),
                        table.indexes().stream()
                            .map(
                                index ->
                                    index.name()
                                        + " "
                                        + index.unique()
                                        + " "
                                        + index.elements().stream()
                                            .map(
                                                element ->
                                                    element.column() + " " + element.descending())
                                            .toList()))
                    .flatMap(stream -> stream)
                    .map(line -> table.name() + ": " + line))
        .sorted()
        .toList();
  }
}
