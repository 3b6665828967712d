package org.aludel.migrations.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import liquibase.change.ChangeFactory;
import liquibase.database.core.PostgresDatabase;
import liquibase.parser.core.ParsedNode;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import org.aludel.compile.DdlCompiler;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.ConstraintDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.TableDdl;
import org.aludel.dialect.Dialect;
import org.aludel.dialect.DialectRegistry;
import org.aludel.error.RevisionException;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.Value;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written natively means the same to Liquibase, to us, and to who reads the file. */
final class NativeChangeTest {
  private static final Dialect DIALECT =
      DialectRegistry.load().forUrl("jdbc:postgresql://localhost/x").orElseThrow();
  private static final DdlCompiler COMPILER = DIALECT.ddlCompiler();
  private static final NativeWriter WRITER = new NativeWriter(new NativePolicy(LiquibaseWords.ALL));
  private static final QualifiedName USER = QualifiedName.of("user_account");

  @ParameterizedTest
  @MethodSource("nativeStatements")
  void liquibaseRendersWhatOurCompilerDoes(DdlStatement statement) throws Exception {
    Change change = written(statement).orElseThrow();

    assertThat(normal(liquibase(change))).isEqualTo(normal(COMPILER.compile(statement)));
  }

  @ParameterizedTest
  @MethodSource("nativeStatements")
  void ourOwnRendererReadsWhatWeWrite(DdlStatement statement) {
    Change change = written(statement).orElseThrow();

    assertThat(NativeChanges.of(DIALECT).sql(change)).containsExactly(COMPILER.compile(statement));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamptz",
        "numeric(10,2)[]",
        "varchar(10)[]",
        "interval(3)",
        "money",
        "mood",
        "char(3)"
      })
  void aTypeThatLiquibaseSpellsOtherwiseIsWrittenAsSql(String type) {
    Column column = Column.of("extra", SqlTypes.named(type));

    assertThat(written(new ColumnDdl.AddColumn(USER, column))).isEmpty();
  }

  @Test
  void whatLiquibaseGarblesIsWrittenAsSql() {
    Index index = Index.of(ConstraintName.given("ix"), false, List.of("a"));
    Index partial =
        new Index(
            index.name(),
            false,
            "btree",
            index.elements(),
            List.of("b"),
            "a > 0",
            false,
            index.storage(),
            null,
            true);

    assertThat(written(new IndexDdl.CreateIndex(USER, partial, false))).isEmpty();
    assertThat(written(new ColumnDdl.DropColumn(new QualifiedName("s", "t"), "a"))).isEmpty();
    assertThat(written(new ColumnDdl.DropColumn(QualifiedName.of("Order"), "a"))).isEmpty();
    assertThat(written(new ColumnDdl.DropColumn(USER, "select"))).isEmpty();
  }

  @Test
  void aParameterThatHasNoEffectHereIsRefused() {
    Map<String, Value> parameters = new LinkedHashMap<>();
    parameters.put("tableName", Value.of("user_account"));
    parameters.put("cascadeConstraints", Value.of("true"));

    assertThatThrownBy(() -> NativeChanges.of(DIALECT).sql(Change.of("dropTable", parameters)))
        .isInstanceOf(RevisionException.class)
        .hasMessageContaining("ORM-MIG-UNKNOWN-CHANGE")
        .hasMessageContaining("cascadeConstraints");
  }

  @Test
  void changesThatPeopleWriteByHandAreRenderedToo() {
    assertThat(
            sql(
                "createSequence",
                "sequenceName",
                "ticket",
                "startValue",
                "5",
                "dataType",
                "integer"))
        .containsExactly("CREATE SEQUENCE ticket AS integer START WITH 5");
    assertThat(
            sql(
                "addDefaultValue",
                "tableName",
                "user_account",
                "columnName",
                "name",
                "defaultValue",
                "it's"))
        .containsExactly("ALTER TABLE user_account ALTER COLUMN name SET DEFAULT 'it''s'");
    assertThat(sql("setTableRemarks", "tableName", "user_account", "remarks", "people"))
        .containsExactly("COMMENT ON TABLE user_account IS 'people'");
  }

  private static List<String> sql(String type, String... namesAndValues) {
    Map<String, Value> parameters = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      parameters.put(namesAndValues[at], Value.of(namesAndValues[at + 1]));
    }
    return NativeChanges.of(DIALECT).sql(Change.of(type, parameters));
  }

  @Test
  void liquibaseFindsNoParameterInOurSql() {
    assertThat(PlainSql.of("ALTER TABLE t ALTER COLUMN a SET DEFAULT 'a\\b ${user.home}'::text"))
        .isEqualTo("ALTER TABLE t ALTER COLUMN a SET DEFAULT U&'a\\\\b \\0024{user.home}'::text");
    assertThat(PlainSql.of("SELECT E'${x}', \"${y}\", '$1'"))
        .isEqualTo("SELECT E'\\x24{x}', U&\"\\0024{y}\", '$1'");
  }

  private static Stream<DdlStatement> nativeStatements() {
    List<DdlStatement> statements = new ArrayList<>();
    for (String type :
        List.of(
            "boolean",
            "smallint",
            "integer",
            "bigint",
            "varchar(255)",
            "varchar",
            "text",
            "numeric(10,2)",
            "numeric(8)",
            "numeric",
            "uuid",
            "date",
            "jsonb",
            "bytea")) {
      Column column = Column.of("extra", SqlTypes.named(type));
      statements.add(new ColumnDdl.AddColumn(USER, column));
      statements.add(new ColumnDdl.AddColumn(USER, column.notNull()));
    }
    Column name = Column.of("name", SqlTypes.varchar(30)).notNull();
    statements.add(
        new ColumnDdl.AddColumn(USER, name.withServerDefault("'it''s'::character varying")));
    statements.add(new ColumnDdl.AddColumn(USER, name.withServerDefault("lower('X'::text)")));
    statements.add(new ColumnDdl.DropColumn(USER, "name"));
    statements.add(new ColumnDdl.RenameColumn(USER, "name", "full_name"));
    statements.add(new ColumnDdl.SetNotNull(USER, "name"));
    statements.add(new ColumnDdl.DropNotNull(USER, "name"));
    statements.add(new ColumnDdl.DropDefault(USER, "name"));
    statements.add(new TableDdl.DropTable(USER));
    statements.add(new TableDdl.RenameTable(USER, "person"));
    statements.add(new TableDdl.CreateTable(table(List.of("id"), List.of(name))));
    statements.add(new TableDdl.CreateTable(table(List.of("id", "name"), List.of(name))));
    statements.add(new TableDdl.CreateTable(table(List.of(), List.of(name))));
    for (Constraint each : constraints()) {
      statements.add(new ConstraintDdl.AddConstraint(USER, each));
      statements.add(new ConstraintDdl.DropConstraint(USER, each.name().text()));
    }
    Index index = Index.of(ConstraintName.given("ix_user_account_name"), false, List.of("name"));
    statements.add(new IndexDdl.CreateIndex(USER, index, false));
    statements.add(
        new IndexDdl.CreateIndex(
            USER,
            Index.of(ConstraintName.given("ux_user_account"), true, List.of("name", "id")),
            false));
    statements.add(new IndexDdl.DropIndex(QualifiedName.of("ix_user_account_name"), false));
    return statements.stream();
  }

  private static Table table(List<String> key, List<Column> columns) {
    List<Column> all = new ArrayList<>();
    all.add(Column.of("id", SqlTypes.BIGINT).notNull());
    all.addAll(columns);
    all.add(Column.of("note", SqlTypes.TEXT).withServerDefault("'x'::text"));
    List<Constraint> constraints =
        key.isEmpty()
            ? List.of()
            : List.of(PrimaryKey.of(ConstraintName.given("pk_user_account"), key));
    return new Table(USER, all, constraints, List.of(), null);
  }

  private static List<Constraint> constraints() {
    ForeignKey key =
        ForeignKey.of(
            ConstraintName.given("fk_user_account_boss"),
            List.of("boss_id"),
            QualifiedName.of("person"),
            List.of("id"));
    return List.of(
        UniqueConstraint.of(ConstraintName.given("uq_user_account_email"), List.of("email")),
        UniqueConstraint.of(ConstraintName.given("uq_two"), List.of("email", "name")),
        PrimaryKey.of(ConstraintName.given("pk_user_account"), List.of("id")),
        key,
        key.withName(ConstraintName.given("fk_two"))
            .withActions(ReferentialAction.CASCADE, ReferentialAction.SET_NULL),
        key.withName(ConstraintName.given("fk_three"))
            .withActions(ReferentialAction.RESTRICT, ReferentialAction.NO_ACTION));
  }

  private static Optional<Change> written(DdlStatement statement) {
    Constraint dropped =
        statement instanceof ConstraintDdl.DropConstraint drop
            ? constraints().stream()
                .filter(each -> each.name().text().equals(drop.name()))
                .findFirst()
                .orElse(null)
            : null;
    return WRITER.change(statement, dropped);
  }

  private static String liquibase(Change change) throws Exception {
    PostgresDatabase database = new PostgresDatabase();
    liquibase.Scope.getCurrentScope();
    liquibase.change.Change found =
        liquibase.Scope.getCurrentScope().getSingleton(ChangeFactory.class).create(change.type());
    found.load(node(change.type(), new Value.Fields(change.parameters())), accessor());
    List<String> rendered = new ArrayList<>();
    for (liquibase.statement.SqlStatement each : found.generateStatements(database)) {
      for (Sql sql : SqlGeneratorFactory.getInstance().generateSql(each, database)) {
        rendered.add(sql.toSql());
      }
    }
    return String.join(";", rendered);
  }

  private static ClassLoaderResourceAccessor accessor() {
    return new ClassLoaderResourceAccessor();
  }

  private static ParsedNode node(String name, Value value) throws Exception {
    ParsedNode node = new ParsedNode(null, name);
    if (value instanceof Value.Text text) {
      node.setValue(text.text());
    } else if (value instanceof Value.Fields fields) {
      for (Map.Entry<String, Value> each : fields.fields().entrySet()) {
        node.addChild(node(each.getKey(), each.getValue()));
      }
    } else if (value instanceof Value.Items items) {
      for (Value each : items.items()) {
        Value.Fields wrapped = (Value.Fields) each;
        for (Map.Entry<String, Value> inner : wrapped.fields().entrySet()) {
          node.addChild(node(inner.getKey(), inner.getValue()));
        }
      }
    }
    return node;
  }

  /**
   * Without what has no meaning: case outside quotes, white space, optional words, order of rules.
   */
  private static String normal(String sql) {
    StringBuilder text = new StringBuilder();
    String[] parts = sql.split("'", -1);
    for (int at = 0; at < parts.length; at++) {
      text.append(at % 2 == 0 ? plain(parts[at]) : "'" + parts[at] + "'");
    }
    String whole = text.toString().replaceAll(" +", " ").replaceAll(" ?([(),]) ?", "$1").strip();
    return sortedActions(whole);
  }

  private static String plain(String sql) {
    return sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replace(" add column ", " add ");
  }

  /** ON UPDATE and ON DELETE in either order; NOT NULL beside a primary key says nothing new. */
  private static String sortedActions(String sql) {
    int at = sql.indexOf(" on ");
    if (!sql.contains(" foreign key") || at < 0) {
      return sql;
    }
    String[] actions = sql.substring(at).split("(?= on )");
    Arrays.sort(actions);
    return sql.substring(0, at) + String.join("", actions);
  }
}
