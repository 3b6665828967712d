package org.aludel.migrations.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.schema.Column;
import org.aludel.schema.MetaData;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;

/**
 * Whether a table or column can be there under two names; what cannot is refused with the reason.
 *
 * @param renamed the database after the renames of tables alone
 */
public record Expandable(MetaData renamed, MetaData model) {
  /**
   * @throws RevisionException MIG-RENAME-NOT-ONLINE
   */
  public void require(TwoNames pair) {
    reason(pair)
        .ifPresent(
            reason -> {
              throw refused("column " + pair.table() + "." + pair.old(), pair.renamed(), reason);
            });
  }

  /**
   * @throws RevisionException MIG-RENAME-NOT-ONLINE
   */
  public void require(OldTable old) {
    reason(old)
        .ifPresent(
            reason -> {
              throw refused("table " + old.old(), old.table().toString(), reason);
            });
  }

  private Optional<String> reason(OldTable old) {
    Table table = renamed.table(old.table()).orElseThrow();
    if (table.options().rowSecurity().enabled()) {
      return Optional.of("it has row security, which a view would read past");
    }
    return Optional.empty();
  }

  private Optional<String> reason(TwoNames pair) {
    Table table = renamed.table(pair.table()).orElseThrow();
    Column column = table.column(pair.old()).orElseThrow();
    List<String> reasons = new ArrayList<>();
    if (!isAlone(table)) {
      reasons.add("its table is divided or inherits");
    }
    if (table.primaryKey().filter(key -> key.columns().contains(pair.old())).isPresent()) {
      reasons.add("it is part of the primary key");
    }
    if (column.identity() != null || column.computed() != null || isCounted(pair)) {
      reasons.add("the server makes its values");
    }
    if (isReferred(pair)) {
      reasons.add("foreign keys refer to it");
    }
    String wanted = type(model, pair.table(), pair.renamed());
    if (!column.type().name().equals(wanted)) {
      reasons.add("its type changes too, from " + column.type().name() + " to " + wanted);
    }
    return reasons.stream().findFirst();
  }

  private static String type(MetaData schema, QualifiedName table, String column) {
    return schema
        .table(table)
        .flatMap(each -> each.column(column))
        .map(each -> each.type().name())
        .orElse("none");
  }

  private boolean isAlone(Table table) {
    return table.partitioning() == null
        && table.parents().isEmpty()
        && renamed.tablesAndPartitions().stream()
            .noneMatch(each -> each.parents().contains(table.name()));
  }

  private boolean isCounted(TwoNames pair) {
    return renamed.sequences().stream()
        .anyMatch(
            each ->
                each.owner() != null
                    && each.owner().table().equals(pair.table())
                    && each.owner().column().equals(pair.old()));
  }

  private boolean isReferred(TwoNames pair) {
    return renamed.tablesAndPartitions().stream()
        .flatMap(each -> each.foreignKeys().stream())
        .anyMatch(
            each ->
                each.target().equals(pair.table()) && each.targetColumns().contains(pair.old()));
  }

  /** The error for what cannot be there under two names. */
  public static RevisionException refused(String object, String to, String reason) {
    return new RevisionException(
        Problem.of(
                MigrationCode.RENAME_NOT_ONLINE,
                "cannot keep " + object + " under two names while it becomes \"" + to + "\"")
            .found(reason)
            .expected("what a view or a trigger can keep in step")
            .fix(
                "write the rename without -Dorm.online and run it while no old application runs"
                    + " (docs/safe-migrations.md, D01 and D02)"));
  }
}
