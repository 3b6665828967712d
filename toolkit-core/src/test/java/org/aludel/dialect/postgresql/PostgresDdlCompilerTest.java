package org.aludel.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.CommentTarget;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.EnumDdl;
import org.aludel.ddl.NamespaceDdl;
import org.aludel.ddl.RawSql;
import org.aludel.ddl.SequenceDdl;
import org.aludel.ddl.SetComment;
import org.aludel.ddl.TableDdl;
import org.aludel.error.CompileException;
import org.aludel.error.SchemaException;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.Identity;
import org.aludel.schema.Namespace;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.schema.Table;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

class PostgresDdlCompilerTest {
  private static final QualifiedName ITEM = QualifiedName.of("item");
  private static final QualifiedName ORDER = new QualifiedName("shop", "order");
  private final PostgresDdlCompiler compiler = new PostgresDdlCompiler();

  private void compiles(DdlStatement statement, String sql) {
    assertThat(compiler.compile(statement)).isEqualTo(sql);
  }

  @Test
  void schemasAreCreatedAndDropped() {
    compiles(new NamespaceDdl.CreateSchema(new Namespace("Shop", "x")), "CREATE SCHEMA \"Shop\"");
    compiles(new NamespaceDdl.DropSchema("shop"), "DROP SCHEMA shop");
  }

  @Test
  void extensionsCarrySchemaAndVersionWhenGiven() {
    compiles(
        new NamespaceDdl.CreateExtension(new Extension("uuid-ossp", null, null, null)),
        "CREATE EXTENSION \"uuid-ossp\"");
    compiles(
        new NamespaceDdl.CreateExtension(new Extension("citext", "ext", "1.6", null)),
        "CREATE EXTENSION citext SCHEMA ext VERSION '1.6'");
    compiles(
        new NamespaceDdl.UpdateExtension("citext", "1.6"),
        "ALTER EXTENSION citext UPDATE TO '1.6'");
    compiles(
        new NamespaceDdl.SetExtensionSchema("citext", "ext"),
        "ALTER EXTENSION citext SET SCHEMA ext");
    compiles(new NamespaceDdl.DropExtension("citext"), "DROP EXTENSION citext");
  }

  @Test
  void enumLabelsAreLiterals() {
    QualifiedName mood = QualifiedName.of("mood");
    compiles(
        new EnumDdl.CreateEnum(new EnumType(mood, List.of("it's", "back\\slash", ""), null)),
        "CREATE TYPE mood AS ENUM ('it''s', E'back\\\\slash', '')");
    compiles(new EnumDdl.AddEnumValue(mood, "x", null, null), "ALTER TYPE mood ADD VALUE 'x'");
    compiles(
        new EnumDdl.AddEnumValue(mood, "x", "y", null), "ALTER TYPE mood ADD VALUE 'x' BEFORE 'y'");
    compiles(
        new EnumDdl.AddEnumValue(mood, "x", null, "y"), "ALTER TYPE mood ADD VALUE 'x' AFTER 'y'");
    compiles(
        new EnumDdl.RenameEnumValue(mood, "x", "y"), "ALTER TYPE mood RENAME VALUE 'x' TO 'y'");
    compiles(new EnumDdl.RenameEnum(mood, "Mood"), "ALTER TYPE mood RENAME TO \"Mood\"");
    compiles(new EnumDdl.DropEnum(new QualifiedName("s", "mood")), "DROP TYPE s.mood");
  }

  @Test
  void sequencesNameOnlyWhatIsNotTheDefault() {
    QualifiedName name = QualifiedName.of("item_seq");
    Sequence plain = Sequence.of(name);
    Sequence rich =
        new Sequence(name, "integer", new SequenceOptions(5, 2, 3L, 99L, 10, true), null, null);
    Sequence down =
        new Sequence(name, "bigint", new SequenceOptions(-1, -1, null, null, 1, false), null, null);

    compiles(new SequenceDdl.CreateSequence(plain), "CREATE SEQUENCE item_seq");
    compiles(
        new SequenceDdl.CreateSequence(rich),
        "CREATE SEQUENCE item_seq AS integer INCREMENT BY 2 MINVALUE 3 MAXVALUE 99 START WITH 5"
            + " CACHE 10 CYCLE");
    compiles(new SequenceDdl.CreateSequence(down), "CREATE SEQUENCE item_seq INCREMENT BY -1");
    compiles(
        new SequenceDdl.AlterSequence(rich, plain),
        "ALTER SEQUENCE item_seq AS bigint INCREMENT BY 1 NO MINVALUE NO MAXVALUE START WITH 1"
            + " CACHE 1 NO CYCLE");
    compiles(
        new SequenceDdl.SetSequenceOwner(name, new Sequence.Owner(ORDER, "id")),
        "ALTER SEQUENCE item_seq OWNED BY shop.\"order\".id");
    compiles(new SequenceDdl.SetSequenceOwner(name, null), "ALTER SEQUENCE item_seq OWNED BY NONE");
    compiles(
        new SequenceDdl.RenameSequence(name, "other"), "ALTER SEQUENCE item_seq RENAME TO other");
    compiles(new SequenceDdl.DropSequence(name), "DROP SEQUENCE item_seq");
  }

