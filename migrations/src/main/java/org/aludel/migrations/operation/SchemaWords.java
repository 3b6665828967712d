package org.aludel.migrations.operation;

import java.util.HashSet;
import java.util.Set;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.Constraint;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Internal: the names that parts of a table mention, as {@link ExpressionNames} finds them. Columns
 * appear exactly, words of expressions folded.
 */
public final class SchemaWords {
  private SchemaWords() {}

  /** The columns of the own table and the words of the expressions of a constraint. */
  public static Set<String> mentioned(Constraint constraint) {
    Set<String> names = new HashSet<>();
    if (constraint instanceof PrimaryKey key) {
      names.addAll(key.columns());
      names.addAll(key.include());
    } else if (constraint instanceof UniqueConstraint unique) {
      names.addAll(unique.columns());
      names.addAll(unique.include());
    } else if (constraint instanceof ForeignKey key) {
      names.addAll(key.columns());
    } else if (constraint instanceof CheckConstraint check) {
      add(names, check.expression());
    } else if (constraint instanceof ExcludeConstraint exclusion) {
      exclusion.elements().forEach(each -> add(names, each.element()));
      names.addAll(exclusion.include());
      add(names, exclusion.predicate());
    }
    return names;
  }

  /** The columns and the words of the expressions of an index. */
  public static Set<String> mentioned(Index index) {
    Set<String> names = new HashSet<>(index.include());
    index.elements().forEach(each -> add(names, each));
    add(names, index.predicate());
    return names;
  }

  /** The words of the expression of a generated column; empty for others. */
  public static Set<String> mentioned(Column column) {
    Computed computed = column.computed();
    Set<String> names = new HashSet<>();
    if (computed != null) {
      add(names, computed.expression());
    }
    return names;
  }

  /** Whether a constraint holds an expression, which the database keeps as parsed. */
  public static boolean hasText(Constraint constraint) {
    return constraint instanceof CheckConstraint || constraint instanceof ExcludeConstraint;
  }

  /** Whether an index holds an expression or a predicate. */
  public static boolean hasText(Index index) {
    return index.predicate() != null
        || index.elements().stream().anyMatch(each -> each.expression() != null);
  }

  /** Whether a column is of a user type or an array of it. */
  public static boolean isOfType(Column column, QualifiedName type) {
    return typeNames(column.type().name()).equals(qualified(type));
  }

  /** The name of a type as written, without quotes and array marks. */
  private static String typeNames(String written) {
    String base = written;
    while (base.endsWith("[]")) {
      base = base.substring(0, base.length() - 2);
    }
    StringBuilder plain = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < base.length(); at++) {
      char next = base.charAt(at);
      if (next != '"') {
        plain.append(next);
      } else if (quoted && base.startsWith("\"\"", at)) {
        plain.append(next);
        at++;
      } else {
        quoted = !quoted;
      }
    }
    return plain.toString();
  }

  private static String qualified(QualifiedName name) {
    return name.toString();
  }

  private static void add(Set<String> names, IndexElement element) {
    if (element.column() != null) {
      names.add(element.column());
    }
    add(names, element.expression());
  }

  private static void add(Set<String> names, @Nullable String expression) {
    if (expression != null) {
      names.addAll(ExpressionNames.of(expression).identifiers());
    }
  }
}
