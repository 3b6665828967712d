package org.aludel.orm.unitofwork;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.aludel.engine.Connection;
import org.aludel.engine.PreparedSql;
import org.aludel.orm.mapping.IdSequence;
import org.aludel.schema.QualifiedName;
import org.aludel.sql.BulkStatement;
import org.aludel.type.SqlTypes;
import org.aludel.type.ValuesReader;
import org.aludel.util.RecentlyUsed;
import org.jspecify.annotations.Nullable;

/**
 * Ids from sequences. What a call of the sequence owns beyond the need of one flush is kept for the
 * next one of any session, and lost when the program ends, or when a thousand other sequences have
 * been used since. Thread-safe.
 */
final class SequenceValues {
  private static final ValuesReader NEXT = new ValuesReader(List.of(SqlTypes.BIGINT));

  /** Values from {@code next} to {@code last}, both included. */
  private record Block(long next, long last) {
    int size() {
      return (int) (last - next + 1);
    }
  }

  /** Sequences whose values are kept: with a schema a tenant there is no end of them. */
  private static final int KEPT = 1_000;

  private final Map<QualifiedName, Deque<Block>> kept;

  private final ReentrantLock taking = new ReentrantLock();

  SequenceValues() {
    this(KEPT);
  }

  SequenceValues(int sequences) {
    this.kept = new RecentlyUsed<>(sequences);
  }

  /** As many new ids as are asked for, ascending within one block. */
  long[] take(Connection connection, IdSequence sequence, int count) {
    // A monitor would pin virtual threads while the server is asked.
    taking.lock();
    try {
      return taken(connection, sequence, count);
    } finally {
      taking.unlock();
    }
  }

  private long[] taken(Connection connection, IdSequence sequence, int count) {
    // Each tenant has a sequence of its own.
    QualifiedName name = connection.options().schemas().apply(sequence.name());
    Deque<Block> blocks = kept.computeIfAbsent(name, any -> new ArrayDeque<>());
    int available = available(blocks);
    while (available < count) {
      fetch(connection, sequence, count - available, blocks);
      available = available(blocks);
    }
    long[] ids = new long[count];
    for (int index = 0; index < count; index++) {
      Block block = blocks.remove();
      ids[index] = block.next();
      if (block.next() < block.last()) {
        blocks.addFirst(new Block(block.next() + 1, block.last()));
      }
    }
    return ids;
  }

  private static int available(Deque<Block> blocks) {
    return blocks.stream().mapToInt(Block::size).sum();
  }

  private static void fetch(
      Connection connection, IdSequence sequence, int missing, Deque<Block> blocks) {
    int step = Math.max(1, sequence.allocationSize());
    int calls = (missing + step - 1) / step;
    PreparedSql sql =
        connection.compile(
            new BulkStatement.NextValues(StatementCatalogue.target(sequence.name())));
    for (@Nullable Object[] row : connection.query(sql, List.of(calls), NEXT).all()) {
      long value = row[0] instanceof Long next ? next : 0;
      // A sequence that starts at 1 owns nothing below 1. Source: Hibernate's pooled optimizer.
      long first = value > 0 ? Math.max(1, value - step + 1) : value;
      blocks.add(new Block(first, value));
    }
  }
}
