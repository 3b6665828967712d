package org.aludel.ddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Domain;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.type.SqlType;

/**
 * What objects and their parts need: what the server recorded, and what follows from the objects
 * themselves, which is all there is for mapped classes.
 */
final class Dependencies {
  private final MetaData metaData;
  private final Map<QualifiedName, ObjectReference> types = new HashMap<>();
  private final Map<QualifiedName, Table> tables = new HashMap<>();

  Dependencies(MetaData metaData) {
    this.metaData = metaData;
    metaData.enums().forEach(one -> types.put(one.name(), enumType(one.name())));
    metaData.domains().forEach(one -> types.put(one.name(), one.reference()));
    metaData.compositeTypes().forEach(one -> types.put(one.name(), one.reference()));
    metaData.rangeTypes().forEach(one -> types.put(one.name(), one.reference()));
    for (Table root : metaData.tables()) {
      for (Table table : root.tree()) {
        types.put(table.name(), table.reference());
        tables.put(table.name(), table);
      }
    }
  }

  static ObjectReference enumType(QualifiedName name) {
    return ObjectReference.of(ObjectKind.ENUM, name);
  }

  static ObjectReference part(QualifiedName table, Constraint constraint) {
    return ObjectReference.constraint(table, constraint.name().text());
  }

  static ObjectReference part(Domain domain, CheckConstraint check) {
    return new ObjectReference(ObjectKind.DOMAIN_CONSTRAINT, domain.name(), check.name().text());
  }

  /** What the server recorded for exactly that object or part. */
  Set<ObjectReference> recorded(ObjectReference object) {
    return metaData.dependencies().getOrDefault(object, Set.of());
  }

  /** What a type needs, or one of its variants. */
  List<ObjectReference> ofType(SqlType<?> type) {
    return type.names().stream().map(this::ofType).flatMap(List::stream).toList();
  }

  /** What a type needs that is named like a type, array or not. */
  List<ObjectReference> ofType(String typeName) {
    String element =
        typeName.endsWith("[]") ? typeName.substring(0, typeName.length() - 2) : typeName;
    int dot = element.indexOf('.');
    QualifiedName name =
        dot <= 0 || dot == element.length() - 1
            ? QualifiedName.of(element)
            : new QualifiedName(element.substring(0, dot), element.substring(dot + 1));
    ObjectReference type = types.get(name);
    return type == null ? List.of() : List.of(type);
  }

  Set<ObjectReference> of(QualifiedName table, Constraint constraint) {
    Set<ObjectReference> needed = new LinkedHashSet<>(recorded(part(table, constraint)));
    if (constraint instanceof ForeignKey key) {
      needed.add(ObjectReference.table(key.target()));
      Table target = tables.get(key.target());
      if (target != null && referencesUniqueIndex(key)) {
        target.indexes().stream()
            .filter(Index::unique)
            .forEach(one -> needed.add(ObjectReference.index(target.name(), one.name().text())));
      }
    }
    return needed;
  }

  Set<ObjectReference> of(QualifiedName table, Column column) {
    Set<ObjectReference> needed =
        new LinkedHashSet<>(recorded(ObjectReference.column(table, column.name())));
    needed.addAll(ofType(column.type()));
    return needed;
  }

  /** Whether the constraint can only be added when the table and all indexes are there. */
  boolean isLate(Constraint constraint) {
    return !constraint.validated()
        || (constraint instanceof ForeignKey key && referencesUniqueIndex(key));
  }

  /** A target among these tables whose own constraints do not make the columns unique. */
  private boolean referencesUniqueIndex(ForeignKey key) {
    Table target = tables.get(key.target());
    if (target == null) {
      return false;
    }
    Set<String> columns = Set.copyOf(key.targetColumns());
    List<List<String>> keys = new ArrayList<>();
    target.primaryKey().map(PrimaryKey::columns).ifPresent(keys::add);
    target.uniqueConstraints().stream().map(UniqueConstraint::columns).forEach(keys::add);
    return keys.stream().noneMatch(one -> Set.copyOf(one).equals(columns));
  }
}
