package shop.tutorial;

import static org.aludel.sql.Sql.and;
import static org.aludel.sql.Sql.column;
import static org.aludel.sql.Sql.count;
import static org.aludel.sql.Sql.delete;
import static org.aludel.sql.Sql.excluded;
import static org.aludel.sql.Sql.exists;
import static org.aludel.sql.Sql.insert;
import static org.aludel.sql.Sql.literal;
import static org.aludel.sql.Sql.or;
import static org.aludel.sql.Sql.parameter;
import static org.aludel.sql.Sql.recursive;
import static org.aludel.sql.Sql.scalar;
import static org.aludel.sql.Sql.select;
import static org.aludel.sql.Sql.set;
import static org.aludel.sql.Sql.text;
import static org.aludel.sql.Sql.update;
import static org.aludel.sql.Sql.upper;
import static org.aludel.sql.Sql.values;
import static org.aludel.sql.Sql.when;
import static org.aludel.sql.function.Aggregates.stringAgg;
import static org.aludel.sql.function.Windows.partitionBy;
import static org.aludel.sql.function.Windows.rowNumber;

import java.util.List;
import org.aludel.engine.Connection;
import org.aludel.engine.Engine;
import org.aludel.engine.Result;
import org.aludel.engine.Transaction;
import org.aludel.error.CompileException;
import org.aludel.reflect.ReflectOptions;
import org.aludel.schema.Column;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.MetaData;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.sql.ColumnReference;
import org.aludel.sql.Cte;
import org.aludel.sql.DerivedTable;
import org.aludel.sql.NamedTable;
import org.aludel.sql.Predicate;
import org.aludel.sql.Row;
import org.aludel.sql.Row2;
import org.aludel.sql.Select;
import org.aludel.testing.PostgresTest;
import org.aludel.testing.TestDatabase;
import org.aludel.type.SqlTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pages of docs/tutorial about Core: each region stands there, with what it prints. */
@PostgresTest(perMethod = true)
final class CoreTutorialTest {
  // tutorial: tables
  static final NamingConvention NAMES = NamingConvention.standard();
  static final QualifiedName USERS = QualifiedName.of("user_account");
  static final QualifiedName ADDRESSES = QualifiedName.of("address");

  static final Table USER =
      new Table(
          USERS,
          List.of(
              Column.of("id", SqlTypes.BIGINT).notNull().withIdentity(Identity.byDefault()),
              Column.of("name", SqlTypes.varchar(30)).notNull(),
              Column.of("fullname", SqlTypes.TEXT)),
          List.of(PrimaryKey.of(NAMES.primaryKey(USERS, List.of("id")), List.of("id"))),
          List.of(),
          null);

  static final Table ADDRESS =
      new Table(
          ADDRESSES,
          List.of(
              Column.of("id", SqlTypes.BIGINT).notNull().withIdentity(Identity.byDefault()),
              Column.of("user_id", SqlTypes.BIGINT).notNull(),
              Column.of("email", SqlTypes.TEXT).notNull()),
          List.of(
              PrimaryKey.of(NAMES.primaryKey(ADDRESSES, List.of("id")), List.of("id")),
              ForeignKey.of(
                  NAMES.foreignKey(ADDRESSES, List.of("user_id"), USERS),
                  List.of("user_id"),
                  USERS,
                  List.of("id"))),
          List.of(),
          null);

  static final MetaData MODEL = MetaData.ofTables(List.of(USER, ADDRESS));
  // end

  // tutorial: columns
  static final ColumnReference<Long> USER_ID = USER.c("id", SqlTypes.BIGINT);
  static final ColumnReference<String> NAME = USER.c("name", SqlTypes.varchar(30));
  static final ColumnReference<String> FULLNAME = USER.c("fullname", SqlTypes.TEXT);
  static final ColumnReference<Long> ADDRESS_USER = ADDRESS.c("user_id", SqlTypes.BIGINT);
  static final ColumnReference<String> EMAIL = ADDRESS.c("email", SqlTypes.TEXT);
  // end

  private final Transcript out = new Transcript();
  private final TestDatabase database;
  private Engine engine;

  CoreTutorialTest(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    engine = Engine.create(database.dataSource(), options -> options.listener(out));
  }

  @AfterEach
  void close() {
    engine.close();
  }

  /** The tables with three users, two of which have addresses. */
  private void fill() {
    engine.createAll(MODEL);
    engine.update(
        insert(USER)
            .columns(NAME, FULLNAME)
            .values("spongebob", "Spongebob Squarepants")
            .values("sandy", "Sandy Cheeks")
            .values("patrick", "Patrick Star"));
    engine.update(
        insert(ADDRESS)
            .columns(ADDRESS_USER, EMAIL)
            .values(1L, "spongebob@example.org")
            .values(2L, "sandy@example.org")
            .values(2L, "sandy@squirrelpower.org"));
    out.take();
  }

  private void prints(String name) {
    TutorialPages.requirePrinted(name, out.take());
  }

