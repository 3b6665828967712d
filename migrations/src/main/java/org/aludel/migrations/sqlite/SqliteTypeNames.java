package org.aludel.migrations.sqlite;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.aludel.dialect.Dialect;
import org.aludel.migrations.extension.ColumnHook;
import org.aludel.migrations.extension.ComparedColumn;
import org.aludel.migrations.extension.TypeDialect;
import org.aludel.migrations.extension.Verdict;
import org.aludel.schema.Column;

/** SQLite keeps types as they were written, and takes each name for an affinity. */
public final class SqliteTypeNames implements TypeDialect, ColumnHook {
  /** Names that are read as the same type, so that a table need not be made anew for them. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("tinyint", "integer"),
          Map.entry("mediumint", "integer"),
          Map.entry("int2", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("datetime", "timestamp"),
          Map.entry("decimal", "numeric"),
          Map.entry("clob", "text"),
          Map.entry("float", "double precision"),
          Map.entry("double", "double precision"));

  @Override
  public boolean serves(Dialect dialect) {
    return dialect.name().equals(SqliteRuns.NAME);
  }

  @Override
  public Optional<ColumnHook> types() {
    return Optional.of(this);
  }

  @Override
  public Verdict type(ComparedColumn column) {
    boolean same =
        name(column.database()).equals(name(column.model()))
            && Objects.equals(column.database().collation(), column.model().collation());
    return same ? Verdict.SAME : Verdict.UNDECIDED;
  }

  private static String name(Column column) {
    String name = column.type().name().toLowerCase(Locale.ROOT).strip();
    int open = name.indexOf('(');
    String base = (open < 0 ? name : name.substring(0, open)).strip();
    return SAME.getOrDefault(base, base)
        + (open < 0 ? "" : name.substring(open).replaceAll("\\s", ""));
  }
}
