package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Domain;
import org.aludel.schema.EnumType;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.RangeType;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Rows about enums, domains and range types. */
final class PostgresTypeRows {
  private static final String RANGE = "range";
  private final PostgresCatalogScope scope;
  private final PostgresObjectIndex index;
  private final List<EnumType> enums = new ArrayList<>();
  private final List<Domain> domains = new ArrayList<>();
  private final List<RangeType> ranges = new ArrayList<>();

  PostgresTypeRows(PostgresCatalogScope scope, PostgresObjectIndex index) {
    this.scope = scope;
    this.index = index;
  }

  void add(ResultSet row) throws SQLException {
    QualifiedName name =
        scope.name(row.getString("schema"), PostgresCatalogSession.text(row, "name"));
    switch (PostgresCatalogSession.text(row, "type")) {
      case "e" -> {
        if (isRead(row, ObjectReference.of(ObjectKind.ENUM, name))) {
          enums.add(
              new EnumType(
                  name, PostgresCatalogSession.texts(row, "labels"), row.getString("comment")));
        }
      }
      case "d" -> {
        if (isRead(row, ObjectReference.of(ObjectKind.DOMAIN, name))) {
          domains.add(domain(row, name));
        }
      }
      default -> addRange(row, name);
    }
  }

  private boolean isRead(ResultSet row, ObjectReference type) throws SQLException {
    boolean admitted = scope.admits(type.kind().label(), type.name());
    if (admitted) {
      index.addType(row.getLong("oid"), row.getLong("array_oid"), type);
    }
    return admitted;
  }

  private Domain domain(ResultSet row, QualifiedName name) throws SQLException {
    List<CheckConstraint> checks = new ArrayList<>();
    for (List<@Nullable String> check : PostgresCatalogSession.rows(row, "checks")) {
      String checkName = String.valueOf(check.get(1));
      checks.add(
          new CheckConstraint(
              ConstraintName.given(checkName),
              PostgresCatalogNames.expression(check.get(2), "check " + checkName, name),
              false,
              "true".equals(check.get(3)),
              check.get(4),
              PostgresCatalogNames.written(check.get(2))));
      index.add(
          PostgresObjectIndex.CONSTRAINT,
          Long.parseLong(String.valueOf(check.get(0))),
          new ObjectReference(ObjectKind.DOMAIN_CONSTRAINT, name, checkName));
    }
    return new Domain(
        name,
        base(row),
        row.getString("collation"),
        row.getString("default_sql"),
        row.getBoolean("not_null"),
        checks,
        row.getString("comment"));
  }

  private static SqlType<?> base(ResultSet row) throws SQLException {
    return SqlTypes.named(PostgresTypeNames.canonical(PostgresCatalogSession.text(row, "base")));
  }

  /** A canonical function needs the type before the type can be created, so it has no place. */
  private void addRange(ResultSet row, QualifiedName name) throws SQLException {
    ObjectReference reference = ObjectReference.of(ObjectKind.RANGE_TYPE, name);
    if (!isRead(row, reference)) {
      return;
    }
    index.addType(row.getLong("multirange_oid"), 0, reference);
    if (row.getBoolean("canonical")) {
      scope.addUncovered("canonical function of range type", name);
    }
    ranges.add(
        new RangeType(
            name,
            base(row),
            row.getString("operator_class"),
            row.getString("collation"),
            row.getString("difference"),
            multirange(row, name),
            row.getString("comment")));
  }

  private @Nullable QualifiedName multirange(ResultSet row, QualifiedName range)
      throws SQLException {
    String name = row.getString("multirange");
    if (name == null) {
      return null;
    }
    QualifiedName found = scope.name(row.getString("multirange_schema"), name);
    QualifiedName usual = new QualifiedName(range.schema(), usualMultirange(range.name()));
    return found.equals(usual) ? null : found;
  }

  /**
   * Source: PostgreSQL's makeMultirangeTypeName: the first "range" in the name gets "multi" before
   * it, a name without that gets the ending.
   */
  private static String usualMultirange(String name) {
    int at = name.indexOf(RANGE);
    return at < 0 ? name + "_multirange" : name.substring(0, at) + "multi" + name.substring(at);
  }

  List<EnumType> enums() {
    return enums.stream().sorted(Comparator.comparing(EnumType::name)).toList();
  }

  List<Domain> domains() {
    return domains.stream().sorted(Comparator.comparing(Domain::name)).toList();
  }

  List<RangeType> ranges() {
    return ranges.stream().sorted(Comparator.comparing(RangeType::name)).toList();
  }
}
