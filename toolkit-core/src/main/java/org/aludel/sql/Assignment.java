package org.aludel.sql;

/** {@code column = value} of an UPDATE or ON CONFLICT. */
public record Assignment(ColumnReference<?> column, Expression<?> value) {}
