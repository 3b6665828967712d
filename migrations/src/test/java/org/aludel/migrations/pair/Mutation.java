package org.aludel.migrations.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;

/** Changes of a draft, each from a seed of its own, so that one can be left out alone. */
final class Mutation {
  /** The first number of what the first mutation adds. */
  static final int NUMBERS = 1000;

  private final Draft draft;
  private final Random random;
  private final SchemaGenerator generator;

  private Mutation(Draft draft, Random random) {
    this.draft = draft;
    this.random = random;
    this.generator = new SchemaGenerator(draft, random);
  }

  /** Carries out the mutation of a place in the row; what it did, in words. */
  static String apply(Draft draft, long seed, int at) {
    draft.numberFrom(NUMBERS * (at + 1));
    return new Mutation(draft, new Random(seed * 31 + at * 7919L)).apply();
  }

  private String apply() {
    int kind = random.nextInt(28);
    if (kind < 8) {
      return alterPart();
    }
    return switch (kind) {
      case 8, 9 -> dropPart();
      case 10, 11, 12 -> {
        generator.addStanding();
        yield "add part " + last();
      }
      case 13 -> {
        generator.addFree(true);
        yield "add part " + last();
      }
      case 14 -> "add table " + generator.addTable(true).name;
      case 15 -> table("drop table", each -> each.dropped = true);
      case 16 -> table("change table", each -> each.variant = each.variant.changed(random));
      case 17 -> table("add column to", each -> generator.addColumn(each, true));
      case 18 -> column("drop column", each -> each.dropped = true);
      case 19 -> column("change column", each -> each.variant = each.variant.changed(random));
      case 20 -> column("retype", this::retype);
      case 21 -> column("nullability", each -> each.notNull = !each.notNull && each.filled);
      case 22 -> renameColumn();
      case 23 -> table("turn columns of", each -> each.turned += 1 + random.nextInt(3));
      case 24 -> divided();
      case 25 -> alterType();
      case 26 -> random.nextBoolean() ? renameType() : grantBeside();
      default -> random.nextBoolean() ? renameTable() : renamePart();
    };
  }

  private String last() {
    Draft.Part part = draft.parts.get(draft.parts.size() - 1);
    return part.kind + " " + part.name;
  }

  private String alterPart() {
    List<Draft.Part> parts = draft.keptParts();
    if (parts.isEmpty()) {
      return "nothing";
    }
    Draft.Part part = parts.get(random.nextInt(parts.size()));
    if (part.kind != PartKind.EXTENSION) {
      part.variant = part.variant.changed(random);
    }
    return "alter " + part.kind + " " + part.name;
  }

  /** One of the parts of a divided table becomes a table of its own, or the reverse. */
  private String divided() {
    List<Draft.Table> tables =
        draft.keptTables().stream().filter(each -> each.partitioned).toList();
    if (tables.isEmpty()) {
      return "nothing";
    }
    Draft.Table table = tables.get(random.nextInt(tables.size()));
    table.detached = !table.detached;
    return (table.detached ? "detach from " : "attach to ") + table.name;
  }

  private String alterType() {
    return ofTypes("alter", part -> part.variant = part.variant.changed(random));
  }

  private String renameType() {
    return ofTypes("rename", this::rename);
  }

  /**
   * Where nobody tells of the new name, columns get another type, which has the same values; a
   * range has no text of its own, so it is always told.
   */
  private void rename(Draft.Part type) {
    String old = type.sql();
    String prefix = type.name.substring(0, type.name.indexOf('_') + 1);
    type.name = prefix + Names.of(random, draft.next());
    type.told |= type.kind == PartKind.RANGE || random.nextBoolean();
    for (Draft.Table table : draft.tables) {
      for (Draft.Column column : table.columns) {
        column.type = column.type.replace(old, type.sql());
        column.origin = column.origin == null ? null : column.origin.replace(old, type.sql());
      }
    }
    draft.parts.stream()
        .filter(each -> each.kind == PartKind.CAST && each.sql().equals(old))
        .forEach(each -> each.name = type.name);
  }

  private String ofTypes(String words, Consumer<Draft.Part> change) {
    List<Draft.Part> types = draft.keptParts().stream().filter(each -> each.kind.isType()).toList();
    if (types.isEmpty()) {
      return "nothing";
    }
    List<Draft.Part> used = types.stream().filter(this::isUsed).toList();
    List<Draft.Part> drawn = used.isEmpty() || random.nextInt(3) == 0 ? types : used;
    Draft.Part type = drawn.get(random.nextInt(drawn.size()));
    String name = type.name;
    change.accept(type);
    return words + " " + type.kind + " " + name;
  }

