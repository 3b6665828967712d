package org.aludel.migrations.pair;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.migrations.compare.RenameHint;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;

/**
 * Two schemas of a seed, the second made from the first by a few mutations.
 *
 * @param before the statements of the first; those that the server refuses are no part of it
 * @param after the statements of the second
 * @param hints the renames that are told
 * @param kept the queries of what both have, of the first and of the second schema
 * @param mutations what was changed, in words
 * @param empty how many tables of both have no rows, since those would be lost on the way back
 */
record SchemaPair(
    List<String> before,
    List<String> after,
    List<RenameHint> hints,
    List<Kept> kept,
    List<String> mutations,
    int empty) {
  /** Queries that give the same rows whichever schema the data is in. */
  record Kept(String before, String after) {}

  /** The pair of a seed for a server's version. */
  static SchemaPair of(long seed, int version) {
    return of(seed, version, Set.of());
  }

  static int mutationsOf(long seed) {
    return 1 + (int) Math.floorMod((seed * 2654435761L) >>> 7, 16L);
  }

  /** The same pair with some of its mutations left out, by their places. */
  static SchemaPair of(long seed, int version, Set<Integer> without) {
    Draft first = SchemaGenerator.draw(seed);
    Draft second = SchemaGenerator.draw(seed);
    List<String> words = new ArrayList<>();
    for (int at = 0; at < mutationsOf(seed); at++) {
      if (!without.contains(at)) {
        words.add(at + ": " + Mutation.apply(second, seed, at));
      }
    }
    LostRows lost = LostRows.of(first, second);
    return new SchemaPair(
        new SchemaSql(version).of(first, lost),
        new SchemaSql(version).of(second, lost),
        hints(first, second),
        kept(first, second),
        words,
        lost.empty().size());
  }

  /** The same without a statement on either side. */
  SchemaPair without(String statement) {
    return new SchemaPair(
        before.stream().filter(each -> !each.equals(statement)).toList(),
        after.stream().filter(each -> !each.equals(statement)).toList(),
        hints,
        kept,
        mutations,
        empty);
  }

  /** As a person would try it out. */
  String text() {
    return "\n-- before\n"
        + String.join(";\n", before)
        + ";\n-- after\n"
        + String.join(";\n", after)
        + ";\n-- "
        + hints;
  }

  /** All renames are told; a table's comes before those of its columns. */
  private static List<RenameHint> hints(Draft first, Draft second) {
    List<RenameHint> hints = new ArrayList<>();
    for (int at = 0; at < first.tables.size(); at++) {
      Draft.Table old = first.tables.get(at);
      Draft.Table table = second.tables.get(at);
      if (table.dropped) {
        continue;
      }
      if (!name(old).equals(name(table))) {
        hints.add(new RenameHint.OfTable(name(old), name(table)));
      }
      for (int place = 0; place < old.columns.size(); place++) {
        Draft.Column column = table.columns.get(place);
        String before = old.columns.get(place).name;
        if (!column.dropped && !column.name.equals(before)) {
          hints.add(new RenameHint.OfColumn(name(table), before, column.name));
        }
      }
    }
    for (int at = 0; at < first.parts.size(); at++) {
      Draft.Part old = first.parts.get(at);
      Draft.Part part = second.parts.get(at);
      if (part.told && old.exists() && part.exists() && !old.name.equals(part.name)) {
        hints.add(new RenameHint.OfObject(reference(old), reference(part)));
      }
    }
    return hints;
  }

  private static ObjectReference reference(Draft.Part type) {
    String schema = type.schema.equals("public") ? null : type.schema;
    ObjectKind kind =
        switch (type.kind) {
          case ENUM -> ObjectKind.ENUM;
          case DOMAIN -> ObjectKind.DOMAIN;
          case COMPOSITE -> ObjectKind.COMPOSITE_TYPE;
          case RANGE -> ObjectKind.RANGE_TYPE;
          default -> throw new IllegalArgumentException(type.kind.name());
        };
    return ObjectReference.of(kind, new QualifiedName(schema, type.name));
  }

  private static QualifiedName name(Draft.Table table) {
    return new QualifiedName(table.schema.equals("public") ? null : table.schema, table.name);
  }

  private static List<Kept> kept(Draft first, Draft second) {
    Map<Integer, Draft.Table> later = new HashMap<>();
    second.keptTables().forEach(each -> later.put(each.number, each));
    List<Kept> kept = new ArrayList<>();
    for (Draft.Table table : first.tables) {
      Draft.Table other = later.get(table.number);
      if (other != null) {
        kept.add(kept(table, other));
      }
    }
    return kept;
  }

  private static Kept kept(Draft.Table table, Draft.Table other) {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int at = 0; at < table.columns.size(); at++) {
      Draft.Column left = table.columns.get(at);
      Draft.Column right = other.columns.get(at);
      if (!right.dropped && right.type.equals(left.type) && left.generated == null) {
        before.add(ColumnTypes.lasting(left.type, Names.quoted(left.name)));
        after.add(ColumnTypes.lasting(right.type, Names.quoted(right.name)));
      }
    }
    return new Kept(query(before, table), query(after, other));
  }

  private static String query(List<String> columns, Draft.Table table) {
    return "SELECT (ROW("
        + String.join(", ", columns)
        + "))::text FROM "
        + (table.partitioned ? "" : "ONLY ")
        + table.sql()
        + " ORDER BY 1";
  }
}
