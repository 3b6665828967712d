package org.aludel.sql;

import java.util.IdentityHashMap;

/** The part of a {@link Rewriter} that rebuilds sources. */
final class SourceRewriter implements SourceVisitor<FromItem> {
  private final Rewriter statements;

  /** So that what was one named query stays one. */
  private final IdentityHashMap<Cte.Definition<?>, Cte.Definition<?>> rebuilt =
      new IdentityHashMap<>();

  SourceRewriter(Rewriter statements) {
    this.statements = statements;
  }

  @Override
  public FromItem visitTable(TableSource<?> node) {
    return node;
  }

  @Override
  public FromItem visitScan(TableScan node) {
    TableScan.Sample sample = node.sample();
    return new TableScan(
        statements.target(node.table()), node.isOnly(), sample == null ? null : sample(sample));
  }

  private TableScan.Sample sample(TableScan.Sample sample) {
    Expression<?> seed = sample.seed();
    return new TableScan.Sample(
        sample.method(),
        statements.expressions(sample.arguments()),
        seed == null ? null : statements.expression(seed));
  }

  @Override
  public FromItem visitDerived(DerivedTable<?> node) {
    return derived(node);
  }

  private <R> DerivedTable<R> derived(DerivedTable<R> node) {
    return new DerivedTable<>(
        statements.named(node.query()), node.alias(), node.names(), node.isLateral());
  }

  @Override
  public FromItem visitCte(Cte<?> node) {
    return cte(node);
  }

  private <R> Cte<R> cte(Cte<R> node) {
    @SuppressWarnings("unchecked") // put there by the line below, which keeps the class of rows
    Cte.Definition<R> before = (Cte.Definition<R>) rebuilt.get(node.definition());
    Cte.Definition<R> definition = before == null ? definition(node) : before;
    rebuilt.put(node.definition(), definition);
    return new Cte<>(definition, node.alias());
  }

  private <R> Cte.Definition<R> definition(Cte<R> node) {
    return node.withStatement(statements.namedStatement(node.definition().body().statement()))
        .definition();
  }

  /** What it is made of is rebuilt where it is defined. */
  @Override
  public FromItem visitSelf(Cte.Self<?> node) {
    return node;
  }

  @Override
  public FromItem visitTableFunction(TableFunction<?> node) {
    return function(node);
  }

  private <R> TableFunction<R> function(TableFunction<R> node) {
    return new TableFunction<>(
        node.calls().stream()
            .map(
                part ->
                    new TableFunction.Part(statements.expression(part.call()), part.definition()))
            .toList(),
        node.alias(),
        node.shape());
  }

  @Override
  public FromItem visitJoined(JoinedSource node) {
    return new JoinedSource(
        statements.source(node.first()),
        node.joins().stream().map(statements::join).toList(),
        node.alias(),
        node.names());
  }
}
