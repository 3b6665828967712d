package org.aludel.migrations.plan;

import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlLiteral;
import org.aludel.ddl.DdlStatement;
import org.aludel.ddl.RawSql;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;

/**
 * Places a new sequence behind the values that rows already hold; it would give them out again
 * otherwise. An empty table leaves it at its start.
 */
final class SequencePosition {
  private final IdentifierQuoter quoter;

  SequencePosition(IdentifierQuoter quoter) {
    this.quoter = quoter;
  }

  /** The catalogue says in which direction it counts: it may have been changed just before. */
  DdlStatement behindRows(QualifiedName sequence, Sequence.Owner owner) {
    String name = quoter.quote(sequence);
    String column = quoter.quote(owner.column());
    String next = "CASE WHEN is_called THEN last_value + seqincrement ELSE last_value END";
    return new RawSql(
        "SELECT setval(seqrelid, CASE WHEN seqincrement > 0 THEN GREATEST((SELECT max(%1$s) FROM"
                .formatted(column)
            + " %s) + seqincrement, %s) ELSE LEAST((SELECT min(%s) FROM %1$s) + seqincrement, %2$s)"
                .formatted(quoter.quote(owner.table()), next, column)
            + " END, false) FROM "
            + name
            + ", pg_catalog.pg_sequence WHERE seqrelid = "
            + SqlLiteral.text(name)
            + "::regclass");
  }

  /** The sequence of an identity, which is new and whose name the database chose. */
  DdlStatement behindRows(QualifiedName table, String column, SequenceOptions options) {
    boolean up = options.increment() > 0;
    String next =
        (up ? "max(" : "min(")
            + quoter.quote(column)
            + (up ? ") + " + options.increment() : ") - " + -options.increment());
    return new RawSql(
        "SELECT setval(pg_get_serial_sequence("
            + SqlLiteral.text(quoter.quote(table))
            + ", "
            + SqlLiteral.text(column)
            + "), "
            + (up ? "GREATEST(" : "LEAST(")
            + next
            + ", "
            + options.start()
            + "), false) FROM "
            + quoter.quote(table));
  }
}