  @Test
  void refusesToAlterASequenceIntoItself() {
    Sequence plain = Sequence.of(ITEM);

    assertThatThrownBy(() -> compiler.compile(new SequenceDdl.AlterSequence(plain, plain)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("cannot alter sequence \"item\"");
  }

  @Test
  void tablesStandOneLineAColumnAndConstraint() {
    Table table =
        new Table(
            ORDER,
            List.of(
                Column.of("id", SqlTypes.BIGINT).notNull().withIdentity(Identity.byDefault()),
                Column.of("note", SqlTypes.varchar(30))
                    .withCollation("\"C\"")
                    .withServerDefault("'none'")
                    .notNull(),
                Column.of("total", SqlTypes.numeric(10, 2))
                    .withComputed(new Computed("price * 2", true)),
                Column.of("seen", SqlTypes.INTEGER).withComputed(new Computed("1", false))),
            List.of(
                PrimaryKey.of(ConstraintName.given("pk_order"), List.of("id")),
                CheckConstraint.of(ConstraintName.given("ck_order_total"), "total > 0")),
            List.of(),
            "not part of the statement");

    compiles(
        new TableDdl.CreateTable(table),
        """
        CREATE TABLE shop."order" (
          id bigint GENERATED BY DEFAULT AS IDENTITY NOT NULL,
          note varchar(30) COLLATE "C" DEFAULT 'none' NOT NULL,
          total numeric(10,2) GENERATED ALWAYS AS (price * 2) STORED,
          seen integer GENERATED ALWAYS AS (1) VIRTUAL,
          CONSTRAINT pk_order PRIMARY KEY (id),
          CONSTRAINT ck_order_total CHECK (total > 0)
        )""");
  }

  @Test
  void aTableMayHaveNoColumns() {
    compiles(
        new TableDdl.CreateTable(new Table(ITEM, List.of(), List.of(), List.of(), null)),
        "CREATE TABLE item ()");
  }

  @Test
  void createTableRefusesWhatTheServerWouldValidateSilently() {
    CheckConstraint check =
        new CheckConstraint(ConstraintName.given("ck"), "x > 0", false, false, null);
    Table table = new Table(ITEM, List.of(), List.of(check), List.of(), null);

    assertThatThrownBy(() -> new TableDdl.CreateTable(table))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("constraint \"ck\", which is NOT VALID");
  }

  @Test
  void tablesAreRenamedMovedAndDropped() {
    compiles(
        new TableDdl.RenameTable(ORDER, "user"), "ALTER TABLE shop.\"order\" RENAME TO \"user\"");
    compiles(new TableDdl.SetTableSchema(ITEM, "public"), "ALTER TABLE item SET SCHEMA public");
    compiles(new TableDdl.DropTable(ITEM), "DROP TABLE item");
  }

  @Test
  void columnsAreAddedDroppedAndRenamed() {
    compiles(
        new ColumnDdl.AddColumn(ITEM, Column.of("email", SqlTypes.varchar(255))),
        "ALTER TABLE item ADD COLUMN email varchar(255)");
    compiles(new ColumnDdl.DropColumn(ITEM, "email"), "ALTER TABLE item DROP COLUMN email");
    compiles(
        new ColumnDdl.RenameColumn(ITEM, "Id", "id"),
        "ALTER TABLE item RENAME COLUMN \"Id\" TO id");
  }

  @Test
  void columnTypesChangeWithCollationAndConversion() {
    compiles(
        new ColumnDdl.AlterColumnType(ITEM, "x", SqlTypes.INTEGER, null, null),
        "ALTER TABLE item ALTER COLUMN x TYPE integer");
    compiles(
        new ColumnDdl.AlterColumnType(ITEM, "x", SqlTypes.TEXT, "\"C\"", "x::text"),
        "ALTER TABLE item ALTER COLUMN x TYPE text COLLATE \"C\" USING x::text");
  }

  @Test
  void nullabilityDefaultsAndExpressionsChange() {
    compiles(new ColumnDdl.SetNotNull(ITEM, "x"), "ALTER TABLE item ALTER COLUMN x SET NOT NULL");
    compiles(new ColumnDdl.DropNotNull(ITEM, "x"), "ALTER TABLE item ALTER COLUMN x DROP NOT NULL");
    compiles(
        new ColumnDdl.SetDefault(ITEM, "x", "now() AT TIME ZONE 'utc'"),
        "ALTER TABLE item ALTER COLUMN x SET DEFAULT now() AT TIME ZONE 'utc'");
    compiles(new ColumnDdl.DropDefault(ITEM, "x"), "ALTER TABLE item ALTER COLUMN x DROP DEFAULT");
    compiles(
        new ColumnDdl.DropExpression(ITEM, "x"), "ALTER TABLE item ALTER COLUMN x DROP EXPRESSION");
  }

  @Test
  void columnDefinitionsPutFullExpressionsInParentheses() {
    assertThat(PostgresDefaultSql.operand("now() at time zone 'utc'"))
        .isEqualTo("(now() at time zone 'utc')");
    assertThat(PostgresDefaultSql.operand("1 IN (1, 2)")).isEqualTo("(1 IN (1, 2))");
    assertThat(PostgresDefaultSql.operand("(1 IN (1, 2))")).isEqualTo("(1 IN (1, 2))");
    assertThat(PostgresDefaultSql.operand("'at and or'::text")).isEqualTo("'at and or'::text");
    assertThat(PostgresDefaultSql.operand("'it''s not'")).isEqualTo("'it''s not'");
    assertThat(PostgresDefaultSql.operand("nextval('\"not\"'::regclass)"))
        .isEqualTo("nextval('\"not\"'::regclass)");
  }

  @Test
  void identitiesAreAddedChangedAndDropped() {
    Identity plain = Identity.byDefault();
    Identity always =
        new Identity(true, new SequenceOptions(5, 7, null, 1000L, 1, false), "my_seq");

    compiles(
        new ColumnDdl.AddIdentity(ORDER, "id", always),
        "ALTER TABLE shop.\"order\" ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY"
            + " (SEQUENCE NAME shop.my_seq INCREMENT BY 7 MAXVALUE 1000 START WITH 5)");
    compiles(
        new ColumnDdl.AlterIdentity(ITEM, "id", plain, always),
        "ALTER TABLE item ALTER COLUMN id SET GENERATED ALWAYS SET INCREMENT BY 7"
            + " SET MAXVALUE 1000 SET START WITH 5");
    compiles(
        new ColumnDdl.AlterIdentity(
            ITEM, "id", plain, new Identity(true, SequenceOptions.defaults())),
        "ALTER TABLE item ALTER COLUMN id SET GENERATED ALWAYS");
    compiles(
        new ColumnDdl.AlterIdentity(
            ITEM, "id", new Identity(false, new SequenceOptions(1, 1, null, 9L, 1, true)), plain),
        "ALTER TABLE item ALTER COLUMN id SET NO MAXVALUE SET NO CYCLE");
    compiles(
        new ColumnDdl.DropIdentity(ITEM, "id"), "ALTER TABLE item ALTER COLUMN id DROP IDENTITY");
    assertThatThrownBy(
            () -> compiler.compile(new ColumnDdl.AlterIdentity(ITEM, "id", plain, plain)))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("cannot alter the identity of \"item.id\"");
  }

  @Test
  void commentsAreLiteralsOnEveryKindOfObject() {
    compiles(
        new SetComment(CommentTarget.table(ORDER), "it's \\ fine"),
        "COMMENT ON TABLE shop.\"order\" IS E'it''s \\\\ fine'");
    compiles(
        new SetComment(CommentTarget.column(ORDER, "Id"), "c"),
        "COMMENT ON COLUMN shop.\"order\".\"Id\" IS 'c'");
    compiles(
        new SetComment(CommentTarget.constraint(ITEM, "pk"), "c"),
        "COMMENT ON CONSTRAINT pk ON item IS 'c'");
    compiles(new SetComment(CommentTarget.index(ITEM), null), "COMMENT ON INDEX item IS NULL");
    compiles(new SetComment(CommentTarget.sequence(ITEM), "c"), "COMMENT ON SEQUENCE item IS 'c'");
    compiles(new SetComment(CommentTarget.enumType(ITEM), "c"), "COMMENT ON TYPE item IS 'c'");
    compiles(new SetComment(CommentTarget.schema("s"), "c"), "COMMENT ON SCHEMA s IS 'c'");
    compiles(
        new SetComment(CommentTarget.extension("uuid-ossp"), "c"),
        "COMMENT ON EXTENSION \"uuid-ossp\" IS 'c'");
  }

  @Test
  void refusesTheNulCharacterInComments() {
    assertThatThrownBy(() -> compiler.compile(new SetComment(CommentTarget.table(ITEM), "a\0b")))
        .isInstanceOf(CompileException.class)
        .hasMessageContaining("the NUL character at index 1");
  }

  @Test
  void rawSqlStaysAsItIs() {
    compiles(new RawSql("VACUUM item"), "VACUUM item");
  }
}
