package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aludel.schema.DefinedObject;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Rows about objects that are handled by their definition. */
final class PostgresDefinedRows {
  /** Deparsers that name the schema even where it is the default one. */
  private static final List<String> QUALIFYING =
      List.of("CREATE OR REPLACE FUNCTION ", "CREATE OR REPLACE PROCEDURE ", "CREATE STATISTICS ");

  private final PostgresCatalogScope scope;
  private final PostgresObjectIndex index;
  private final List<DefinedObject> objects = new ArrayList<>();

  PostgresDefinedRows(PostgresCatalogScope scope, PostgresObjectIndex index) {
    this.scope = scope;
    this.index = index;
  }

  void add(ResultSet row) throws SQLException {
    ObjectKind kind = ObjectKind.valueOf(PostgresCatalogSession.text(row, "kind"));
    String schema = row.getString("schema");
    QualifiedName name = name(kind, schema, PostgresCatalogSession.text(row, "name"));
    ObjectReference reference =
        new ObjectReference(kind, name, PostgresCatalogSession.text(row, "part"));
    if (!isAdmitted(row, reference)) {
      return;
    }
    index.add(row.getLong("class"), row.getLong("oid"), reference);
    if (kind == ObjectKind.DEFAULT_PRIVILEGES) {
      return;
    }
    String definition = row.getString("definition");
    if (definition == null) {
      throw PostgresCatalogNames.changed(kind.label(), reference.asUncovered().name());
    }
    objects.add(
        new DefinedObject(
            reference,
            unqualified(text(kind, statement(definition)), schema, name),
            PostgresCatalogSession.texts(row, "alterations"),
            row.getString("comment")));
  }

  /** Not the bodies of routines: those are kept as typed. */
  private static String text(ObjectKind kind, String definition) {
    return kind == ObjectKind.POLICY || kind == ObjectKind.RULE || kind == ObjectKind.TRIGGER
        ? PostgresArrayLists.settled(definition)
        : definition;
  }

  /** Default privileges without a schema are those of all schemas, not of the default one. */
  private QualifiedName name(ObjectKind kind, @Nullable String schema, String name) {
    return kind == ObjectKind.DEFAULT_PRIVILEGES
        ? new QualifiedName(schema, name)
        : scope.name(schema, name);
  }

  /** What belongs to a relation that is left out is left out too. */
  private boolean isAdmitted(ResultSet row, ObjectReference reference) throws SQLException {
    long relation = row.getLong("relation");
    return (relation == 0 || index.find(PostgresObjectIndex.CLASS, relation) != null)
        && scope.admits(reference.kind().label(), reference.asUncovered().name());
  }

  /** Without the semicolon and the line break that some deparsers add. */
  static String statement(String definition) {
    String text = definition.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1).stripTrailing() : text;
  }

  private static String unqualified(
      String definition, @Nullable String schema, QualifiedName name) {
    if (schema == null || name.schema() != null) {
      return definition;
    }
    String qualifier = PostgresIdentifiers.quoter().quote(schema) + ".";
    for (String head : QUALIFYING) {
      if (definition.startsWith(head + qualifier)) {
        return head + definition.substring(head.length() + qualifier.length());
      }
    }
    return definition;
  }

  List<DefinedObject> objects() {
    return objects.stream().sorted(Comparator.comparing(DefinedObject::reference)).toList();
  }
}