  /** A privilege on a column of a table that has one of its own. */
  private String grantBeside() {
    List<Draft.Part> grants =
        draft.keptParts().stream().filter(each -> each.kind == PartKind.GRANT).toList();
    if (grants.isEmpty()) {
      return "nothing";
    }
    Draft.Part grant = grants.get(random.nextInt(grants.size()));
    generator.addGrant(Objects.requireNonNull(grant.table));
    return "add part " + last();
  }

  private String dropPart() {
    List<Draft.Part> parts = draft.keptParts().stream().filter(each -> !isUsed(each)).toList();
    if (parts.isEmpty()) {
      return "nothing";
    }
    Draft.Part part = parts.get(random.nextInt(parts.size()));
    part.dropped = true;
    return "drop " + part.kind + " " + part.name;
  }

  private boolean isUsed(Draft.Part part) {
    return isUsed(part, draft.keptTables());
  }

  private static boolean isUsed(Draft.Part part, List<Draft.Table> tables) {
    if (!part.kind.isType()) {
      return false;
    }
    return tables.stream()
        .flatMap(each -> each.kept().stream())
        .anyMatch(each -> each.type.startsWith(part.sql()));
  }

  private String table(String words, Consumer<Draft.Table> change) {
    List<Draft.Table> tables = draft.keptTables();
    if (tables.isEmpty()) {
      return "nothing";
    }
    Draft.Table table = tables.get(random.nextInt(tables.size()));
    change.accept(table);
    return words + " " + table.name;
  }

  /** Never a key, nor what a generated column is made of. */
  private String column(String words, Consumer<Draft.Column> change) {
    List<Draft.Column> columns = new ArrayList<>();
    for (Draft.Table table : draft.keptTables()) {
      for (Draft.Column column : table.kept()) {
        boolean source =
            table.kept().stream()
                .anyMatch(
                    each ->
                        each.generated != null
                            && each.generated.startsWith(Names.quoted(column.name)));
        if (column != table.key() && !source) {
          columns.add(column);
        }
      }
    }
    if (columns.isEmpty()) {
      return "nothing";
    }
    Draft.Column column = columns.get(random.nextInt(columns.size()));
    change.accept(column);
    return words + " " + column.name;
  }

  private void retype(Draft.Column column) {
    if (column.generated == null) {
      String type =
          column.type.contains("enum_") && !column.type.endsWith("[]")
              ? "text"
              : ColumnTypes.converted(column.type, random);
      boolean first = column.origin == null || column.origin.equals(column.type);
      column.type = type.equals("char(5)") && !first ? column.type : type;
    }
  }

  private String renameColumn() {
    List<Draft.Table> tables = draft.keptTables();
    if (tables.isEmpty()) {
      return "nothing";
    }
    Draft.Table table = tables.get(random.nextInt(tables.size()));
    Draft.Column column = table.kept().get(random.nextInt(table.kept().size()));
    String old = column.name;
    String quoted = Names.quoted(old);
    column.name = Names.of(random, draft.next());
    for (Draft.Column each : table.kept()) {
      if (each.generated != null && each.generated.startsWith(quoted)) {
        each.generated = Names.quoted(column.name) + each.generated.substring(quoted.length());
      }
    }
    return "rename column " + old + " to " + column.name;
  }

  private String renameTable() {
    return table(
        "rename table",
        table -> {
          table.name = Names.of(random, draft.next());
          if (random.nextInt(3) == 0) {
            table.schema = draft.schemas.get(random.nextInt(draft.schemas.size()));
          }
        });
  }

  private String renamePart() {
    List<Draft.Part> parts =
        draft.keptParts().stream()
            .filter(each -> !each.kind.isType() && each.kind != PartKind.EXTENSION)
            .filter(each -> each.kind != PartKind.CAST)
            .toList();
    if (parts.isEmpty()) {
      return "nothing";
    }
    Draft.Part part = parts.get(random.nextInt(parts.size()));
    String old = part.name;
    part.name = Names.of(random, draft.next());
    return "rename " + part.kind + " " + old + " to " + part.name;
  }
}
