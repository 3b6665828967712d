package org.aludel.ddl;

/** SQL as somebody wrote it: one statement, sent as it stands. */
public record RawSql(String sql) implements DdlStatement {
  @Override
  public <R> R accept(DdlVisitor<R> visitor) {
    return visitor.visitRawSql(this);
  }
}
