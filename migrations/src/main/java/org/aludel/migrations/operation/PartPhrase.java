package org.aludel.migrations.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.MatchType;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * The words in which constraints and indexes are described: all in which two of them may differ.
 */
final class PartPhrase {
  private PartPhrase() {}

  static String constraint(QualifiedName table, Constraint constraint) {
    return kind(constraint)
        + "  "
        + named(table, constraint.name().text())
        + " "
        + content(constraint)
        + (constraint.validated() ? "" : " not valid");
  }

  static String index(QualifiedName table, Index index) {
    return (index.unique() ? "unique index  " : "index  ")
        + named(table, index.name().text())
        + " "
        + (index.method().equals("btree") ? "" : "using " + index.method() + " ")
        + elements(index.elements())
        + include(index.include())
        + (index.nullsNotDistinct() ? " nulls not distinct" : "")
        + storage(index.storage())
        + where(index.predicate());
  }

  /** Behind its table, unless the name says the table. */
  private static String named(QualifiedName table, String name) {
    boolean saysTable =
        table.schema() == null && ("_" + name + "_").contains("_" + table.name() + "_");
    return saysTable ? name : table + ": " + name;
  }

  private static String kind(Constraint constraint) {
    if (constraint instanceof PrimaryKey) {
      return "primary key";
    }
    if (constraint instanceof UniqueConstraint) {
      return "unique";
    }
    if (constraint instanceof ForeignKey) {
      return "foreign key";
    }
    return constraint instanceof CheckConstraint ? "check" : "exclusion";
  }

  private static String content(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return Phrase.list(key.columns()) + include(key.include()) + deferral(key.deferral());
    }
    if (constraint instanceof UniqueConstraint unique) {
      return Phrase.list(unique.columns())
          + include(unique.include())
          + (unique.nullsNotDistinct() ? " nulls not distinct" : "")
          + deferral(unique.deferral());
    }
    if (constraint instanceof ForeignKey key) {
      return foreignKey(key);
    }
    return constraint instanceof CheckConstraint check
        ? "(" + check.expression() + ")" + (check.noInherit() ? " no inherit" : "")
        : exclusion((ExcludeConstraint) constraint);
  }

  private static String foreignKey(ForeignKey key) {
    return Phrase.list(key.columns())
        + " -> "
        + key.target()
        + Phrase.list(key.targetColumns())
        + (key.match() == MatchType.FULL ? " match full" : "")
        + action(" on delete ", key.onDelete())
        + (key.onDeleteColumns().isEmpty() ? "" : " " + Phrase.list(key.onDeleteColumns()))
        + action(" on update ", key.onUpdate())
        + deferral(key.deferral());
  }

  private static String exclusion(ExcludeConstraint exclusion) {
    return exclusion.elements().stream()
            .map(each -> element(each.element()) + " with " + each.operator())
            .collect(Collectors.joining(", ", "(", ")"))
        + include(exclusion.include())
        + where(exclusion.predicate())
        + deferral(exclusion.deferral());
  }

  private static String action(String words, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION
        ? ""
        : words + action.sql().toLowerCase(Locale.ROOT);
  }

  private static String deferral(Deferral deferral) {
    return deferral == Deferral.NOT_DEFERRABLE
        ? ""
        : " " + deferral.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String include(List<String> columns) {
    return columns.isEmpty() ? "" : " include " + Phrase.list(columns);
  }

  private static String storage(Map<String, String> storage) {
    return storage.isEmpty() ? "" : " with " + storage;
  }

  private static String where(@Nullable String predicate) {
    return predicate == null ? "" : " where " + predicate;
  }

  private static String elements(List<IndexElement> elements) {
    return elements.stream().map(PartPhrase::element).collect(Collectors.joining(", ", "(", ")"));
  }

  private static String element(IndexElement element) {
    String text =
        String.valueOf(element.column() == null ? element.expression() : element.column());
    return text
        + (element.collation() == null ? "" : " collate " + element.collation())
        + (element.operatorClass() == null ? "" : " " + element.operatorClass())
        + (element.descending() ? " desc" : "")
        + (element.nullsFirst() == element.descending()
            ? ""
            : element.nullsFirst() ? " nulls first" : " nulls last");
  }
}
