package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aludel.schema.Grant;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/** Rows about privileges: those there are, beside those that a new object has. */
final class PostgresPrivilegeRows {
  private record Holder(ObjectReference on, Grant.Grantee grantee) implements Comparable<Holder> {
    @Override
    public int compareTo(Holder other) {
      int byObject = on.compareTo(other.on);
      return byObject == 0 ? grantee.compareTo(other.grantee) : byObject;
    }
  }

  /** By privilege, whether it may be passed on. */
  private record Privileges(Map<String, Boolean> usual, Map<String, Boolean> present) {}

  private final PostgresObjectIndex index;
  private final PostgresCatalogScope scope;
  private final Map<Holder, Privileges> holders = new TreeMap<>();
  private final Map<String, Map<Grant.Grantee, Privileges>> ofExtensions = new TreeMap<>();

  PostgresPrivilegeRows(PostgresObjectIndex index, PostgresCatalogScope scope) {
    this.index = index;
    this.scope = scope;
  }

  void add(ResultSet row) throws SQLException {
    ObjectReference on = index.find(row.getLong("class"), row.getLong("oid"), row.getInt("number"));
    if (on == null) {
      addOfExtension(row);
      return;
    }
    if (row.getBoolean("present") && row.getBoolean("by_another")) {
      scope.addUncovered("grant by another role", on.asUncovered().name());
      return;
    }
    add(
        row,
        holders.computeIfAbsent(
            new Holder(on, grantee(row)), key -> new Privileges(new TreeMap<>(), new TreeMap<>())));
  }

  /** Nobody reads the object, but that its privileges were changed is somebody's work. */
  private void addOfExtension(ResultSet row) throws SQLException {
    String object = row.getString("of_extension");
    if (object != null) {
      add(
          row,
          ofExtensions
              .computeIfAbsent(object, key -> new TreeMap<>())
              .computeIfAbsent(
                  grantee(row), key -> new Privileges(new TreeMap<>(), new TreeMap<>())));
    }
  }

  private static void add(ResultSet row, Privileges privileges) throws SQLException {
    (row.getBoolean("present") ? privileges.present : privileges.usual)
        .merge(
            PostgresCatalogSession.text(row, "privilege"),
            row.getBoolean("is_grantable"),
            Boolean::logicalOr);
  }

  private static Grant.Grantee grantee(ResultSet row) throws SQLException {
    String role = row.getString("grantee");
    if (role == null) {
      return Grant.Grantee.everybody();
    }
    return row.getBoolean("to_owner") ? Grant.Grantee.owner() : Grant.Grantee.role(role);
  }

  /** Sorted. What was changed on objects of extensions is listed as uncovered. */
  List<Grant> grants() {
    ofExtensions.forEach(
        (object, grantees) -> {
          if (grantees.values().stream().anyMatch(one -> !one.usual.equals(one.present))) {
            scope.addUncovered("privileges of an extension's", QualifiedName.of(object));
          }
        });
    List<Grant> grants = new ArrayList<>();
    holders.forEach((holder, privileges) -> addGrants(holder, privileges, grants));
    return grants.stream().sorted().toList();
  }

  private static void addGrants(Holder holder, Privileges privileges, List<Grant> grants) {
    Map<Grant.Action, SortedSet<String>> actions = new EnumMap<>(Grant.Action.class);
    privileges.usual.forEach(
        (privilege, grantable) -> {
          Boolean present = privileges.present.get(privilege);
          if (present == null || (grantable && !present)) {
            actions.computeIfAbsent(Grant.Action.REVOKE, key -> new TreeSet<>()).add(privilege);
          }
        });
    privileges.present.forEach(
        (privilege, grantable) -> {
          Boolean usual = privileges.usual.get(privilege);
          if (usual == null || !usual.equals(grantable)) {
            Grant.Action action = grantable ? Grant.Action.GRANT_WITH_OPTION : Grant.Action.GRANT;
            actions.computeIfAbsent(action, key -> new TreeSet<>()).add(privilege);
          }
        });
    actions.forEach((action, set) -> grants.add(new Grant(holder.on, holder.grantee, action, set)));
  }
}
