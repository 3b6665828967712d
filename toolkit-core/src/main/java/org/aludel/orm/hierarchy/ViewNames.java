package org.aludel.orm.hierarchy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * What the columns of a hierarchy are called where its tables are read as one. Columns that classes
 * beside each other name alike are told apart by their table.
 */
final class ViewNames {
  /** A column as a class declares it. */
  private record Place(Mapper<?> declaring, String column) {}

  /** The column that tells of which class a row is. */
  record Mark(String name, SqlType<?> type) {}

  private final Map<Place, String> names = new HashMap<>();
  private final boolean oneTable;

  private ViewNames(boolean oneTable) {
    this.oneTable = oneTable;
  }

  /** The names of a whole hierarchy, the same for all its classes. */
  static ViewNames of(Mapper<?> root) {
    ViewNames names =
        new ViewNames(
            root.inheritance() != InheritanceStrategy.JOINED
                && root.inheritance() != InheritanceStrategy.TABLE_PER_CLASS);
    if (!names.oneTable) {
      Set<String> used = new HashSet<>();
      if (root.isPolymorphic() && !isAttribute(root)) {
        used.add(mark(root).name());
      }
      for (Mapper<?> mapper : root.selfAndBelow()) {
        for (Column column : ownColumns(mapper)) {
          names.add(mapper, column, used);
        }
      }
    }
    return names;
  }

  private static boolean isAttribute(Mapper<?> root) {
    Discriminator discriminator = root.discriminator();
    return discriminator != null && discriminator.attribute();
  }

  /** The discriminator of a hierarchy, or where it has none a number that a query makes. */
  static Mark mark(Mapper<?> root) {
    Discriminator discriminator = root.discriminator();
    return discriminator == null
        ? new Mark("subclass", SqlTypes.INTEGER)
        : new Mark(discriminator.column().name(), discriminator.column().type());
  }

  /** The name of a class in statements where no table has it. */
  static String snakeCase(Mapper<?> mapper) {
    String name = mapper.type().getSimpleName();
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  private void add(Mapper<?> mapper, Column column, Set<String> used) {
    Place place = new Place(mapper, column.name());
    if (names.containsKey(place)) {
      return;
    }
    String name = column.name();
    for (int number = 1; !used.add(name); number++) {
      String suffix = number == 1 ? "" : "_" + number;
      name = mapper.table().name().name() + "_" + column.name() + suffix;
    }
    names.put(place, name);
  }

  /** The columns that a class adds to those of the class that it extends. */
  static List<Column> ownColumns(Mapper<?> mapper) {
    List<Column> columns = new ArrayList<>();
    mapper.ownBasics().stream().map(BasicProperty::column).forEach(columns::add);
    for (Relationship reference : mapper.ownReferences()) {
      columns.addAll(reference.localColumns());
    }
    for (Relationship implied : mapper.impliedReferences()) {
      if (implied.declaredBy() == mapper.type()) {
        columns.addAll(implied.localColumns());
      }
    }
    return columns;
  }

  /** Those of them that a table has. */
  static List<Column> storedColumns(Mapper<?> mapper) {
    return without(mapper, BasicProperty::isExpression);
  }

  /** As above, and those that are computed for each row. */
  static List<Column> filledColumns(Mapper<?> mapper) {
    return without(mapper, BasicProperty::isQueryExpression);
  }

  private static List<Column> without(Mapper<?> mapper, Predicate<BasicProperty> absent) {
    List<Column> columns = ownColumns(mapper);
    mapper.ownBasics().stream().filter(absent).forEach(basic -> columns.remove(basic.column()));
    return columns;
  }

  /** The name of a column that a class or one above it declares. */
  String of(Mapper<?> mapper, Column column) {
    if (oneTable) {
      return column.name();
    }
    for (Mapper<?> each = mapper; each != null; each = each.superMapper()) {
      String name = names.get(new Place(each, column.name()));
      if (name != null) {
        return name;
      }
    }
    throw new IllegalStateException(mapper + " has no column " + column.name());
  }

  /** The table in which a class or one above it declares a column. */
  static Table table(Mapper<?> mapper, Column column) {
    for (Mapper<?> each = mapper; each != null; each = each.superMapper()) {
      if (ownColumns(each).stream().anyMatch(one -> one.name().equals(column.name()))) {
        return each.table();
      }
    }
    throw new IllegalStateException(mapper + " has no column " + column.name());
  }
}
