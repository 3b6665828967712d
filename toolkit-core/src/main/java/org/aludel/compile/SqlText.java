package org.aludel.compile;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.aludel.sql.Bind;
import org.aludel.type.SqlType;

/** SQL text while it grows, with its bind parameters. Not thread-safe. */
public final class SqlText {
  private final StringBuilder text = new StringBuilder();
  private final List<CompiledStatement.Slot> slots = new ArrayList<>();
  private final Structure structure;

  SqlText(Structure structure) {
    this.structure = structure;
  }

  /** Appends text as it is. */
  public SqlText add(String part) {
    text.append(part);
    return this;
  }

  /** Appends a question mark for a bind. */
  public SqlText bind(Bind<?> bind) {
    text.append('?');
    slots.add(new CompiledStatement.Slot(structure.ordinal(bind), -1, bind.type()));
    return this;
  }

  /** Appends a question mark for one element of the list that a bind holds. */
  public SqlText bindElement(Bind<?> bind, int element, SqlType<?> type) {
    text.append('?');
    slots.add(new CompiledStatement.Slot(structure.ordinal(bind), element, type));
    return this;
  }

  /** Counts a bind whose question mark stands in text that was added as it is. */
  SqlText slot(Bind<?> bind) {
    slots.add(new CompiledStatement.Slot(structure.ordinal(bind), -1, bind.type()));
    return this;
  }

  /** Appends parts with a separator between them. */
  public <T> SqlText list(Iterable<? extends T> parts, String separator, Consumer<T> writer) {
    Iterator<? extends T> rest = parts.iterator();
    while (rest.hasNext()) {
      writer.accept(rest.next());
      if (rest.hasNext()) {
        text.append(separator);
      }
    }
    return this;
  }

  CompiledStatement compiled(List<SqlType<?>> resultTypes) {
    return new CompiledStatement(text.toString(), slots, resultTypes);
  }
}
