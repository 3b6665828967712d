package org.aludel.migrations.reverse;

import java.util.ArrayList;
import java.util.List;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** The annotations of a class. */
final class TableSource {
  private final Entity entity;

  TableSource(Entity entity) {
    this.entity = entity;
  }

  Annotated annotation() {
    Table table = entity.said();
    Annotated said = new Annotated("Table");
    if (!JavaName.snake(entity.name()).equals(table.name().name())) {
      said.text("name", table.name().name());
    }
    put(said, "schema", table.name().schema());
    put(said, "comment", table.comment());
    return said.all(
            "uniqueConstraints",
            table.uniqueConstraints().stream().map(TableSource::unique).toList())
        .all("check", table.checkConstraints().stream().map(TableSource::check).toList())
        .all(
            "indexes",
            table.indexes().stream()
                .filter(TableSource::isPlain)
                .map(TableSource::plainIndex)
                .toList());
  }

  List<Annotated> indexes() {
    return entity.said().indexes().stream()
        .filter(each -> !isPlain(each))
        .map(TableSource::index)
        .toList();
  }

  private static String unique(UniqueConstraint unique) {
    return new Annotated("UniqueConstraint")
        .text("name", unique.name().text())
        .texts("columnNames", unique.columns())
        .toString();
  }

  private static String check(CheckConstraint check) {
    return new Annotated("CheckConstraint")
        .text("name", check.name().text())
        .text("constraint", check.expression())
        .toString();
  }

  /** Whether {@code jakarta.persistence.Index} can say it. */
  private static boolean isPlain(Index index) {
    return index.method().equals("btree")
        && index.include().isEmpty()
        && index.predicate() == null
        && !index.nullsNotDistinct()
        && index.storage().isEmpty()
        && index.comment() == null
        && index.elements().stream().allMatch(TableSource::isPlain);
  }

  private static boolean isPlain(IndexElement element) {
    return element.column() != null
        && element.column().matches("\\w+")
        && element.collation() == null
        && element.operatorClass() == null
        && element.descending() == element.nullsFirst();
  }

  private static String plainIndex(Index index) {
    List<String> terms = new ArrayList<>();
    index.elements().forEach(each -> terms.add(each.column() + (each.descending() ? " DESC" : "")));
    Annotated said =
        new Annotated("Index")
            .text("name", index.name().text())
            .text("columnList", String.join(", ", terms));
    return (index.unique() ? said.with("unique", "true") : said).toString();
  }

  private static Annotated index(Index index) {
    Annotated said = new Annotated("IndexDef").text("name", index.name().text());
    if (index.unique()) {
      said.with("unique", "true");
    }
    if (!index.method().equals("btree")) {
      said.text("using", index.method());
    }
    boolean columns = index.elements().stream().allMatch(TableSource::isColumn);
    if (columns) {
      said.texts(
          "columns", index.elements().stream().map(each -> String.valueOf(each.column())).toList());
    } else {
      said.all("keys", index.elements().stream().map(TableSource::key).toList());
    }
    said.texts("include", index.include());
    put(said, "where", index.predicate());
    if (index.nullsNotDistinct()) {
      said.with("nullsNotDistinct", "true");
    }
    said.texts(
        "with",
        index.storage().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .toList());
    put(said, "comment", index.comment());
    return said;
  }

  private static boolean isColumn(IndexElement element) {
    return element.equals(IndexElement.column(String.valueOf(element.column())));
  }

  private static String key(IndexElement element) {
    Annotated said = new Annotated("IndexDef.Key");
    put(said, "column", element.column());
    put(said, "expression", element.expression());
    put(said, "collation", element.collation());
    put(said, "opclass", element.operatorClass());
    if (element.descending()) {
      said.with("descending", "true");
    }
    if (element.descending() != element.nullsFirst()) {
      said.with("nulls", "IndexDef.Nulls." + (element.nullsFirst() ? "FIRST" : "LAST"));
    }
    return said.toString();
  }

  private static void put(Annotated said, String member, @Nullable String value) {
    if (value != null) {
      said.text(member, value);
    }
  }
}
