package org.aludel.migrations.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.ColumnType;
import org.aludel.migrations.operation.KeptTable;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.schema.Column;
import org.aludel.schema.CompositeType;
import org.aludel.schema.Domain;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.RangeType;
import org.aludel.schema.SchemaObject;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;

/**
 * Adds to operations that columns of a type, which becomes another one under its name, are of
 * another type in between: of what a domain stands on, text, or rows by the names of attributes.
 */
record TypeExchange(List<Operation> operations, MetaData before, MetaData after) {
  /** Source: PostgreSQL 18, NAMEDATALEN - 1. */
  private static final int LONGEST_NAME = 63;

  private static final SqlType<?> BY_NAME = SqlTypes.TEXT.named(TypeConversion.BY_NAME);

  /** The columns that change for a dropped type; none where it goes for good. */
  List<ObjectReference> start(SchemaObject dropped) {
    List<ObjectReference> changed = new ArrayList<>();
    if (after.object(dropped.reference()).isEmpty()) {
      return changed;
    }
    if (dropped instanceof Domain domain) {
      changed.addAll(exchange(domain.name(), domain.type()));
    } else if (dropped instanceof RangeType range) {
      changed.addAll(exchange(range.name(), SqlTypes.TEXT));
      changed.addAll(exchange(multirange(range), SqlTypes.TEXT));
    } else if (dropped instanceof CompositeType type) {
      changed.addAll(exchange(type.name(), hasSameAttributes(type) ? SqlTypes.TEXT : BY_NAME));
    }
    return changed;
  }

  static QualifiedName multirange(RangeType type) {
    QualifiedName given = type.multirange();
    return given == null ? multirange(type.name()) : given;
  }

  /** The name that the server gives. Source: PostgreSQL 18, makeMultirangeTypeName. */
  static QualifiedName multirange(QualifiedName range) {
    String name = range.name();
    String whole =
        name.contains("range") ? name.replaceFirst("range", "multirange") : name + "_multirange";
    while (whole.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
      whole = whole.substring(0, whole.length() - 1);
    }
    return new QualifiedName(range.schema(), whole);
  }

  /** The server changes no attribute of a type that a column is of. */
  boolean mustExchange(ObjectOperation.Replace replace) {
    return replace.from() instanceof CompositeType from
        && replace.to() instanceof CompositeType to
        && from.attributes().stream().anyMatch(each -> isAltered(each, to))
        && before.tablesAndPartitions().stream()
            .flatMap(table -> table.columns().stream())
            .anyMatch(column -> SchemaWords.isOfType(column, from.name()));
  }

  private static boolean isAltered(CompositeType.Attribute attribute, CompositeType to) {
    return to.attributes().stream()
        .filter(each -> each.name().equals(attribute.name()))
        .anyMatch(
            each ->
                !each.type().name().equals(attribute.type().name())
                    || !Objects.equals(each.collation(), attribute.collation()));
  }

  /** The text of a row has no names: other attributes would get the values of these. */
  private boolean hasSameAttributes(CompositeType type) {
    return after
        .object(type.reference())
        .filter(each -> each instanceof CompositeType to && names(to).equals(names(type)))
        .isPresent();
  }

  /** No expression without a query takes the rows of an array apart, and none may stand there. */
  private static void refuseArray(QualifiedName table, Column column) {
    throw new RevisionException(
        Problem.of(
                MigrationCode.UNSUPPORTED_OBJECT,
                "cannot change the attributes of type \"" + column.type().name() + "\"")
            .found("an array of them, column \"" + table + "." + column.name() + "\"")
            .expected("new attributes behind the old ones, or other types of the same ones")
            .fix("make another type, and move the column to it in a revision written by hand"));
  }

  private static List<String> names(CompositeType type) {
    return type.attributes().stream().map(CompositeType.Attribute::name).toList();
  }

  /** A column that follows a parent's changes with it. */
  private List<ObjectReference> exchange(QualifiedName type, SqlType<?> plain) {
    List<ObjectReference> changed = new ArrayList<>();
    List<KeptTable> tables = KeptTable.of(before, after);
    for (KeptTable table : tables) {
      Set<String> carried = table.carried(tables);
      for (Column column : table.before().columns()) {
        Column kept = table.after().column(column.name()).orElse(null);
        if (kept != null
            && SchemaWords.isOfType(column, type)
            && SchemaWords.isOfType(kept, type)
            && !carried.contains(column.name())
            && !isExchanged(table.name(), column)) {
          exchange(table.name(), column, kept, plain);
          changed.add(ObjectReference.column(table.name(), column.name()));
        }
      }
    }
    return changed;
  }

  private boolean isExchanged(QualifiedName table, Column column) {
    return operations.stream()
        .anyMatch(
            each ->
                each instanceof ColumnOperation.AlterType change
                    && change.table().equals(table)
                    && change.column().equals(column.name()));
  }

  private void exchange(QualifiedName table, Column column, Column kept, SqlType<?> base) {
    boolean array = column.type().name().endsWith("[]");
    if (array && base.equals(BY_NAME)) {
      refuseArray(table, column);
    }
    ColumnType plain =
        ColumnType.of(Column.of(column.name(), array ? base.named(base.name() + "[]") : base));
    operations.removeIf(
        each ->
            each instanceof ColumnOperation.AlterDefault change
                && change.table().equals(table)
                && change.column().equals(column.name()));
    operations.add(
        new ColumnOperation.AlterType(table, column.name(), ColumnType.of(column), plain));
    operations.add(new ColumnOperation.AlterType(table, column.name(), plain, ColumnType.of(kept)));
  }
}
