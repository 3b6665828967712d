package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.aludel.schema.Extension;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Rows about schemas, extensions and uncovered objects. */
final class PostgresObjectRows {
  private static final String PUBLIC_COMMENT = "standard public schema";
  private final PostgresCatalogScope scope;
  private final PostgresObjectIndex index;
  private final List<Namespace> namespaces = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();

  PostgresObjectRows(PostgresCatalogScope scope, PostgresObjectIndex index) {
    this.scope = scope;
    this.index = index;
  }

  /**
   * The default schema and {@code public} are in every database; only a comment of theirs is an
   * object of a model, an empty one where the usual one was removed.
   */
  void addNamespace(ResultSet row) throws SQLException {
    String schema = PostgresCatalogSession.text(row, "name");
    String comment = row.getString("comment");
    QualifiedName name = QualifiedName.of(schema);
    if (!scope.admits("schema", name)) {
      return;
    }
    index.add(
        PostgresObjectIndex.NAMESPACE,
        row.getLong("oid"),
        ObjectReference.of(ObjectKind.SCHEMA, name));
    boolean isPublic = schema.equals("public");
    if (!isPublic && !scope.isDefaultSchema(schema)) {
      namespaces.add(new Namespace(schema, comment));
    } else if (!Objects.equals(comment, isPublic ? PUBLIC_COMMENT : null)) {
      namespaces.add(new Namespace(schema, Objects.requireNonNullElse(comment, ""), true));
    }
  }

  void addExtension(ResultSet row) throws SQLException {
    String name = PostgresCatalogSession.text(row, "name");
    if (!scope.admits("extension", QualifiedName.of(name))) {
      return;
    }
    String version = PostgresCatalogSession.text(row, "version");
    String schema = scope.schema(row.getString("schema"));
    extensions.add(
        new Extension(
            name,
            schema,
            version.equals(row.getString("default_version")) ? null : version,
            extensionComment(row.getString("comment"), row.getString("standard_comment"))));
  }

  /** Null for the control file's own comment, which the server sets; empty for a removed one. */
  private static @Nullable String extensionComment(
      @Nullable String comment, @Nullable String standard) {
    if (comment == null) {
      return standard == null ? null : "";
    }
    return comment.equals(standard) ? null : comment;
  }

  void addUncovered(ResultSet row) throws SQLException {
    scope.addUncovered(
        PostgresCatalogSession.text(row, "kind"),
        scope.name(row.getString("schema"), PostgresCatalogSession.text(row, "name")));
  }

  List<Namespace> namespaces() {
    return namespaces.stream().sorted(Comparator.comparing(Namespace::name)).toList();
  }

  List<Extension> extensions() {
    return extensions.stream().sorted(Comparator.comparing(Extension::name)).toList();
  }
}
