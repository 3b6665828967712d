package org.aludel.migrations.reverse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aludel.schema.Column;
import org.aludel.schema.Deferral;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/** Says which tables classes can be mapped to, and why others cannot. */
final class Mappable {
  /** A key that was read may not be the key that was sent, and some values have no equality. */
  private static final Set<String> NO_KEYS =
      Set.of("real", "double precision", "numeric", "timestamptz", "timetz", "bytea", "hstore");

  private Mappable() {}

  /** Why no class can have the table; empty when one can. */
  static Optional<String> obstacle(Table table, MetaData schema) {
    PrimaryKey key = table.primaryKey().orElse(null);
    if (table.partitioning() != null) {
      return Optional.of("partitioned table");
    }
    if (!table.parents().isEmpty() || table.columns().stream().anyMatch(Column::inherited)) {
      return Optional.of("inherits from another table");
    }
    if (table.options().unlogged() && table.columns().stream().anyMatch(Mappable::isCounted)) {
      return Optional.of("unlogged table with a sequence of its own");
    }
    if (key == null || key.columns().size() > 1) {
      return Optional.of(key == null ? "no primary key" : "composite primary key");
    }
    return ofKey(table, key, schema);
  }

  private static Optional<String> ofKey(Table table, PrimaryKey key, MetaData schema) {
    boolean plain =
        key.include().isEmpty()
            && key.deferral() == Deferral.NOT_DEFERRABLE
            && key.comment() == null;
    if (!plain) {
      return Optional.of("a primary key that is deferrable, has payload columns or a comment");
    }
    return ofColumns(table, key.columns().get(0), enums(schema).keySet());
  }

  private static Optional<String> ofColumns(Table table, String key, Set<String> enums) {
    for (Column column : table.columns()) {
      if (!JavaType.writable(column.type())) {
        return Optional.of("a column of type " + column.type().name());
      }
      if (column.type().name().contains(".") && !enums.contains(column.type().name())) {
        return Optional.of("a column of type " + column.type().name() + ", in a schema of its own");
      }
      if (column.name().equals(key) && isNoKey(column)) {
        return Optional.of("a primary key of type " + column.type().name());
      }
    }
    List<String> names = table.columns().stream().map(Column::name).toList();
    boolean written =
        !delimited(table.name().name()) && names.stream().noneMatch(Mappable::delimited);
    return written ? Optional.empty() : Optional.of("a name with quotes in it");
  }

  private static boolean isNoKey(Column column) {
    String base = column.type().baseName();
    return NO_KEYS.contains(base)
        || base.endsWith("[]")
        || base.contains("range")
        || column.computed() != null;
  }

  private static boolean delimited(String name) {
    return name.contains("\"") || name.contains("`");
  }

  private static boolean isCounted(Column column) {
    String value = column.serverDefault();
    return value != null && value.startsWith("nextval(");
  }

  /**
   * The enum types that a class can have, by the names of columns' types. Those whose labels are no
   * names of Java are made by an SQL file, which runs after the schema of the classes.
   */
  static Map<String, EnumType> enums(MetaData schema) {
    Map<String, EnumType> enums = new TreeMap<>();
    schema.enums().stream()
        .filter(each -> !each.labels().isEmpty())
        .forEach(each -> enums.put(typeName(each.name()), each));
    return enums;
  }

  /** As the mapping writes the type of a column. */
  private static String typeName(QualifiedName name) {
    return name.schema() == null
        ? quoted(name.name())
        : quoted(name.schema()) + "." + quoted(name.name());
  }

  private static String quoted(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
