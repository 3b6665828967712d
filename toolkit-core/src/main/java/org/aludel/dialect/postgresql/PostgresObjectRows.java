package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.Namespace;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Rows about schemas, extensions, enums and uncovered objects. */
final class PostgresObjectRows {
  private static final String PUBLIC_COMMENT = "standard public schema";
  private final PostgresCatalogScope scope;
  private final List<Namespace> namespaces = new ArrayList<>();
  private final List<Extension> extensions = new ArrayList<>();
  private final List<EnumType> enums = new ArrayList<>();

  PostgresObjectRows(PostgresCatalogScope scope) {
    this.scope = scope;
  }

  /**
   * The default schema and {@code public} are in every database, so they are no objects of a model;
   * a comment of theirs has no place there.
   */
  void addNamespace(ResultSet row) throws SQLException {
    String schema = PostgresCatalogSession.text(row, "name");
    String comment = row.getString("comment");
    QualifiedName name = QualifiedName.of(schema);
    if (!scope.admits("schema", name)) {
      return;
    }
    if (row.getBoolean("granted")) {
      scope.addUncovered("grant", name);
    }
    boolean isPublic = schema.equals("public");
    if (!isPublic && !scope.isDefaultSchema(schema)) {
      namespaces.add(new Namespace(schema, comment));
    } else if (isPublic ? !PUBLIC_COMMENT.equals(comment) : comment != null) {
      scope.addUncovered("comment of schema", name);
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

  void addEnum(ResultSet row) throws SQLException {
    QualifiedName name =
        scope.name(row.getString("schema"), PostgresCatalogSession.text(row, "name"));
    if (scope.admits("enum", name)) {
      enums.add(
          new EnumType(
              name, PostgresCatalogSession.texts(row, "labels"), row.getString("comment")));
      if (row.getBoolean("granted")) {
        scope.addUncovered("grant", name);
      }
    }
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

  List<EnumType> enums() {
    return enums.stream().sorted(Comparator.comparing(EnumType::name)).toList();
  }
}
