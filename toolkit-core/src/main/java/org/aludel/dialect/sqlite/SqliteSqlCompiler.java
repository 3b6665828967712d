package org.aludel.dialect.sqlite;

import org.aludel.compile.ExpressionCompiler;
import org.aludel.compile.IdentifierQuoter;
import org.aludel.compile.SourceCompiler;
import org.aludel.compile.SqlCompiler;
import org.aludel.compile.SqlText;
import org.aludel.compile.Structure;
import org.aludel.sql.Delete;
import org.aludel.sql.Expression;
import org.aludel.sql.GroupTerm;
import org.aludel.sql.Insert;
import org.aludel.sql.RowLock;
import org.aludel.sql.Select;
import org.aludel.sql.Sql;

/** SQLite's statements, and those that it does not have. Source: SQLite, SELECT, INSERT, DELETE. */
final class SqliteSqlCompiler extends SqlCompiler {
  SqliteSqlCompiler(Structure structure) {
    super(structure, SqliteIdentifiers.quoter(), SqliteDialect.NAME, SqliteTypes::of);
  }

  @Override
  protected ExpressionCompiler expressionCompiler(IdentifierQuoter names) {
    return new SqliteExpressionCompiler(text, names, this);
  }

  @Override
  protected SourceCompiler sourceCompiler(IdentifierQuoter names) {
    return new SqliteSourceCompiler(text, names, this);
  }

  @Override
  public SqlText visitSelect(Select<?> node) {
    if (!node.modifiers().distinctness().on().isEmpty()) {
      throw SqliteRefusal.of(
          "a query", "DISTINCT ON", "row_number() over the same keys, and the rows numbered 1");
    }
    if (node.criteria().groupBy().stream().anyMatch(GroupTerm.Sets.class::isInstance)) {
      throw SqliteRefusal.of(
          "a query", "several sets of keys in GROUP BY", "unite one query a set");
    }
    return super.visitSelect(node);
  }

  /** There is no OFFSET without a LIMIT; a negative one means none. */
  @Override
  protected void paging(Select.Paging paging) {
    if (paging.limit() == null && paging.offset() != null) {
      text.add(" LIMIT -1");
    }
    super.paging(paging);
  }

  @Override
  protected void tied(Expression<Long> rows) {
    throw SqliteRefusal.of("a query", "FETCH FIRST … WITH TIES", "rank() over the same order");
  }

  @Override
  protected void lock(RowLock lock) {
    throw SqliteRefusal.of(
        "a lock of rows",
        "FOR " + lock.strength().name().replace('_', ' '),
        "leave it out: a transaction that writes has the whole database to itself");
  }

  /** Behind a query without WHERE the parser takes ON for that of a join. */
  @Override
  public SqlText visitInsert(Insert<?> node) {
    boolean ambiguous =
        node.conflict() != null
            && node.source() instanceof Insert.Query query
            && query.select() instanceof Select<?> select
            && select.criteria().where().isEmpty();
    return super.visitInsert(ambiguous ? withCondition(node) : node);
  }

  private static <R> Insert<R> withCondition(Insert<R> node) {
    Select<?> select = (Select<?>) ((Insert.Query) node.source()).select();
    return new Insert<>(
        node.into(),
        new Insert.Query(select.where(Sql.condition("TRUE"))),
        node.conflict(),
        node.projection());
  }

  @Override
  public SqlText visitDelete(Delete<?> node) {
    if (!node.reach().from().items().isEmpty()) {
      throw SqliteRefusal.of("a DELETE", "USING", "where(exists(…)) or in(select(…))");
    }
    return super.visitDelete(node);
  }
}
