package org.aludel.migrations.rename;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.migrations.operation.NameMapping;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.type.SqlType;

/**
 * What becomes of the names of a schema when a type, view, routine or part of one gets another
 * name. Texts follow word by word in those objects alone that the server says need it; a text that
 * does not end as the model has it is somebody else's to judge.
 */
public final class RenamedNames implements NameMapping {
  private final ObjectReference from;
  private final ObjectReference to;
  private final IdentifierQuoter quoter;
  private final Set<ObjectReference> dependants = new HashSet<>();

  private RenamedNames(ObjectOperation.Rename rename, MetaData schema, IdentifierQuoter quoter) {
    this.from = rename.from();
    this.to = rename.to();
    this.quoter = quoter;
    for (Map.Entry<ObjectReference, Set<ObjectReference>> each : schema.dependencies().entrySet()) {
      if (each.getValue().contains(from)) {
        dependants.add(each.getKey());
      }
    }
  }

  /**
   * @param schema before the rename
   */
  public static NameMapping of(
      ObjectOperation.Rename rename, MetaData schema, IdentifierQuoter quoter) {
    return rename.from().kind() == ObjectKind.SCHEMA
        ? new MovedSchema(rename.from().name().name(), rename.to().name().name(), quoter)
        : new RenamedNames(rename, schema, quoter);
  }

  @Override
  public ObjectReference object(ObjectReference reference) {
    if (reference.equals(from)) {
      return to;
    }
    if (from.kind().isPart()) {
      return reference;
    }
    boolean part = reference.kind().isPart() && reference.name().equals(from.name());
    QualifiedName name = part ? to.name() : reference.name();
    return isType()
        ? typed(reference, name)
        : new ObjectReference(reference.kind(), name, reference.part());
  }

  /** Casts have types in their names, routines and operators in their parts. */
  private ObjectReference typed(ObjectReference reference, QualifiedName name) {
    if (reference.kind() == ObjectKind.CAST) {
      String types = text(name.name(), RenamedText.Place.ANYWHERE);
      return ObjectReference.of(reference.kind(), new QualifiedName(name.schema(), types));
    }
    return new ObjectReference(
        reference.kind(),
        name,
        reference.kind().isOverloaded()
            ? text(reference.part(), RenamedText.Place.SIGNATURE)
            : reference.part());
  }

  private boolean isType() {
    return switch (from.kind()) {
      case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE -> true;
      default -> false;
    };
  }

  private boolean isRoutine() {
    return from.kind().isRoutine() || from.kind() == ObjectKind.AGGREGATE;
  }

  @Override
  public String column(QualifiedName table, String column) {
    return from.kind() == ObjectKind.COLUMN
            && from.name().equals(table)
            && from.part().equals(column)
        ? to.part()
        : column;
  }

  @Override
  public String domainConstraint(QualifiedName domain, String constraint) {
    return from.equals(new ObjectReference(ObjectKind.DOMAIN_CONSTRAINT, domain, constraint))
        ? to.part()
        : constraint;
  }

  @Override
  public EnumType enumType(EnumType type) {
    return from.equals(ObjectReference.of(ObjectKind.ENUM, type.name()))
        ? new EnumType(to.name(), type.labels(), type.comment())
        : type;
  }

  @Override
  public SqlType<?> type(SqlType<?> type) {
    return isType() ? type.named(text(type.name(), RenamedText.Place.ANYWHERE)) : type;
  }

  @Override
  public String expression(QualifiedName table, String sql) {
    if (isRoutine()) {
      return text(sql, RenamedText.Place.CALL);
    }
    return isType() ? text(sql, RenamedText.Place.CAST) : sql;
  }

  @Override
  public String definition(ObjectReference object, String sql) {
    if (object.equals(from)) {
      return isRoutine() ? text(sql, RenamedText.Place.CALL) : ownName(sql);
    }
    boolean part = object.kind().isPart() && object.name().equals(from.name());
    if (!dependants.contains(object) && !part) {
      return sql;
    }
    return from.kind().isPart() ? sql : text(sql, placeIn(object.kind()));
  }

  /** Where the name stands in the definition of something that needs the object. */
  private RenamedText.Place placeIn(ObjectKind kind) {
    if (isRoutine()) {
      return RenamedText.Place.CALL;
    }
    if (!isType() || kind == ObjectKind.CAST) {
      return RenamedText.Place.ANYWHERE;
    }
    return kind.isOverloaded() ? RenamedText.Place.SIGNATURE : RenamedText.Place.CAST;
  }

  /** A trigger, policy and the like by its part, others by their names. */
  private String ownName(String sql) {
    return from.kind().isPart()
        ? RenamedText.of(
            sql,
            RenamedText.Place.ANYWHERE,
            QualifiedName.of(from.part()),
            QualifiedName.of(to.part()),
            quoter)
        : text(sql, RenamedText.Place.ANYWHERE);
  }

  private String text(String sql, RenamedText.Place place) {
    return RenamedText.of(sql, place, from.name(), to.name(), quoter);
  }
}
