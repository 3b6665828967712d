package org.aludel.migrations.compare;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.EnumOperation;
import org.aludel.migrations.operation.ExpressionNames;
import org.aludel.migrations.operation.NameMapping;
import org.aludel.migrations.operation.ObjectOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.SchemaRewrite;
import org.aludel.migrations.operation.SequenceOperation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.migrations.rename.RenamedNames;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** What the database makes of a rename: it follows in everything that it holds as parsed. */
final class RenameEffect {
  private RenameEffect() {}

  /** A schema after the renames among the operations; an object that it lacks is passed over. */
  static MetaData after(List<Operation> operations, MetaData schema, IdentifierQuoter quoter) {
    MetaData at = schema;
    for (Operation operation : operations) {
      NameMapping mapping = mapping(operation, at, quoter);
      at = mapping == null ? at : SchemaRewrite.of(at, mapping);
    }
    return at;
  }

  private static @Nullable NameMapping mapping(
      Operation operation, MetaData at, IdentifierQuoter quoter) {
    if (operation instanceof TableOperation.Rename rename) {
      return table(rename.from(), rename.to(), at, quoter);
    }
    if (operation instanceof ColumnOperation.Rename rename) {
      return column(
          descendants(rename.table(), at), rename.from(), rename.to(), quoter.quote(rename.to()));
    }
    if (operation instanceof SequenceOperation.Rename rename) {
      return sequence(rename.from(), rename.to(), quoter);
    }
    if (operation instanceof ObjectOperation.Rename rename) {
      return RenamedNames.of(rename, at, quoter);
    }
    return operation instanceof EnumOperation.RenameValue rename
        ? enumValue(rename.type(), rename.from(), rename.to())
        : null;
  }

  /** Sequences that the table's columns own move with it to another schema. */
  private static NameMapping table(
      QualifiedName from, QualifiedName to, MetaData database, IdentifierQuoter quoter) {
    Map<QualifiedName, QualifiedName> moved = new HashMap<>();
    for (Sequence sequence : database.sequences()) {
      Sequence.Owner owner = sequence.owner();
      if (owner != null && owner.table().equals(from)) {
        moved.put(sequence.name(), new QualifiedName(to.schema(), sequence.name().name()));
      }
    }
    return new NameMapping() {
      @Override
      public QualifiedName table(QualifiedName table) {
        return table.equals(from) ? to : table;
      }

      @Override
      public QualifiedName sequence(Sequence sequence) {
        return moved.getOrDefault(sequence.name(), sequence.name());
      }

      @Override
      public String expression(QualifiedName table, String sql) {
        String text = sql;
        for (Map.Entry<QualifiedName, QualifiedName> each : moved.entrySet()) {
          text = sequenceIn(text, each.getKey(), each.getValue(), quoter);
        }
        return text;
      }
    };
  }

  /** A table with its partitions and all that inherits from them. */
  private static Set<QualifiedName> descendants(QualifiedName table, MetaData schema) {
    Set<QualifiedName> found = new HashSet<>(Set.of(table));
    boolean grows;
    do {
      grows = false;
      for (Table each : schema.tablesAndPartitions()) {
        if (found.contains(each.name())) {
          for (Table part : each.tree()) {
            grows |= found.add(part.name());
          }
        }
        if (each.parents().stream().anyMatch(found::contains)) {
          grows |= found.add(each.name());
        }
      }
    } while (grows);
    return found;
  }

  private static NameMapping column(
      Set<QualifiedName> tables, String from, String to, String quotedTo) {
    return new NameMapping() {
      @Override
      public String column(QualifiedName owner, String column) {
        return tables.contains(owner) && column.equals(from) ? to : column;
      }

      @Override
      public String expression(QualifiedName owner, String sql) {
        return tables.contains(owner) ? ExpressionNames.rename(sql, from, quotedTo) : sql;
      }
    };
  }

  private static NameMapping sequence(
      QualifiedName from, QualifiedName to, IdentifierQuoter quoter) {
    return new NameMapping() {
      @Override
      public QualifiedName sequence(Sequence sequence) {
        return sequence.name().equals(from) ? to : sequence.name();
      }

      @Override
      public String expression(QualifiedName table, String sql) {
        return sequenceIn(sql, from, to, quoter);
      }
    };
  }

  private static NameMapping enumValue(QualifiedName type, String from, String to) {
    return new NameMapping() {
      @Override
      public EnumType enumType(EnumType each) {
        return each.name().equals(type)
            ? new EnumType(
                type,
                each.labels().stream().map(label -> label.equals(from) ? to : label).toList(),
                each.comment())
            : each;
      }

      @Override
      public String expression(QualifiedName table, String sql) {
        return sql.replace(SqlLiteral.text(from) + "::" + type, SqlLiteral.text(to) + "::" + type);
      }
    };
  }

  private static String sequenceIn(
      String sql, QualifiedName from, QualifiedName to, IdentifierQuoter quoter) {
    return sql.replace(
        "nextval(" + SqlLiteral.text(quoter.quote(from)),
        "nextval(" + SqlLiteral.text(quoter.quote(to)));
  }
}
