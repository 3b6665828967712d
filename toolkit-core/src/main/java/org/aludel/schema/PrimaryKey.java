package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The primary key; {@code columns} in key order, {@code include} are payload columns. */
public record PrimaryKey(
    ConstraintName name,
    List<String> columns,
    List<String> include,
    Deferral deferral,
    @Nullable String comment)
    implements Constraint {
  public PrimaryKey {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
  }

  public static PrimaryKey of(ConstraintName name, List<String> columns) {
    return new PrimaryKey(name, columns, List.of(), Deferral.NOT_DEFERRABLE, null);
  }

  @Override
  public PrimaryKey withName(ConstraintName value) {
    return new PrimaryKey(value, columns, include, deferral, comment);
  }
}
