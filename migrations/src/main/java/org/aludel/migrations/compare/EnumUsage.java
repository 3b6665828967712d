package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.aludel.migrations.operation.EnumUses;
import org.aludel.migrations.operation.KeptTable;
import org.aludel.migrations.operation.KeyPayload;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.EnumType;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Grant;
import org.aludel.schema.Index;
import org.aludel.schema.MetaData;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/** Finds what uses an enum type, so that the type can be exchanged below it. */
final class EnumUsage {
  private final EnumType type;
  private final MetaData database;

  EnumUsage(EnumType type, MetaData database) {
    this.type = type;
    this.database = database;
  }

  /** All uses in the database. */
  EnumUses uses() {
    EnumUses uses = collect(null);
    Set<ObjectReference> roots = new HashSet<>();
    roots.add(ObjectReference.of(ObjectKind.ENUM, type.name()));
    uses.columns()
        .forEach(use -> roots.add(ObjectReference.column(use.table(), use.column().name())));
    List<EnumUses.ConstraintUse> constraints = new ArrayList<>(uses.constraints());
    constraints.addAll(overCarried(uses.columns(), constraints));
    return new EnumUses(
        uses.columns(),
        constraints,
        uses.indexes(),
        DependantObjects.of(database, roots).stream()
            .map(each -> new EnumUses.ObjectUse(each, grants(each.reference())))
            .toList(),
        grants(ObjectReference.of(ObjectKind.ENUM, type.name())));
  }

  /** Foreign keys to a key that carries such a column, which the server builds anew. */
  private List<EnumUses.ConstraintUse> overCarried(
      List<EnumUses.ColumnUse> columns, List<EnumUses.ConstraintUse> listed) {
    List<EnumUses.ConstraintUse> found = new ArrayList<>();
    for (Table table : database.tables()) {
      for (ForeignKey key : table.foreignKeys()) {
        Set<String> carried = KeyPayload.of(database, key);
        boolean built =
            columns.stream()
                .filter(use -> use.table().equals(key.target()))
                .anyMatch(use -> carried.contains(use.column().name()));
        if (built && !listed.contains(new EnumUses.ConstraintUse(table.name(), key))) {
          found.add(new EnumUses.ConstraintUse(table.name(), key));
        }
      }
    }
    return found;
  }

  private List<Grant> grants(ObjectReference object) {
    return database.grants().stream()
        .filter(
            each ->
                each.on().equals(object)
                    || (each.on().kind() == ObjectKind.COLUMN
                        && each.on().name().equals(object.name())))
        .toList();
  }

  /**
   * The uses that database and model share: whatever else the model drops is gone by then, and
   * whatever it adds comes later. A default that changes, alone or with the type, is dropped before
   * and set afterwards: it may name a label that goes.
   */
  EnumUses keptIn(MetaData model) {
    return collect(model);
  }

  private EnumUses collect(@Nullable MetaData model) {
    List<EnumUses.ColumnUse> columns = new ArrayList<>();
    List<EnumUses.ConstraintUse> constraints = new ArrayList<>();
    List<EnumUses.IndexUse> indexes = new ArrayList<>();
    List<KeptTable> tables = KeptTable.of(database, model == null ? database : model);
    for (KeptTable each : tables) {
      Table table = each.before();
      Table other = each.after();
      Set<String> carried = each.carried(tables);
      Set<String> names = new HashSet<>();
      for (Column column : table.columns()) {
        Column kept = kept(column, other);
        if (kept != null) {
          boolean follows = carried.contains(column.name());
          columns.add(new EnumUses.ColumnUse(table.name(), kept, follows));
          names.add(column.name());
        }
      }
      table.constraints().stream()
          .filter(part -> depends(part, names) && contains(other, part))
          .forEach(part -> constraints.add(new EnumUses.ConstraintUse(table.name(), part)));
      table.indexes().stream()
          .filter(part -> depends(part, names) && contains(other, part))
          .forEach(part -> indexes.add(new EnumUses.IndexUse(table.name(), part)));
    }
    return new EnumUses(columns, constraints, indexes);
  }

  private @Nullable Column kept(Column column, Table other) {
    if (!SchemaWords.isOfType(column, type.name())) {
      return null;
    }
    Column counterpart = other.column(column.name()).orElse(null);
    if (counterpart == null || !SchemaWords.isOfType(counterpart, type.name())) {
      return null;
    }
    boolean same =
        column.type().name().equals(counterpart.type().name())
            && Objects.equals(column.serverDefault(), counterpart.serverDefault());
    return same ? column : column.withServerDefault(null);
  }

  /** Plain keys are rebuilt by the change of type; text that names the type is not. */
  private boolean depends(Constraint constraint, Set<String> columns) {
    Set<String> mentioned = SchemaWords.mentioned(constraint);
    boolean touches =
        mentioned.contains(type.name().name()) || columns.stream().anyMatch(mentioned::contains);
    return touches && (constraint instanceof ForeignKey || SchemaWords.hasText(constraint));
  }

  private boolean depends(Index index, Set<String> columns) {
    Set<String> mentioned = SchemaWords.mentioned(index);
    boolean touches =
        mentioned.contains(type.name().name()) || columns.stream().anyMatch(mentioned::contains);
    return touches && SchemaWords.hasText(index);
  }

  private static boolean contains(Table table, Constraint constraint) {
    return table.constraints().stream()
        .anyMatch(
            each ->
                each.getClass() == constraint.getClass()
                    && ConstraintComparator.content(each)
                        .equals(ConstraintComparator.content(constraint)));
  }

  private static boolean contains(Table table, Index index) {
    return table.indexes().stream()
        .anyMatch(each -> IndexComparator.content(each).equals(IndexComparator.content(index)));
  }
}
