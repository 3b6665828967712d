package org.aludel.ddl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.aludel.schema.Index;
import org.aludel.schema.QualifiedName;

/** Statements about indexes that no constraint owns. An index is in the schema of its table. */
public sealed interface IndexDdl extends DdlStatement {
  /** The answer of the visitor for this statement. */
  <R> R accept(Visitor<R> visitor);

  @Override
  default <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitIndex(this);
  }

  /** One method a statement. */
  interface Visitor<R> {
    R visitCreateIndex(CreateIndex statement);

    R visitDropIndex(DropIndex statement);

    R visitRenameIndex(RenameIndex statement);

    R visitSetIndexStatistics(SetIndexStatistics statement);

    R visitSetIndexStorage(SetIndexStorage statement);
  }

  /** {@code CREATE INDEX}; CONCURRENTLY cannot run inside a transaction. */
  record CreateIndex(QualifiedName table, Index index, boolean concurrently) implements IndexDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreateIndex(this);
    }
  }

  /** {@code DROP INDEX}; CONCURRENTLY cannot run inside a transaction. */
  record DropIndex(QualifiedName index, boolean concurrently) implements IndexDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitDropIndex(this);
    }
  }

  /** {@code ALTER INDEX … RENAME TO}. */
  record RenameIndex(QualifiedName index, String to) implements IndexDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRenameIndex(this);
    }
  }

  /** {@code ALTER INDEX … SET STATISTICS} of the key of that number, from 1. */
  record SetIndexStatistics(QualifiedName index, int key, int target) implements IndexDdl {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetIndexStatistics(this);
    }
  }

  /** {@code SET (…)} and {@code RESET (…)} of what differs between two sets of parameters. */
  record SetIndexStorage(QualifiedName index, Map<String, String> from, Map<String, String> to)
      implements IndexDdl {
    public SetIndexStorage {
      from = Collections.unmodifiableMap(new LinkedHashMap<>(from));
      to = Collections.unmodifiableMap(new LinkedHashMap<>(to));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetIndexStorage(this);
    }
  }
}
