package org.aludel.migrations.plan;

import java.util.ArrayList;
import java.util.List;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.RawSql;
import org.aludel.ddl.SequenceDdl;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;

/**
 * The values that a sequence may have. The server refuses a range that the position is outside of;
 * such a position goes to the nearest value of the new range first. Source: PostgreSQL 18,
 * init_params of sequences.
 */
record SequenceRange(long least, long greatest) {
  static SequenceRange of(Sequence sequence) {
    SequenceOptions options = sequence.options();
    boolean up = options.increment() > 0;
    Long least = options.minimum();
    Long greatest = options.maximum();
    return new SequenceRange(
        least != null ? least : up ? 1 : -1 - greatest(sequence.dataType()),
        greatest != null ? greatest : up ? greatest(sequence.dataType()) : -1);
  }

  private static long greatest(String dataType) {
    return switch (dataType) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }

  /** A sequence with other options, from wherever it stands. */
  static List<DdlStatement> alter(Sequence from, Sequence to, IdentifierQuoter quoter) {
    SequenceRange old = of(from);
    SequenceRange wanted = of(to);
    List<DdlStatement> statements = new ArrayList<>();
    Sequence at = from;
    if (!wanted.contains(old)) {
      if (wanted.least > old.greatest || wanted.greatest < old.least) {
        at = wide(from, old, wanted);
        statements.add(new SequenceDdl.AlterSequence(from, at));
      }
      statements.add(wanted.reached(quoter.quote(from.name())));
    }
    statements.add(new SequenceDdl.AlterSequence(at, to));
    return statements;
  }

  private static Sequence wide(Sequence from, SequenceRange old, SequenceRange wanted) {
    SequenceOptions options = from.options();
    return new Sequence(
        from.name(),
        "bigint",
        new SequenceOptions(
            options.start(),
            options.increment(),
            Math.min(old.least, wanted.least),
            Math.max(old.greatest, wanted.greatest),
            options.cache(),
            options.cycle()),
        from.owner(),
        from.comment(),
        from.unlogged());
  }

  private boolean contains(SequenceRange other) {
    return least <= other.least && greatest >= other.greatest;
  }

  private DdlStatement reached(String name) {
    return new RawSql(
        "SELECT setval("
            + SqlLiteral.text(name)
            + ", LEAST(GREATEST(last_value, "
            + least
            + "), "
            + greatest
            + "), is_called) FROM "
            + name
            + " WHERE last_value NOT BETWEEN "
            + least
            + " AND "
            + greatest);
  }
}
