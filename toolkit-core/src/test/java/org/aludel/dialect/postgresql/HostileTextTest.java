package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.aludel.compile.DdlCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.CreateOrder;
import org.aludel.ddl.DdlStatement;
import org.aludel.error.AludelException;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.EnumType;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Hostile texts as names, labels, comments, defaults and values: each is refused with a code or
 * comes back exactly, and none is interpreted. 3,000 texts a build, 100,000 with {@code -Pfull}.
 */
@Tag("servers")
@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
final class HostileTextTest {
  private static final long SEED = 20_261_122;
  private static final int TEXTS = Boolean.getBoolean("aludel.full") ? 100_000 : 3_000;
  private static final int TEXTS_A_TABLE = 10;
  private static final int TABLES_A_BATCH = 25;

  private final HostileText texts = new HostileText(SEED);
  private final DdlCompiler compiler = new PostgresDdlCompiler();
  private final IdentifierQuoter quoter = PostgresIdentifiers.quoter();
  private final java.sql.Connection connection;
  private final TestDatabase database;
  private int refused;

  HostileTextTest(TestDatabase database) {
    this.database = database;
    this.connection = database.open();
  }

  @BeforeAll
  static void canary(TestDatabase database) {
    database.run("CREATE TABLE canary (id integer); INSERT INTO canary VALUES (7)");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void whatIsCreatedComesBackExactly() throws SQLException {
    int batches = TEXTS / (TEXTS_A_TABLE * TABLES_A_BATCH);
    connection.setAutoCommit(false);

    for (int batch = 0; batch < batches; batch++) {
      // Half of the sessions read backslashes in plain literals as escapes.
      execute("SET LOCAL standard_conforming_strings = " + (batch % 2 == 0 ? "on" : "off"));
      roundTrip(batch);
      connection.rollback();
    }

    assertThat(batches).isGreaterThan(10);
    assertThat(refused).isGreaterThan(TEXTS / 20);
    assertThat(database.query("SELECT id FROM canary")).containsExactly(List.of("7"));
  }

  private void roundTrip(int batch) throws SQLException {
    Set<String> used = new HashSet<>(List.of("canary"));
    List<Table> tables = new ArrayList<>();
    List<EnumType> enums = new ArrayList<>();
    Map<String, String> defaults = new TreeMap<>();
    for (int index = 0; index < TABLES_A_BATCH; index++) {
      tables.add(table(used, defaults));
      enums.add(enumType(used));
    }
    MetaData model = new MetaData(List.of(), List.of(), enums, List.of(), tables, List.of());

    for (DdlStatement statement : CreateOrder.createAll(model)) {
      execute(compiler.compile(statement));
    }

    MetaData found = new PostgresCatalogReader().read(connection, ReflectOptions.of("public"));
    assertThat(names(found)).as("batch " + batch).isEqualTo(names(model));
    for (Map.Entry<String, String> one : defaults.entrySet()) {
      evaluates(one.getKey(), one.getValue());
    }
    assertThat(text("SELECT id::text FROM canary")).isEqualTo("7");
  }

  private Table table(Set<String> used, Map<String, String> defaults) {
    String name = name(used);
    Set<String> columnNames = new HashSet<>();
    String first = name(columnNames);
    String second = name(columnNames);
    String standing = text();
    defaults.put(name, standing);
    List<Column> columns =
        List.of(
            Column.of(first, SqlTypes.TEXT)
                .withServerDefault(SqlLiteral.text(standing))
                .withComment(comment()),
            Column.of(second, SqlTypes.INTEGER));
    return new Table(
        QualifiedName.of(name),
        columns,
        List.of(UniqueConstraint.of(ConstraintName.given(name(used)), List.of(first))),
        List.of(Index.of(ConstraintName.given(name(used)), false, List.of(second, first))),
        comment());
  }

  private EnumType enumType(Set<String> used) {
    Set<String> labels = new HashSet<>();
    return new EnumType(
        QualifiedName.of(name(used)), List.of(name(labels), name(labels)), comment());
  }

  /** The next text that can be a name; those before it must be refused. */
  private String name(Set<String> used) {
    while (true) {
      String text = texts.next();
      if (HostileText.isName(text)) {
        if (used.add(text)) {
          return text;
        }
      } else {
        refused++;
        assertThatThrownBy(() -> quoter.quote(text))
            .isInstanceOfSatisfying(
                AludelException.class,
                error -> assertThat(error.code().toString()).matches("INVALID_NAME|NAME_TOO_LONG"));
      }
    }
  }

  /** The next text that a server can hold; those before it must be refused. */
  private String text() {
    while (true) {
      String text = texts.next();
      if (HostileText.isText(text)) {
        return text;
      }
      refused++;
      assertThatThrownBy(() -> SqlLiteral.text(text)).isInstanceOf(AludelException.class);
      assertThatThrownBy(() -> SqlTypes.TEXT.codec().text(text))
          .isInstanceOf(AludelException.class);
    }
  }

  /** An empty comment is no comment to the server. */
  private @Nullable String comment() {
    String text = text();
    return text.isEmpty() ? null : text;
  }

  /** What the model says of each object, by name. */
  private static Map<String, List<@Nullable String>> names(MetaData metaData) {
    Map<String, List<@Nullable String>> names = new TreeMap<>();
    for (Table table : metaData.tables()) {
      List<@Nullable String> facts = new ArrayList<>();
      facts.add(table.comment());
      table.columns().forEach(column -> facts.add(column.name()));
      table.columns().forEach(column -> facts.add(column.comment()));
      table.constraints().forEach(constraint -> facts.add(constraint.name().text()));
      table.indexes().forEach(index -> facts.add(index.name().text()));
      names.put("table " + table.name().name(), facts);
    }
    for (EnumType type : metaData.enums()) {
      List<@Nullable String> facts = new ArrayList<>(type.labels());
      facts.add(type.comment());
      names.put("enum " + type.name().name(), facts);
    }
    names.remove("table canary");
    return names;
  }

  /** The row that a default makes has the text itself, and a bind finds it. */
  private void evaluates(String table, String expected) throws SQLException {
    String quoted = quoter.quote(table);
    execute("INSERT INTO " + quoted + " DEFAULT VALUES");
    String column =
        text(
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attnum = 1"
                + " AND attrelid = "
                + SqlLiteral.text(quoted)
                + "::regclass");
    assertThat(text("SELECT " + column + " FROM " + quoted)).isEqualTo(expected);
    try (PreparedStatement select =
        connection.prepareStatement("SELECT ?::text, ? = " + SqlLiteral.text(expected))) {
      SqlTypes.TEXT.codec().bind(select, 1, expected);
      SqlTypes.TEXT.codec().bind(select, 2, expected);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        assertThat(SqlTypes.TEXT.codec().read(row, 1)).isEqualTo(expected);
        assertThat(row.getBoolean(2)).as(expected).isTrue();
      }
    }
  }

  private @Nullable String text(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return row.getString(1);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.setEscapeProcessing(false);
      statement.execute(sql);
    }
  }
}
