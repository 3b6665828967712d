package org.aludel.migrations.pair;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws a schema: always the same one for a seed. */
final class SchemaGenerator {
  private static final List<String> SCHEMAS = List.of("public", "extra", "Mixed \"S");
  private static final List<String> EXTENSIONS =
      List.of("citext", "hstore", "pg_trgm", "btree_gist", "ltree");
  private static final List<String> STRATEGIES = List.of("RANGE", "RANGE", "LIST", "HASH");
  private static final List<PartKind> FREE =
      List.of(
          PartKind.EXTENSION,
          PartKind.ENUM,
          PartKind.ENUM,
          PartKind.DOMAIN,
          PartKind.COMPOSITE,
          PartKind.RANGE,
          PartKind.COLLATION,
          PartKind.SEQUENCE,
          PartKind.FUNCTION,
          PartKind.FUNCTION,
          PartKind.CAST,
          PartKind.OPERATOR,
          PartKind.AGGREGATE,
          PartKind.DEFAULT_PRIVILEGES,
          PartKind.EVENT_TRIGGER);
  private static final List<PartKind> STANDING =
      List.of(
          PartKind.UNIQUE,
          PartKind.CHECK,
          PartKind.CHECK,
          PartKind.EXCLUDE,
          PartKind.FOREIGN_KEY,
          PartKind.FOREIGN_KEY,
          PartKind.FOREIGN_KEY,
          PartKind.INDEX,
          PartKind.INDEX,
          PartKind.INDEX,
          PartKind.STATISTICS,
          PartKind.TABLE_FUNCTION,
          PartKind.PROCEDURE,
          PartKind.VIEW,
          PartKind.VIEW,
          PartKind.VIEW,
          PartKind.MATERIALIZED_VIEW,
          PartKind.TRIGGER,
          PartKind.RULE,
          PartKind.POLICY,
          PartKind.GRANT,
          PartKind.PUBLICATION);

  private final Draft draft;
  private final Random random;

  SchemaGenerator(Draft draft, Random random) {
    this.draft = draft;
    this.random = random;
  }

  static Draft draw(long seed) {
    Draft draft = new Draft();
    Random random = new Random(seed);
    SchemaGenerator generator = new SchemaGenerator(draft, random);
    draft.schemas.addAll(SCHEMAS.subList(0, 1 + random.nextInt(3)));
    int free = 2 + random.nextInt(4);
    for (int at = 0; at < free; at++) {
      generator.addFree(false);
    }
    int tables = 2 + random.nextInt(3);
    for (int at = 0; at < tables; at++) {
      generator.addTable(false);
    }
    int standing = 6 + random.nextInt(8);
    for (int at = 0; at < standing; at++) {
      generator.addStanding();
    }
    return draft;
  }

  Draft.Table addTable(boolean added) {
    int number = draft.next();
    Draft.Table table = new Draft.Table(number, schema(), Names.of(random, number), added, random);
    String keyType = random.nextInt(2) == 0 ? "integer" : "bigint";
    table.partitioned = random.nextInt(6) == 0;
    table.strategy = STRATEGIES.get(random.nextInt(STRATEGIES.size()));
    table.detached = random.nextInt(3) == 0;
    List<Draft.Table> parents =
        draft.keptTables().stream().filter(each -> !each.partitioned).toList();
    if (!added && !table.partitioned && random.nextInt(8) == 0 && !parents.isEmpty()) {
      table.parent = parents.get(random.nextInt(parents.size()));
    }
    String keyName = table.parent == null ? "id" : "own id " + number;
    Draft.Column key = new Draft.Column(draft.next(), keyName, keyType, added, random);
    key.notNull = true;
    key.isKey = true;
    table.columns.add(key);
    int count = 2 + random.nextInt(4);
    for (int at = 0; at < count; at++) {
      addColumn(table, added);
    }
    draft.tables.add(table);
    if (random.nextInt(5) > 0) {
      addPart(PartKind.PRIMARY_KEY, new Draft.Place(table, null, List.of(table.key())));
    }
    return table;
  }

  void addColumn(Draft.Table table, boolean added) {
    int number = draft.next();
    String name = Names.of(random, number);
    String type = type();
    Draft.Column column = new Draft.Column(number, name, type, added, random);
    if (random.nextInt(8) == 0) {
      generate(table, column);
    }
    if (added && column.generated == null) {
      column.notNull = random.nextInt(3) == 0 && !column.type.contains("range_");
    }
    table.columns.add(column);
  }

  private void generate(Draft.Table table, Draft.Column column) {
    for (Draft.Column source : table.kept()) {
      boolean number = ColumnTypes.isNumber(source.type);
      if ((number || ColumnTypes.isText(source.type)) && source.generated == null) {
        column.type = number ? "numeric" : "text";
        column.notNull = false;
        column.generated = Names.quoted(source.name) + (number ? "::numeric * 2" : " || 'x'");
        return;
      }
    }
  }

