package org.aludel.dialect.postgresql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aludel.schema.Identity;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/** Rows about sequences: those of their own, and those behind identity columns. */
final class PostgresSequenceRows {
  private record ColumnKey(long table, int column) {}

  private record Behind(SequenceOptions options, @Nullable String name, String dataType) {}

  private final PostgresCatalogScope scope;
  private final PostgresObjectIndex index;
  private final List<Sequence> standalone = new ArrayList<>();
  private final Map<ColumnKey, Behind> identities = new HashMap<>();

  PostgresSequenceRows(PostgresCatalogScope scope, PostgresObjectIndex index) {
    this.scope = scope;
    this.index = index;
  }

  void add(ResultSet row) throws SQLException {
    String name = PostgresCatalogSession.text(row, "name");
    String dataType = PostgresCatalogSession.text(row, "data_type");
    if (row.getBoolean("of_identity")) {
      String usual =
          PostgresCatalogNames.chosen(
              PostgresCatalogSession.text(row, "owner_table"),
              PostgresCatalogSession.text(row, "owner_column"),
              "seq");
      identities.put(
          new ColumnKey(row.getLong("owner_oid"), row.getInt("owner_number")),
          new Behind(options(row, dataType), name.equals(usual) ? null : name, dataType));
      return;
    }
    QualifiedName qualified = scope.name(row.getString("schema"), name);
    if (scope.admits("sequence", qualified)) {
      standalone.add(
          new Sequence(
              qualified,
              dataType,
              options(row, dataType),
              owner(row),
              row.getString("comment"),
              row.getBoolean("unlogged")));
      index.add(
          PostgresObjectIndex.CLASS,
          row.getLong("oid"),
          ObjectReference.of(ObjectKind.SEQUENCE, qualified));
    }
  }

  private Sequence.@Nullable Owner owner(ResultSet row) throws SQLException {
    String table = row.getString("owner_table");
    return table == null
        ? null
        : new Sequence.Owner(
            scope.name(row.getString("owner_schema"), table),
            PostgresCatalogSession.text(row, "owner_column"));
  }

  /** A bound that the server chooses by itself is null. Source: PostgreSQL 18, CREATE SEQUENCE. */
  private static SequenceOptions options(ResultSet row, String dataType) throws SQLException {
    long increment = row.getLong("seqincrement");
    long least = row.getLong("seqmin");
    long greatest = row.getLong("seqmax");
    long usualLeast = increment < 0 ? typeMinimum(dataType) : 1;
    long usualGreatest = increment < 0 ? -1 : typeMaximum(dataType);
    return new SequenceOptions(
        row.getLong("seqstart"),
        increment,
        least == usualLeast ? null : Long.valueOf(least),
        greatest == usualGreatest ? null : Long.valueOf(greatest),
        row.getLong("seqcache"),
        row.getBoolean("seqcycle"));
  }

  private static long typeMinimum(String dataType) {
    return -typeMaximum(dataType) - 1;
  }

  private static long typeMaximum(String dataType) {
    return switch (dataType) {
      case "smallint" -> Short.MAX_VALUE;
      case "integer" -> Integer.MAX_VALUE;
      default -> Long.MAX_VALUE;
    };
  }

  /** The identity of a column; its sequence is part of the column. */
  Identity identity(long table, int column, boolean always) {
    Behind behind = identities.get(new ColumnKey(table, column));
    return behind == null
        ? new Identity(always, SequenceOptions.defaults())
        : new Identity(always, behind.options(), behind.name());
  }

  /** Whether the sequence counts in another type than its column has, which nobody can declare. */
  boolean hasOtherType(long table, int column, String columnType) {
    Behind behind = identities.get(new ColumnKey(table, column));
    return behind != null && !behind.dataType().equals(columnType);
  }

  List<Sequence> standalone() {
    return standalone.stream().sorted(Comparator.comparing(Sequence::name)).toList();
  }
}