  @Test
  void connects() {
    // tutorial: connect
    try (Connection connection = engine.connect()) {
      Result<Row> result = connection.execute("SELECT 'hello world' AS greeting");
      out.print(result.one().get("greeting"));
    }
    // end
    prints("connect");
  }

  @Test
  void commitsAsItGoesOrOnce() {
    engine.update("CREATE TABLE some_table (x integer, y integer)");
    out.take();
    // tutorial: commit-as-you-go
    try (Connection connection = engine.connect()) {
      connection.update("INSERT INTO some_table (x, y) VALUES (?, ?)", 1, 1);
      connection.commit();
      connection.update("INSERT INTO some_table (x, y) VALUES (?, ?)", 2, 4);
      // Not committed: closing takes it back.
    }
    // end
    prints("commit-as-you-go");
    // tutorial: begin-once
    engine.inTransaction(
        connection -> connection.update("INSERT INTO some_table (x, y) VALUES (?, ?)", 6, 8));
    // end
    prints("begin-once");
    // tutorial: rows
    try (Connection connection = engine.connect()) {
      for (Row row : connection.execute("SELECT x, y FROM some_table WHERE y > ?", 0)) {
        out.print("x: " + row.get("x") + "  y: " + row.get("y"));
      }
    }
    // end
    prints("rows");
    // tutorial: savepoint
    try (Connection connection = engine.connect()) {
      connection.update("INSERT INTO some_table (x, y) VALUES (9, 10)");
      try (Transaction nested = connection.beginNested()) {
        connection.update("DELETE FROM some_table");
        nested.rollback();
      }
      connection.commit();
      long left = connection.execute("SELECT count(*) FROM some_table").scalar(Long.class);
      out.print(left + " rows");
    }
    // end
    prints("savepoint");
  }

  @Test
  void createsAndReflects() {
    // tutorial: create
    engine.createAll(MODEL);
    // end
    prints("create");
    // tutorial: reflect
    try (Connection connection = engine.connect()) {
      MetaData found = connection.inspector().reflect(ReflectOptions.of("public"));
      for (Column column : found.table(ADDRESSES).orElseThrow().columns()) {
        out.print(column.name() + " " + column.type() + (column.nullable() ? "" : " NOT NULL"));
      }
    }
    // end
    prints("reflect");
  }

  @Test
  void inserts() {
    engine.createAll(MODEL);
    out.take();
    // tutorial: insert
    Long id =
        engine
            .execute(
                insert(USER)
                    .set(NAME, "spongebob")
                    .set(FULLNAME, "Spongebob Squarepants")
                    .returning(USER_ID))
            .get(0);
    out.print(id);
    // end
    prints("insert");
    // tutorial: insert-rows
    engine.update(
        insert(USER)
            .columns(NAME, FULLNAME)
            .values("sandy", "Sandy Cheeks")
            .values("patrick", "Patrick Star"));
    // end
    prints("insert-rows");
    // tutorial: insert-from-select
    engine.update(
        insert(ADDRESS)
            .columns(ADDRESS_USER, EMAIL)
            .from(select(USER_ID, NAME.concat("@aol.com")).where(NAME.ne("patrick"))));
    // end
    prints("insert-from-select");
    // tutorial: upsert
    engine.update(
        insert(USER)
            .columns(USER_ID, NAME, FULLNAME)
            .values(1L, "spongebob", "S. Squarepants")
            .onConflictDoUpdate(List.of(USER_ID), set(FULLNAME, excluded(FULLNAME))));
    // end
    prints("upsert");
  }

  @Test
  void selects() {
    fill();
    // tutorial: select
    Select<Row2<Long, String>> query = select(USER_ID, NAME).where(FULLNAME.eq("Sandy Cheeks"));
    for (Row2<Long, String> row : engine.execute(query)) {
      out.print(row.first() + " " + row.second());
    }
    // end
    prints("select");
    // tutorial: records
    record Contact(String name, String email) {}
    List<Contact> contacts =
        engine.execute(
            select(Contact::new, NAME, EMAIL).from(USER).join(ADDRESS).orderBy(EMAIL.asc()));
    contacts.forEach(out::print);
    // end
    prints("records");
    // tutorial: where
    Predicate known = or(NAME.startsWith("s"), FULLNAME.isNull());
    out.print(engine.execute(select(NAME).where(known, NAME.notIn("sandy", "squidward"))));
    // end
    prints("where");
    // tutorial: outer-join
    out.print(
        engine.execute(select(NAME).from(USER).leftJoin(ADDRESS).where(ADDRESS_USER.isNull())));
    // end
    prints("outer-join");
    // tutorial: order-and-page
    out.print(engine.execute(select(NAME).orderBy(NAME.desc()).limit(1).offset(1)));
    // end
    prints("order-and-page");
    // tutorial: group
    out.print(
        engine.execute(
            select(NAME, count(EMAIL).as("addresses"))
                .from(USER)
                .join(ADDRESS)
                .groupBy(NAME)
                .having(count(EMAIL).gt(1L))));
    // end
    prints("group");
  }