  private String type() {
    List<Draft.Part> types = draft.keptParts().stream().filter(each -> each.kind.isType()).toList();
    if (!types.isEmpty() && random.nextInt(5) == 0) {
      Draft.Part chosen = types.get(random.nextInt(types.size()));
      boolean array = chosen.kind == PartKind.ENUM && random.nextInt(4) == 0;
      return chosen.sql() + (array ? "[]" : "");
    }
    return ColumnTypes.any(random);
  }

  void addFree(boolean added) {
    PartKind kind = FREE.get(random.nextInt(FREE.size()));
    if (kind != PartKind.CAST) {
      addPart(kind, Draft.Place.NONE);
    } else if (!added) {
      castOf(PartKind.ENUM);
    }
  }

  private void castOf(PartKind kind) {
    draft.keptParts().stream()
        .filter(each -> each.kind == kind)
        .findFirst()
        .ifPresent(
            type -> {
              Draft.Part cast = part(PartKind.CAST, Draft.Place.NONE);
              cast.schema = type.schema;
              cast.name = type.name;
              draft.parts.add(cast);
            });
  }

  void addStanding() {
    List<Draft.Table> tables = draft.keptTables();
    if (tables.isEmpty()) {
      return;
    }
    Draft.Table table = tables.get(random.nextInt(tables.size()));
    PartKind kind = STANDING.get(random.nextInt(STANDING.size()));
    List<Draft.Column> kept = new ArrayList<>(table.kept());
    Draft.Column first = kept.get(random.nextInt(kept.size()));
    List<Draft.Column> columns = new ArrayList<>(List.of(first));
    Draft.Column second = kept.get(random.nextInt(kept.size()));
    boolean pair = kind == PartKind.STATISTICS || random.nextInt(3) == 0;
    if (pair && second != first && kind != PartKind.CHECK && kind != PartKind.FOREIGN_KEY) {
      columns.add(second);
    }
    Draft.Table target = null;
    if (kind == PartKind.FOREIGN_KEY || (kind == PartKind.VIEW && random.nextInt(3) == 0)) {
      target = tables.get(random.nextInt(tables.size()));
    }
    if (kind == PartKind.FOREIGN_KEY && target != null) {
      columns = reference(table, kept, target);
    }
    addPart(kind, new Draft.Place(table, target, columns));
  }

  /** A number column that is there, or a new one for it. */
  private List<Draft.Column> reference(
      Draft.Table table, List<Draft.Column> kept, Draft.Table target) {
    Draft.Column second = target.kept().get(target.kept().size() > 1 ? 1 : 0);
    if (random.nextInt(4) == 0 && second != target.key() && ColumnTypes.isKey(second.type)) {
      return references(table, target, second);
    }
    for (Draft.Column column : kept) {
      boolean fits = column.type.equals(target.key().type) && column.generated == null;
      if (column != table.key() && fits) {
        return List.of(column);
      }
    }
    return List.of(reference(table, target.key().type));
  }

  /** Two new columns that refer to the key and another column, which are a key together. */
  private List<Draft.Column> references(
      Draft.Table table, Draft.Table target, Draft.Column second) {
    addPart(PartKind.UNIQUE, new Draft.Place(target, null, List.of(target.key(), second)));
    return List.of(reference(table, target.key().type), reference(table, second.type));
  }

  private Draft.Column reference(Draft.Table table, String type) {
    int number = draft.next();
    boolean added = table.added || number >= Mutation.NUMBERS;
    Draft.Column column = new Draft.Column(number, "ref_" + number, type, added, random);
    column.notNull = false;
    while (column.hasDefault()) {
      column.variant = Variant.random(random);
    }
    table.columns.add(column);
    return column;
  }

  void addGrant(Draft.Table table) {
    Draft.Column column = table.kept().get(random.nextInt(table.kept().size()));
    addPart(PartKind.GRANT, new Draft.Place(table, null, List.of(column)));
  }

  private void addPart(PartKind kind, Draft.Place place) {
    draft.parts.add(part(kind, place));
  }

  private Draft.Part part(PartKind kind, Draft.Place place) {
    int number = draft.next();
    String schema = place.table() == null ? schema() : place.table().schema;
    String name = Names.of(random, number);
    if (kind.isType()) {
      name = ColumnTypes.prefix(kind) + name;
    }
    if (kind == PartKind.EXTENSION) {
      name = EXTENSIONS.get(random.nextInt(EXTENSIONS.size()));
    }
    return new Draft.Part(number, kind, place, schema, name, Variant.random(random));
  }

  private String schema() {
    return draft.schemas.get(random.nextInt(draft.schemas.size()));
  }
}
