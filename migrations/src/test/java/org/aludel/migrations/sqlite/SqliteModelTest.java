package org.aludel.migrations.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.migrations.authoring.NewRevision;
import org.aludel.migrations.command.AutogenerateResult;
import org.aludel.migrations.command.Migrations;
import org.aludel.migrations.command.ReverseRequest;
import org.aludel.migrations.command.WantedModel;
import org.aludel.migrations.config.SettingsLoader;
import org.aludel.migrations.reverse.ReverseRules;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.EnumType;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models as mapped classes give them, and what SQLite has not. */
class SqliteModelTest {
  private static final QualifiedName NOTE = QualifiedName.of("note");

  private Path folder = Path.of("");
  private Engine engine = Engine.create("jdbc:sqlite::memory:");

  @BeforeEach
  void open(@TempDir Path made) {
    folder = made;
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private Migrations migrations(MetaData model, Map<String, String> properties) {
    return Migrations.of(engine, SettingsLoader.load(folder, Map.of(), properties))
        .model(WantedModel.of(model));
  }

  private Migrations migrations(MetaData model) {
    return migrations(model, Map.of());
  }

  private static Table note(Column... more) {
    List<Column> columns =
        List.of(
            Column.of("id", SqlTypes.BIGINT).notNull().withIdentity(Identity.byDefault()),
            Column.of("text", SqlTypes.varchar(200)).notNull(),
            Column.of("read", SqlTypes.BOOLEAN).notNull().withServerDefault("false"),
            Column.of("price", SqlTypes.numeric(8, 2)),
            Column.of("data", SqlTypes.JSONB),
            Column.of("at", SqlTypes.TIMESTAMPTZ).withComment("when it was written"),
            Column.of("above", SqlTypes.BIGINT));
    List<Column> all = new ArrayList<>(columns);
    all.addAll(List.of(more));
    return new Table(
        NOTE,
        all,
        List.of(
            PrimaryKey.of(ConstraintName.given("pk_note"), List.of("id")),
            ForeignKey.of(ConstraintName.given("fk_above"), List.of("above"), NOTE, List.of("id"))),
        List.of(),
        "notes of people");
  }

  @Test
  void aModelOfClassesIsMigratedInMemoryToo() {
    MetaData first = MetaData.ofTables(List.of(note()));
    migrations(first).autogenerate("first");
    migrations(first).upgrade();
    assertThat(migrations(first).autogenerate("again").noChanges()).isTrue();

    MetaData second = MetaData.ofTables(List.of(note(Column.of("size", SqlTypes.INTEGER))));
    AutogenerateResult result = migrations(second).autogenerate("second");
    migrations(second).upgrade();

    assertThat(result.detected()).hasSize(1);
    assertThat(migrations(second).autogenerate("again").noChanges()).isTrue();
    assertThat(migrations(second).check(true).passes()).isTrue();
    assertThat(migrations(second).current().current()).hasSize(1);
    assertThat(migrations(second).history().revisions()).hasSize(2);
    assertThat(migrations(second).repair().findings()).isEmpty();
  }

  @Test
  void whatSqliteHasNotIsRefusedBeforeAnythingIsWritten() {
    MetaData model = MetaData.ofTables(List.of(note()));

    assertThatThrownBy(
            () ->
                migrations(
                        model.withEnums(
                            List.of(new EnumType(QualifiedName.of("mood"), List.of("calm"), null))))
                    .autogenerate("enum"))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT");
    assertThatThrownBy(
            () ->
                migrations(model.withSequences(List.of(Sequence.of(QualifiedName.of("numbers")))))
                    .autogenerate("sequence"))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT");
    assertThatThrownBy(
            () ->
                migrations(model.withNamespaces(List.of(new Namespace("sales", null))))
                    .autogenerate("schema"))
        .hasMessageContaining("ORM-SQL-UNSUPPORTED-STATEMENT");
    assertThat(folder.resolve("src")).doesNotExist();
  }

  @Test
  void settingsOfPostgresAreRefused() {
    MetaData model = MetaData.ofTables(List.of(note()));

    assertThatThrownBy(() -> migrations(model, Map.of("orm.online", "true")))
        .hasMessageContaining("ORM-MIG-UNSUPPORTED-DATABASE")
        .hasMessageContaining("online revisions on SQLite");
    assertThatThrownBy(
            () -> migrations(model, Map.of("orm.schemas", "sales")).autogenerate("schema"))
        .hasMessageContaining("cannot use schema \"sales\" in SQLite");
    assertThatThrownBy(() -> migrations(model, Map.of("orm.version-schema", "books")).upgrade())
        .hasMessageContaining("cannot use schema \"books\" in SQLite");
    assertThatThrownBy(
            () ->
                migrations(model)
                    .reverse(new ReverseRequest(ReverseRules.of("shop"), folder, false, true)))
        .hasMessageContaining("ORM-MIG-UNSUPPORTED-DATABASE");
  }

  @Test
  void aDatabaseThatWasThereGetsABaseline() {
    try (Connection connection = engine.connect()) {
      connection.execute("CREATE TABLE old (id integer PRIMARY KEY, name text)").close();
      connection.commit();
    }

    AutogenerateResult result = migrations(MetaData.empty()).baseline(NewRevision.of("base"));

    assertThat(result.detected()).hasSize(1);
    assertThat(migrations(MetaData.empty()).current().current()).hasSize(1);
  }
}
