package org.aludel.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.aludel.dialect.postgresql.PostgresDdlCompiler;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.Test;

class CreateOrderTest {
  private static Table table(String name, String... targets) {
    List<Column> columns = new ArrayList<>(List.of(Column.of("id", SqlTypes.BIGINT)));
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(PrimaryKey.of(ConstraintName.given("pk_" + name), List.of("id")));
    for (String target : targets) {
      columns.add(Column.of(target + "_id", SqlTypes.BIGINT));
      constraints.add(
          ForeignKey.of(
              ConstraintName.given("fk_" + name + "_" + target),
              List.of(target + "_id"),
              QualifiedName.of(target),
              List.of("id")));
    }
    return new Table(QualifiedName.of(name), columns, constraints, List.of(), null);
  }

  private static List<String> heads(List<DdlStatement> statements) {
    PostgresDdlCompiler compiler = new PostgresDdlCompiler();
    return statements.stream()
        .map(compiler::compile)
        .map(sql -> sql.lines().findFirst().orElse(sql))
        .toList();
  }

  private static List<String> created(Table... tables) {
    return heads(CreateOrder.createAll(MetaData.ofTables(List.of(tables))));
  }

  private static List<String> dropped(Table... tables) {
    return heads(CreateOrder.dropAll(MetaData.ofTables(List.of(tables))));
  }

  @Test
  void referencedTablesComeFirst() {
    assertThat(created(table("child", "parent"), table("other"), table("parent")))
        .containsExactly("CREATE TABLE other (", "CREATE TABLE parent (", "CREATE TABLE child (");
  }

  @Test
  void referencingTablesAreDroppedFirst() {
    assertThat(dropped(table("parent"), table("child", "parent")))
        .containsExactly("DROP TABLE child", "DROP TABLE parent");
  }

  @Test
  void aReferenceToTheTableItselfStaysInline() {
    assertThat(created(table("node", "node"))).containsExactly("CREATE TABLE node (");
  }

  @Test
  void foreignKeysThatCloseACycleComeLast() {
    Table[] tables = {table("a", "b"), table("b", "a", "c"), table("c"), table("d", "a")};

    assertThat(created(tables))
        .containsExactly(
            "CREATE TABLE a (",
            "CREATE TABLE c (",
            "CREATE TABLE b (",
            "CREATE TABLE d (",
            "ALTER TABLE a ADD CONSTRAINT fk_a_b FOREIGN KEY (b_id) REFERENCES b (id)",
            "ALTER TABLE b ADD CONSTRAINT fk_b_a FOREIGN KEY (a_id) REFERENCES a (id)");
    assertThat(dropped(tables))
        .containsExactly(
            "ALTER TABLE b DROP CONSTRAINT fk_b_a",
            "ALTER TABLE a DROP CONSTRAINT fk_a_b",
            "DROP TABLE d",
            "DROP TABLE b",
            "DROP TABLE c",
            "DROP TABLE a");
  }

  @Test
  void chainsMayBeLongAndStandInAnyOrder() {
    List<Table> chain = new ArrayList<>();
    chain.add(table("t0"));
    for (int i = 1; i < 5000; i++) {
      chain.add(table("t" + i, "t" + (i - 1)));
    }
    Collections.reverse(chain);

    List<String> created = heads(CreateOrder.createAll(MetaData.ofTables(chain)));

    assertThat(created).hasSize(5000).startsWith("CREATE TABLE t0 (", "CREATE TABLE t1 (");
    assertThat(created).endsWith("CREATE TABLE t4999 (");
  }

  @Test
  void aForeignKeyToAUniqueIndexWaitsForTheIndex() {
    Index index = Index.of(ConstraintName.given("ux"), true, List.of("id"));
    Table parent = table("parent").withConstraints(List.of()).withIndexes(List.of(index));

    assertThat(created(table("child", "parent"), parent))
        .containsExactly(
            "CREATE TABLE child (",
            "CREATE TABLE parent (",
            "CREATE UNIQUE INDEX ux ON parent (id)",
            "ALTER TABLE child ADD CONSTRAINT fk_child_parent FOREIGN KEY (parent_id)"
                + " REFERENCES parent (id)");
  }