  @Test
  void asksInsideOfQuestions() {
    fill();
    // tutorial: alias
    NamedTable other = USER.as("other");
    out.print(
        engine.execute(
            select(NAME, other.c("name", SqlTypes.TEXT))
                .from(USER)
                .join(other, USER_ID.gt(other.c("id", SqlTypes.BIGINT)))
                .orderBy(NAME.asc(), other.c("name", SqlTypes.TEXT).asc())
                .limit(2)));
    // end
    prints("alias");
    // tutorial: subquery
    DerivedTable<Row2<Long, Long>> counted =
        select(ADDRESS_USER, count().as("total")).groupBy(ADDRESS_USER).as("counted");
    out.print(
        engine.execute(
            select(NAME, counted.c("total", SqlTypes.BIGINT))
                .from(USER)
                .join(counted, USER_ID.eq(counted.column(ADDRESS_USER)))
                .orderBy(NAME.asc())));
    // end
    prints("subquery");
    // tutorial: cte
    Cte<Row2<Long, Long>> busy =
        select(ADDRESS_USER, count().as("total"))
            .groupBy(ADDRESS_USER)
            .having(count().gt(1L))
            .cte("busy");
    out.print(
        engine.execute(select(NAME).from(USER).join(busy, USER_ID.eq(busy.column(ADDRESS_USER)))));
    // end
    prints("cte");
    // tutorial: scalar-subquery
    out.print(
        engine.execute(
            select(NAME, scalar(select(count()).from(ADDRESS).where(ADDRESS_USER.eq(USER_ID))))
                .orderBy(NAME.asc())));
    // end
    prints("scalar-subquery");
    // tutorial: exists
    out.print(
        engine.execute(
            select(NAME).where(exists(select(EMAIL).where(ADDRESS_USER.eq(USER_ID))).not())));
    // end
    prints("exists");
  }

  @Test
  void unitesAndRepeats() {
    fill();
    // tutorial: union
    out.print(
        engine.execute(
            select(NAME)
                .where(NAME.eq("sandy"))
                .unionAll(select(EMAIL).where(EMAIL.endsWith("@example.org")))
                .limit(3)));
    // end
    prints("union");
    // tutorial: recursive
    ColumnReference<Integer> step = column("step", SqlTypes.INTEGER);
    Cte<Integer> steps =
        recursive(
            "steps",
            values(step).row(1),
            self -> select(self.column(step).plus(1)).from(self).where(self.column(step).lt(4)));
    out.print(engine.execute(select(steps.column(step)).from(steps)));
    // end
    prints("recursive");
  }

  @Test
  void callsFunctions() {
    fill();
    // tutorial: functions
    out.print(
        engine.execute(
            select(upper(NAME), stringAgg(EMAIL, ", ").orderBy(EMAIL.asc()))
                .from(USER)
                .join(ADDRESS)
                .groupBy(USER_ID, NAME)
                .orderBy(NAME.asc())));
    // end
    prints("functions");
    // tutorial: window
    out.print(
        engine.execute(
            select(NAME, EMAIL, rowNumber().over(partitionBy(USER_ID).orderBy(EMAIL.asc())))
                .from(USER)
                .join(ADDRESS)));
    // end
    prints("window");
    // tutorial: case
    out.print(
        engine.execute(
            select(NAME, when(NAME.eq("sandy"), literal("squirrel")).otherwise(literal("other")))
                .where(and(USER_ID.gt(1L), FULLNAME.isNotNull()))
                .orderBy(USER_ID.asc())));
    // end
    prints("case");
    // tutorial: parameters
    Select<String> byName =
        select(FULLNAME).where(NAME.eq(parameter("name", SqlTypes.varchar(30))));
    out.print(engine.execute(byName.with("name", "sandy")));
    out.print(engine.execute(byName.with("name", "patrick")));
    // end
    prints("parameters");
    // tutorial: text
    out.print(engine.execute(text("SELECT current_schema(), ? + 1", 41)));
    // end
    prints("text");
  }

  @Test
  void changes() {
    fill();
    // tutorial: update
    long changed =
        engine.update(update(USER).set(FULLNAME, "Patrick the Star").where(NAME.eq("patrick")));
    out.print(changed + " row");
    // end
    prints("update");
    // tutorial: update-from
    engine.update(
        update(USER)
            .set(FULLNAME, FULLNAME.concat(" <").concat(EMAIL).concat(">"))
            .from(ADDRESS)
            .where(ADDRESS_USER.eq(USER_ID), EMAIL.endsWith("@example.org")));
    // end
    prints("update-from");
    // tutorial: delete
    List<String> gone =
        engine.execute(delete(ADDRESS).where(EMAIL.like("sandy@%")).returning(EMAIL));
    out.print(gone);
    // end
    prints("delete");
    // tutorial: unsafe
    try {
      engine.update(delete(ADDRESS));
    } catch (CompileException refusal) {
      out.print(refusal.code());
    }
    // end
    prints("unsafe");
  }
}
