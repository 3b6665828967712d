package org.aludel.sql;

/** A subquery in FROM under an alias; made by {@link Select#as}. */
public record DerivedTable(Select<?> select, String alias) implements FromItem {
  @Override
  public SourceKey key() {
    return new SourceKey(null, alias);
  }
}