  @Test
  void constraintsThatAreNotValidatedComeLater() {
    Table item = table("item");
    Constraint check =
        new CheckConstraint(ConstraintName.given("ck"), "id > 0", false, false, null);

    assertThat(
            created(
                item.withConstraints(
                    Stream.concat(item.constraints().stream(), Stream.of(check)).toList())))
        .containsExactly(
            "CREATE TABLE item (", "ALTER TABLE item ADD CONSTRAINT ck CHECK (id > 0) NOT VALID");
  }

  @Test
  void aColumnOfATablesRowTypeNeedsThatTable() {
    Table row = table("row_source");
    Table user =
        new Table(
            QualifiedName.of("a_user"),
            List.of(Column.of("x", SqlTypes.named("row_source[]"))),
            List.of(),
            List.of(),
            null);

    assertThat(created(user, row))
        .containsExactly("CREATE TABLE row_source (", "CREATE TABLE a_user (");
  }

  @Test
  void everyKindOfObjectHasItsPlace() {
    Sequence owned =
        Sequence.of(QualifiedName.of("item_id_seq"))
            .withOwner(new Sequence.Owner(QualifiedName.of("item"), "id"));
    MetaData all =
        new MetaData(
            List.of(new Namespace("shop", "the shop")),
            List.of(new Extension("citext", "shop", null, null)),
            List.of(new EnumType(QualifiedName.of("mood"), List.of("a"), "moods")),
            List.of(owned, Sequence.of(QualifiedName.of("free_seq"))),
            List.of(
                table("item")
                    .withIndexes(
                        List.of(Index.of(ConstraintName.given("ix"), false, List.of("id"))))
                    .withComment("items")),
            List.of());

    assertThat(heads(CreateOrder.createAll(all)))
        .containsExactly(
            "CREATE SCHEMA shop",
            "CREATE EXTENSION citext SCHEMA shop",
            "CREATE TYPE mood AS ENUM ('a')",
            "CREATE SEQUENCE item_id_seq",
            "CREATE SEQUENCE free_seq",
            "CREATE TABLE item (",
            "ALTER SEQUENCE item_id_seq OWNED BY item.id",
            "CREATE INDEX ix ON item (id)",
            "COMMENT ON SCHEMA shop IS 'the shop'",
            "COMMENT ON TYPE mood IS 'moods'",
            "COMMENT ON TABLE item IS 'items'");
    assertThat(heads(CreateOrder.dropAll(all)))
        .containsExactly(
            "DROP TABLE item",
            "DROP SEQUENCE free_seq",
            "DROP TYPE mood",
            "DROP EXTENSION citext",
            "DROP SCHEMA shop");
  }

  @Test
  void anOwnedSequenceThatAnotherTableCallsIsDetachedBeforeTheDrop() {
    Sequence owned =
        Sequence.of(QualifiedName.of("item_id_seq"))
            .withOwner(new Sequence.Owner(QualifiedName.of("item"), "id"));
    Table caller =
        new Table(
            QualifiedName.of("caller"),
            List.of(
                Column.of("x", SqlTypes.BIGINT)
                    .withServerDefault("nextval('item_id_seq'::regclass)")),
            List.of(),
            List.of(),
            null);
    MetaData all = MetaData.ofTables(List.of(caller, table("item"))).withSequences(List.of(owned));

    assertThat(heads(CreateOrder.dropAll(all)))
        .containsExactly(
            "ALTER SEQUENCE item_id_seq OWNED BY NONE",
            "DROP TABLE item",
            "DROP TABLE caller",
            "DROP SEQUENCE item_id_seq");
  }
}
