package org.aludel.migrations.handover;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.schema.Column;
import org.aludel.schema.Grant;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Table;
import org.aludel.schema.View;
import org.jspecify.annotations.Nullable;

/**
 * A view under the old name of a table, through which old code reads and writes: it is simple
 * enough for the server to pass inserts, updates and deletes on. Source: PostgreSQL 18, CREATE
 * VIEW, updatable views.
 *
 * @param table its new name
 */
public record OldTable(QualifiedName old, QualifiedName table) {
  private static final String COMMENT = "is %s under its old name until this view is dropped";

  /** Whether a view is one of these, by its comment. */
  public static boolean isOne(SchemaObject object) {
    String comment = object.comment();
    return object instanceof View
        && comment != null
        && comment.startsWith("is ")
        && comment.endsWith(COMMENT.substring(COMMENT.indexOf(" under")));
  }

  ObjectReference reference() {
    return ObjectReference.of(ObjectKind.VIEW, old);
  }

  /**
   * @param now the table after the rename
   */
  View view(Table now, IdentifierQuoter quoter) {
    String columns =
        now.columns().stream()
            .map(each -> quoter.quote(each.name()))
            .collect(Collectors.joining(", "));
    List<Column> shown =
        now.columns().stream().map(each -> Column.of(each.name(), each.type())).toList();
    return new View(
        old,
        "SELECT " + columns + "\n   FROM " + quoter.quote(table),
        shown,
        Map.of(),
        null,
        COMMENT.formatted(table));
  }

  /** Whoever may use the table may use the view. */
  List<Grant> grants(MetaData before) {
    return before.grants().stream()
        .flatMap(each -> Optional.ofNullable(granted(each)).stream())
        .toList();
  }

  private @Nullable Grant granted(Grant grant) {
    ObjectReference on = grant.on();
    TreeSet<String> privileges = new TreeSet<>(grant.privileges());
    privileges.retainAll(
        Stream.of("SELECT", "INSERT", "UPDATE", "DELETE").collect(Collectors.toSet()));
    if (!on.name().equals(old) || privileges.isEmpty()) {
      return null;
    }
    if (on.kind() == ObjectKind.COLUMN) {
      return new Grant(on, grant.grantee(), grant.action(), privileges);
    }
    return on.kind() == ObjectKind.TABLE
        ? new Grant(reference(), grant.grantee(), grant.action(), privileges)
        : null;
  }
}
