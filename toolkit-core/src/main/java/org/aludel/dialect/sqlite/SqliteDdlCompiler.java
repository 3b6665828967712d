package org.aludel.dialect.sqlite;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.aludel.compile.DdlCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.Untranslated;
import org.aludel.ddl.ColumnDdl;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.IndexDdl;
import org.aludel.ddl.ObjectDdl;
import org.aludel.ddl.RawSql;
import org.aludel.ddl.TableDdl;
import org.aludel.ddl.ViewDdl;
import org.aludel.error.CompileException;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.View;
import org.aludel.schema.translation.SchemaTranslation;

/**
 * SQLite's DDL: whole tables, views, indexes and triggers, and the few alterations that there are.
 * All else is refused; a table is changed by making it anew. Source: SQLite, ALTER TABLE.
 */
final class SqliteDdlCompiler implements DdlCompiler {
  private static final String ALTER = "ALTER TABLE ";

  private final SchemaTranslation schemas;
  private final IdentifierQuoter quoter;

  SqliteDdlCompiler(SchemaTranslation schemas) {
    this.schemas = schemas;
    this.quoter = SqliteIdentifiers.quoter().in(schemas);
  }

  @Override
  public String compile(DdlStatement statement) {
    if (statement instanceof TableDdl table) {
      return table(table);
    }
    if (statement instanceof ColumnDdl column) {
      return column(column);
    }
    if (statement instanceof IndexDdl index) {
      return index(index);
    }
    Untranslated.require(statement, schemas);
    if (statement instanceof ViewDdl view) {
      return view(view);
    }
    if (statement instanceof ObjectDdl object) {
      return object(object);
    }
    if (statement instanceof RawSql raw) {
      return raw.sql();
    }
    throw refused(statement);
  }

  private String table(TableDdl statement) {
    if (statement instanceof TableDdl.CreateTable create) {
      return SqliteTableDdl.create(create.table(), quoter);
    }
    if (statement instanceof TableDdl.DropTable drop) {
      return "DROP TABLE " + quoter.quote(drop.table());
    }
    if (statement instanceof TableDdl.RenameTable rename) {
      return ALTER + quoter.quote(rename.table()) + " RENAME TO " + quoter.quote(rename.to());
    }
    throw refused(statement);
  }

  private String column(ColumnDdl statement) {
    if (statement instanceof ColumnDdl.AddColumn add) {
      return ALTER
          + quoter.quote(add.table())
          + " ADD COLUMN "
          + SqliteTableDdl.definition(add.table(), add.column(), false);
    }
    if (statement instanceof ColumnDdl.DropColumn drop) {
      return ALTER + quoter.quote(drop.table()) + " DROP COLUMN " + quoter.quote(drop.column());
    }
    if (statement instanceof ColumnDdl.RenameColumn rename) {
      return ALTER
          + quoter.quote(rename.table())
          + " RENAME COLUMN "
          + quoter.quote(rename.column())
          + " TO "
          + quoter.quote(rename.to());
    }
    throw refused(statement);
  }

  private String index(IndexDdl statement) {
    if (statement instanceof IndexDdl.CreateIndex create) {
      return createIndex(create);
    }
    if (statement instanceof IndexDdl.DropIndex drop) {
      return "DROP INDEX " + quoter.quote(drop.index());
    }
    throw refused(statement);
  }

  private String createIndex(IndexDdl.CreateIndex statement) {
    Index index = statement.index();
    boolean plain = index.method().equals("btree") && index.include().isEmpty();
    if (!plain
        || statement.concurrently()
        || index.nullsNotDistinct()
        || !index.storage().isEmpty()) {
      throw SqliteRefusal.of(
          "an index",
          index.toString(),
          "a tree over columns and expressions, with a condition at most");
    }
    QualifiedName table = statement.table();
    String name = quoter.quote(new QualifiedName(table.schema(), index.name().text()));
    String keys =
        index.elements().stream().map(this::element).collect(Collectors.joining(", ", " (", ")"));
    String where = index.predicate() == null ? "" : " WHERE " + index.predicate();
    return (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        + name
        + " ON "
        + quoter.quote(table.name())
        + keys
        + where;
  }

  private String element(IndexElement element) {
    if (element.operatorClass() != null || element.nullsFirst() != element.descending()) {
      throw SqliteRefusal.of(
          "a key of an index",
          element.toString(),
          "leave out operator class and place of nulls: nulls are the smallest");
    }
    String column = element.column();
    String key =
        column == null
            ? "(" + Objects.requireNonNull(element.expression()) + ")"
            : quoter.quote(column);
    String collation = element.collation() == null ? "" : " COLLATE " + element.collation();
    return key + collation + (element.descending() ? " DESC" : "");
  }

  private String view(ViewDdl statement) {
    if (statement instanceof ViewDdl.CreateView create && !create.view().isMaterialized()) {
      View view = create.view();
      return "CREATE VIEW " + quoter.quote(view.name()) + " AS " + view.definition();
    }
    if (statement instanceof ViewDdl.DropView drop && !drop.materialized()) {
      return "DROP VIEW " + quoter.quote(drop.view());
    }
    throw refused(statement);
  }

  private String object(ObjectDdl statement) {
    if (statement instanceof ObjectDdl.CreateObject create
        && create.object().reference().kind() == ObjectKind.TRIGGER) {
      return create.object().definition();
    }
    if (statement instanceof ObjectDdl.DropObject drop
        && drop.object().kind() == ObjectKind.TRIGGER) {
      return "DROP TRIGGER "
          + quoter.quote(new QualifiedName(drop.object().name().schema(), drop.object().part()));
    }
    throw refused(statement);
  }

  private static CompileException refused(DdlStatement statement) {
    String name = statement.getClass().getSimpleName();
    return SqliteRefusal.of(
        "DDL",
        name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT),
        "make the table anew with the change, copy its rows, and give it the old name");
  }
}
