package org.aludel.dialect.postgresql;

import org.aludel.compile.ExpressionCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SqlCompiler;
import org.aludel.compile.Structure;
import org.aludel.compile.TypeResolver;

/** PostgreSQL's statements: only its expressions differ from the common ones so far. */
final class PostgresSqlCompiler extends SqlCompiler {
  PostgresSqlCompiler(Structure structure, TypeResolver types) {
    super(structure, PostgresIdentifiers.quoter(), types);
  }

  @Override
  protected ExpressionCompiler expressionCompiler(IdentifierQuoter names) {
    return new PostgresExpressionCompiler(text, names, this);
  }
}
