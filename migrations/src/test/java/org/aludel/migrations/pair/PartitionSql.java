package org.aludel.migrations.pair;

import static org.aludel.migrations.pair.Names.quoted;

import java.util.ArrayList;
import java.util.List;

/** The parts of a divided table; one of them may stand by itself, as a table of its own. */
final class PartitionSql {
  private static final int REMAINDERS = 4;

  private PartitionSql() {}

  static String key(Draft.Table table) {
    return " PARTITION BY " + table.strategy + " (" + quoted(table.key().name) + ")";
  }

  static List<String> of(Draft.Table table) {
    boolean hash = table.strategy.equals("HASH");
    int count = hash ? REMAINDERS - 1 : 1 + table.variant.choice(8, 3);
    List<String> statements = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      statements.add(
          number == count && table.detached && !hash
              ? "CREATE TABLE "
                  + name(table, number)
                  + " (LIKE "
                  + table.sql()
                  + " INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING STORAGE"
                  + " INCLUDING COMPRESSION)"
              : partition(table, number) + bound(table.strategy, number));
    }
    statements.add(partition(table, 0) + (hash ? bound(table.strategy, 0) : " DEFAULT"));
    return statements;
  }

  private static String bound(String strategy, int number) {
    return switch (strategy) {
      case "LIST" -> " FOR VALUES IN (" + number * 100 + ", " + (number * 100 + 1) + ")";
      case "HASH" -> " FOR VALUES WITH (MODULUS " + REMAINDERS + ", REMAINDER " + number + ")";
      default -> " FOR VALUES FROM (" + number * 100 + ") TO (" + (number + 1) * 100 + ")";
    };
  }

  private static String partition(Draft.Table table, int number) {
    return "CREATE TABLE " + name(table, number) + " PARTITION OF " + table.sql();
  }

  private static String name(Draft.Table table, int number) {
    return "public." + quoted("part_" + table.number + "_" + number);
  }
}
