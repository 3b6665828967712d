package org.aludel.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A unique constraint; a unique <em>index</em> is an {@link Index}. */
public record UniqueConstraint(
    ConstraintName name,
    List<String> columns,
    List<String> include,
    boolean nullsNotDistinct,
    Deferral deferral,
    @Nullable String comment)
    implements Constraint {
  public UniqueConstraint {
    columns = List.copyOf(columns);
    include = List.copyOf(include);
  }

  public static UniqueConstraint of(ConstraintName name, List<String> columns) {
    return new UniqueConstraint(name, columns, List.of(), false, Deferral.NOT_DEFERRABLE, null);
  }

  @Override
  public UniqueConstraint withName(ConstraintName value) {
    return new UniqueConstraint(value, columns, include, nullsNotDistinct, deferral, comment);
  }
}
