package org.aludel.dialect.postgresql;

import org.aludel.compile.ExpressionCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlCompiler;
import org.aludel.compile.SqlText;
import org.aludel.compile.Structure;
import org.aludel.sql.Merge;

/** PostgreSQL's statements: the common ones, and MERGE. */
final class PostgresSqlCompiler extends SqlCompiler {
  PostgresSqlCompiler(Structure structure) {
    super(structure, PostgresIdentifiers.quoter(), PostgresDialect.NAME);
  }

  @Override
  protected ExpressionCompiler expressionCompiler(IdentifierQuoter names) {
    return new PostgresExpressionCompiler(text, names, this);
  }

  /** Source: PostgreSQL 15 and 17, release notes. */
  @Override
  public SqlText visitMerge(Merge<?> node) {
    text.since(15, "MERGE");
    if (node.projection() != null) {
      text.since(17, "RETURNING of a MERGE");
    }
    if (node.clauses().stream()
        .anyMatch(clause -> clause.match() == Merge.Match.NOT_MATCHED_BY_SOURCE)) {
      text.since(17, "WHEN NOT MATCHED BY SOURCE of a MERGE");
    }
    return merge(node);
  }
}
