package org.aludel.migrations.pair;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A schema on paper: tables and parts that know each other, so that names can change. Mutable. */
final class Draft {
  /** A column; its number is the same in both schemas of a pair. */
  static final class Column {
    final int number;
    String name;
    String type;

    /** The type of the first schema, which the values of the rows are written in. */
    @Nullable String origin;

    final boolean filled;
    boolean notNull;
    boolean isKey;
    boolean dropped;
    Variant variant;
    @Nullable String generated;

    Column(int number, String name, String type, boolean added, Random random) {
      this.number = number;
      this.name = name;
      this.type = type;
      this.origin = added ? null : type;
      this.filled = !added && random.nextInt(3) > 0;
      this.notNull = filled && random.nextInt(2) == 0;
      this.variant = Variant.random(random);
    }

    /** Always where rows that are there need a value. */
    boolean hasDefault() {
      return variant.chance(3, 3) || (origin == null && notNull);
    }
  }

  /** A table; its first column is the key. */
  static final class Table {
    final int number;
    final boolean added;
    final List<Column> columns = new ArrayList<>();
    String schema;
    String name;
    boolean dropped;
    Variant variant;
    @Nullable Table parent;
    boolean partitioned;

    /** How a divided table is divided. */
    String strategy = "RANGE";

    /** Whether the last part of a divided table stands by itself. */
    boolean detached;

    /** How many columns behind the key stand behind all others. */
    int turned;

    Table(int number, String schema, String name, boolean added, Random random) {
      this.number = number;
      this.schema = schema;
      this.name = name;
      this.added = added;
      this.variant = Variant.random(random);
    }

    Column key() {
      return columns.get(0);
    }

    List<Column> kept() {
      return columns.stream().filter(each -> !each.dropped).toList();
    }

    /** The kept columns in the order in which they are created; the key is always the first. */
    List<Column> inOrder() {
      List<Column> ordered = new ArrayList<>(kept());
      Collections.rotate(ordered.subList(1, ordered.size()), -turned);
      return ordered;
    }

    /** The columns of its own after those of its ancestors. */
    List<Column> withInherited() {
      List<Column> all = new ArrayList<>();
      if (parent != null && !parent.dropped) {
        all.addAll(parent.withInherited());
      }
      all.addAll(kept());
      return all;
    }

    String sql() {
      return Names.quoted(schema) + "." + Names.quoted(name);
    }
  }

  /** Anything else: a type, a constraint, an index, a view, a routine, a grant. */
  static final class Part {
    final int number;
    final PartKind kind;
    final @Nullable Table table;
    final @Nullable Table target;
    final List<Column> columns;
    String schema;
    String name;
    Variant variant;
    boolean dropped;

    /** Whether the new name of a type is told, so that it stays the same type. */
    boolean told;

    Part(int number, PartKind kind, Place place, String schema, String name, Variant variant) {
      this.number = number;
      this.kind = kind;
      this.table = place.table();
      this.target = place.target();
      this.columns = place.columns();
      this.schema = schema;
      this.name = name;
      this.variant = variant;
    }

    boolean exists() {
      return !dropped
          && (table == null || !table.dropped)
          && (target == null || !target.dropped)
          && columns.stream().noneMatch(each -> each.dropped);
    }

    String sql() {
      return Names.quoted(schema) + "." + Names.quoted(name);
    }
  }

  /** What a part stands on. */
  record Place(@Nullable Table table, @Nullable Table target, List<Column> columns) {
    static final Place NONE = new Place(null, null, List.of());
  }

  final List<String> schemas = new ArrayList<>();
  final List<Table> tables = new ArrayList<>();
  final List<Part> parts = new ArrayList<>();
  private int numbers;

  int next() {
    return numbers++;
  }

  /** Numbers of what a mutation adds do not depend on the mutations before it. */
  void numberFrom(int number) {
    numbers = number;
  }

  List<Table> keptTables() {
    return tables.stream().filter(each -> !each.dropped).toList();
  }

  List<Part> keptParts() {
    return parts.stream().filter(Part::exists).toList();
  }
}
