package org.aludel.ddl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Extension;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;

/**
 * Everything that a {@link MetaData} holds as statements in an order that a database accepts.
 * Deterministic: equal input gives equal lists. Chains of tables may be of any length.
 */
public final class CreateOrder {
  private CreateOrder() {}

  /**
   * Creates it all in an empty database: schemas, extensions, enums, sequences, tables (each behind
   * those that it references), owners of sequences, indexes, the constraints that cannot stand in
   * CREATE TABLE, comments. Such constraints are the foreign keys that close a cycle or reference a
   * unique index, and those that are not validated.
   */
  public static List<DdlStatement> createAll(MetaData metaData) {
    TableOrder order = TableOrder.of(metaData.tables());
    List<DdlStatement> statements = new ArrayList<>();
    metaData.namespaces().forEach(one -> statements.add(new NamespaceDdl.CreateSchema(one)));
    metaData.extensions().forEach(one -> statements.add(new NamespaceDdl.CreateExtension(one)));
    metaData.enums().forEach(one -> statements.add(new EnumDdl.CreateEnum(one)));
    metaData.sequences().forEach(one -> statements.add(new SequenceDdl.CreateSequence(one)));
    for (Table table : order.sorted()) {
      List<Constraint> inline = new ArrayList<>(table.constraints());
      inline.removeIf(order::isLate);
      statements.add(new TableDdl.CreateTable(table.withConstraints(inline)));
    }
    for (Sequence sequence : metaData.sequences()) {
      if (sequence.owner() != null) {
        statements.add(new SequenceDdl.SetSequenceOwner(sequence.name(), sequence.owner()));
      }
    }
    for (Table table : order.sorted()) {
      table
          .indexes()
          .forEach(index -> statements.add(new IndexDdl.CreateIndex(table.name(), index, false)));
    }
    for (Table table : order.sorted()) {
      table.constraints().stream()
          .filter(order::isLate)
          .forEach(late -> statements.add(new ConstraintDdl.AddConstraint(table.name(), late)));
    }
    statements.addAll(CommentStatements.of(metaData));
    return List.copyOf(statements);
  }

  /**
   * Drops it all: foreign keys that close a cycle, tables from the referencing to the referenced,
   * sequences that no dropped column takes along, enums, extensions, schemas.
   */
  public static List<DdlStatement> dropAll(MetaData metaData) {
    TableOrder order = TableOrder.of(metaData.tables());
    List<DdlStatement> statements = new ArrayList<>();
    for (Table table : order.sorted()) {
      for (ForeignKey key : table.foreignKeys()) {
        if (order.closesCycle(key)) {
          statements.add(new ConstraintDdl.DropConstraint(table.name(), key.name().text()));
        }
      }
    }
    List<Sequence> remaining = detach(metaData, statements);
    reversed(order.sorted()).forEach(table -> statements.add(new TableDdl.DropTable(table.name())));
    remaining.forEach(one -> statements.add(new SequenceDdl.DropSequence(one.name())));
    metaData.enums().forEach(one -> statements.add(new EnumDdl.DropEnum(one.name())));
    for (Extension extension : reversed(metaData.extensions())) {
      statements.add(new NamespaceDdl.DropExtension(extension.name()));
    }
    for (Namespace namespace : reversed(metaData.namespaces())) {
      statements.add(new NamespaceDdl.DropSchema(namespace.name()));
    }
    return List.copyOf(statements);
  }

  /**
   * The sequences that need a DROP of their own. An owned one goes with its table, unless the
   * default of another table calls it: the server would refuse to drop the owner, so it is detached
   * first.
   */
  private static List<Sequence> detach(MetaData metaData, List<DdlStatement> statements) {
    Set<QualifiedName> tables = new HashSet<>();
    metaData.tables().forEach(table -> tables.add(table.name()));
    List<Sequence> remaining = new ArrayList<>();
    for (Sequence sequence : metaData.sequences()) {
      Sequence.Owner owner = sequence.owner();
      if (owner == null || !tables.contains(owner.table())) {
        remaining.add(sequence);
      } else if (isCalledElsewhere(metaData, sequence, owner)) {
        statements.add(new SequenceDdl.SetSequenceOwner(sequence.name(), null));
        remaining.add(sequence);
      }
    }
    return remaining;
  }

  private static boolean isCalledElsewhere(
      MetaData metaData, Sequence sequence, Sequence.Owner owner) {
    return metaData.tables().stream()
        .filter(table -> !table.name().equals(owner.table()))
        .flatMap(table -> table.columns().stream())
        .map(Column::serverDefault)
        .anyMatch(sql -> sql != null && sql.contains(sequence.name().name()));
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> copy = new ArrayList<>(list);
    Collections.reverse(copy);
    return copy;
  }
}
