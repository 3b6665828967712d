package org.aludel.migrations.operation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.Constraint;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** The words in which operations describe themselves. */
final class Phrase {
  private Phrase() {}

  static String change(String from, String to) {
    return from + " -> " + to;
  }

  static String quoted(String text) {
    return '"' + text + '"';
  }

  static String list(List<String> names) {
    return "(" + String.join(", ", names) + ")";
  }

  static String column(Column column) {
    StringBuilder text = new StringBuilder(column.name()).append(' ').append(column.type().name());
    if (column.identity() != null) {
      text.append(" identity");
    }
    if (column.computed() != null) {
      text.append(' ').append(computed(column));
    }
    if (!column.nullable()) {
      text.append(" not null");
    }
    if (column.serverDefault() != null) {
      text.append(" default ").append(column.serverDefault());
    }
    return text.toString();
  }

  static String computed(Column column) {
    Computed computed = column.computed();
    return computed == null ? "plain" : "generated as (" + computed.expression() + ")";
  }

  static String identity(Identity identity) {
    return (identity.always() ? "always" : "by default") + options(identity.options());
  }

  static String sequence(Sequence sequence) {
    return sequence.dataType() + options(sequence.options());
  }

  private static String options(SequenceOptions options) {
    StringBuilder text = new StringBuilder();
    text.append(" start ").append(options.start()).append(" by ").append(options.increment());
    if (options.minimum() != null) {
      text.append(" minimum ").append(options.minimum());
    }
    if (options.maximum() != null) {
      text.append(" maximum ").append(options.maximum());
    }
    if (options.cache() != 1) {
      text.append(" cache ").append(options.cache());
    }
    return options.cycle() ? text.append(" cycle").toString() : text.toString();
  }

  static String owner(Sequence.@Nullable Owner owner) {
    return owner == null ? "none" : owner.table() + "." + owner.column();
  }

  static String constraintOn(QualifiedName table, Constraint constraint) {
    return kind(constraint)
        + "  "
        + named(table, constraint.name().text())
        + " "
        + content(constraint);
  }

  /** Behind its table, unless the name says the table. */
  static String named(QualifiedName table, String name) {
    return name.contains(table.name()) && table.schema() == null ? name : table + ": " + name;
  }

  static String indexOn(QualifiedName table, Index index) {
    String elements =
        index.elements().stream().map(Phrase::element).collect(Collectors.joining(", ", "(", ")"));
    return (index.unique() ? "unique index  " : "index  ")
        + named(table, index.name().text())
        + " "
        + elements
        + (index.predicate() == null ? "" : " where " + index.predicate());
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
      return list(key.columns());
    }
    if (constraint instanceof UniqueConstraint unique) {
      return list(unique.columns());
    }
    if (constraint instanceof ForeignKey key) {
      return list(key.columns())
          + " -> "
          + key.target()
          + list(key.targetColumns())
          + action(" on delete ", key.onDelete())
          + action(" on update ", key.onUpdate());
    }
    if (constraint instanceof CheckConstraint check) {
      return "(" + check.expression() + ")";
    }
    return ((ExcludeConstraint) constraint)
        .elements().stream()
            .map(each -> element(each.element()) + " with " + each.operator())
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String action(String words, ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION
        ? ""
        : words + action.sql().toLowerCase(Locale.ROOT);
  }

  private static String element(IndexElement element) {
    String text = element.column() == null ? element.expression() : element.column();
    return element.descending() ? text + " desc" : String.valueOf(text);
  }
}
