package org.aludel.migrations.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aludel.migrations.operation.ColumnOperation;
import org.aludel.migrations.operation.Operation;
import org.aludel.migrations.operation.TableOperation;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;

/** What the operations of one revision create themselves. */
final class RevisionScope {
  private final Set<QualifiedName> tables = new HashSet<>();
  private final Set<Sequence.Owner> nullColumns = new HashSet<>();

  RevisionScope(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof TableOperation.Create create) {
        tables.add(create.table().name());
      } else if (operation instanceof ColumnOperation.Add add
          && add.column().nullable()
          && add.column().serverDefault() == null
          && add.column().computed() == null) {
        nullColumns.add(new Sequence.Owner(add.table(), add.column().name()));
      }
    }
  }

  /** Whether a table may hold rows when the revision runs. */
  boolean mayHoldRows(QualifiedName table) {
    return !tables.contains(table);
  }

  /** Whether the revision adds one of the columns, so that it is null in every row. */
  boolean addsNulls(QualifiedName table, List<String> columns) {
    return columns.stream().anyMatch(each -> nullColumns.contains(new Sequence.Owner(table, each)));
  }
}
