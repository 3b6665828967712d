package org.aludel.orm.query;

import java.util.List;
import org.aludel.orm.mapping.Mapper;
import org.aludel.schema.Column;
import org.aludel.sql.Select;
import org.aludel.sql.Statement;
import org.aludel.type.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A change of several tables as statements one after the other, for databases whose WITH cannot
 * change rows. Immutable.
 */
public sealed interface ChangeSteps {
  /** Of a table for each class: statements that each give the keys of the rows that they change. */
  record Separate(List<Statement<?>> parts) implements ChangeSteps {
    public Separate {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Of joined tables: the rows are found before the first of them is changed.
   *
   * @param found gives of each row the key, and behind it what is set
   * @param values the types of what stands behind the key
   * @param parts in the order in which they run
   */
  record Joined(Select<?> found, List<SqlType<?>> values, List<Part> parts) implements ChangeSteps {
    public Joined {
      values = List.copyOf(values);
      parts = List.copyOf(parts);
    }
  }

  /**
   * The change of one table.
   *
   * @param set empty to delete the rows
   */
  record Part(Mapper<?> owner, List<Setting> set) {
    public Part {
      set = List.copyOf(set);
    }
  }

  /**
   * A column that is set.
   *
   * @param position of the value behind the key, from 0; below 0 for a constant
   */
  record Setting(Column column, int position, @Nullable Object constant) {}
}
