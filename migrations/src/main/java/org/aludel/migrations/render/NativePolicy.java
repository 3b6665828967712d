package org.aludel.migrations.render;

import java.util.Set;
import java.util.regex.Pattern;
import org.aludel.migrations.operation.TypeFamily;
import org.aludel.schema.Column;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Deferral;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.UniqueConstraint;

/**
 * What is written as a native change: only where Liquibase 4.33 renders the same SQL as our
 * compiler, and everything about it is beyond doubt. A fixed rule instead of asking Liquibase, so
 * that a file does not depend on what is on the class path; a test asks Liquibase about each rule.
 */
final class NativePolicy {
  /** Liquibase knows these under the same name; it garbles many others, see REVISIONS 2.2. */
  private static final Set<String> TYPES =
      Set.of(
          "boolean",
          "smallint",
          "integer",
          "bigint",
          "varchar",
          "text",
          "numeric",
          "uuid",
          "date",
          "jsonb",
          "bytea");

  /** Bare in either's quoting rules: no reserved word of SQL has an underscore or a digit. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

  private final Set<String> words;

  /**
   * @param words names that either side would quote
   */
  NativePolicy(Set<String> words) {
    this.words = words;
  }

  boolean admits(QualifiedName table) {
    return table.schema() == null && admits(table.name());
  }

  boolean admits(String name) {
    return PLAIN_NAME.matcher(name).matches() && !words.contains(name);
  }

  boolean admits(ConstraintName name) {
    return admits(name.text());
  }

  boolean admits(Iterable<String> names) {
    for (String name : names) {
      if (!admits(name)) {
        return false;
      }
    }
    return true;
  }

  /** Without what Liquibase has no word for, or another word. */
  boolean admits(Column column) {
    String text = column.serverDefault();
    return admits(column.name())
        && TYPES.contains(TypeFamily.base(column.type().name()))
        && column.collation() == null
        && column.identity() == null
        && column.computed() == null
        && (text == null || !text.contains("${"));
  }

  boolean admits(UniqueConstraint unique) {
    return admits(unique.name())
        && admits(unique.columns())
        && unique.include().isEmpty()
        && !unique.nullsNotDistinct()
        && unique.deferral() == Deferral.NOT_DEFERRABLE;
  }

  boolean admits(PrimaryKey key) {
    return admits(key.name())
        && admits(key.columns())
        && key.include().isEmpty()
        && key.deferral() == Deferral.NOT_DEFERRABLE;
  }

  boolean admits(Index index) {
    return admits(index.name())
        && index.method().equals("btree")
        && index.include().isEmpty()
        && index.predicate() == null
        && !index.nullsNotDistinct()
        && index.storage().isEmpty()
        && index.elements().stream().allMatch(this::admits);
  }

  private boolean admits(IndexElement element) {
    String column = element.column();
    return column != null
        && admits(column)
        && element.collation() == null
        && element.operatorClass() == null
        && !element.descending()
        && !element.nullsFirst();
  }
}
