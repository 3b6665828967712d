package org.aludel.reflect;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Constraint;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** Which constraints and indexes can stay with a part of a table's columns. */
record KeptColumns(Set<String> names) {
  Table trimmed(Table table) {
    return table
        .withConstraints(table.constraints().stream().filter(this::keeps).toList())
        .withIndexes(table.indexes().stream().filter(this::keeps).toList());
  }

  private boolean keeps(Constraint constraint) {
    if (constraint instanceof PrimaryKey key) {
      return hasAll(key.columns(), key.include());
    }
    if (constraint instanceof UniqueConstraint unique) {
      return hasAll(unique.columns(), unique.include());
    }
    if (constraint instanceof ForeignKey key) {
      return names.containsAll(key.columns());
    }
    return keepsText(constraint);
  }

  /** The columns within SQL are the server's to know, so a check stays only with all of a table. */
  private boolean keepsText(Constraint constraint) {
    if (constraint instanceof ExcludeConstraint exclusion) {
      List<IndexElement> elements =
          exclusion.elements().stream().map(ExcludeConstraint.Element::element).toList();
      return keeps(elements, exclusion.include(), exclusion.predicate());
    }
    return !(constraint instanceof CheckConstraint);
  }

  private boolean keeps(Index index) {
    return keeps(index.elements(), index.include(), index.predicate());
  }

  private boolean keeps(
      List<IndexElement> elements, List<String> include, @Nullable String predicate) {
    List<String> columns = new ArrayList<>();
    for (IndexElement element : elements) {
      if (element.column() == null) {
        return false;
      }
      columns.add(element.column());
    }
    return predicate == null && hasAll(columns, include);
  }

  private boolean hasAll(Collection<String> columns, Collection<String> include) {
    return names.containsAll(columns) && names.containsAll(include);
  }
}
