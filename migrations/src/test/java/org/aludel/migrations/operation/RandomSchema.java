package org.aludel.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Computed;
import org.aludel.schema.Constraint;
import org.aludel.schema.ConstraintName;
import org.aludel.schema.Deferral;
import org.aludel.schema.EnumType;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Identity;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.MatchType;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.ReferentialAction;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.aludel.type.SqlType;
import org.aludel.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * Small valid schemas from a seed. Names come from a few words, so two schemas of different seeds
 * share objects that differ in every property; that is what a comparison is tried on.
 */
public final class RandomSchema {
  private static final List<String> TABLES =
      List.of("item", "order", "Person", "line", "tag", "event");
  private static final List<String> COLUMNS = List.of("a", "b", "c", "d", "Total", "select");
  private static final List<String> TYPES =
      List.of(
          "integer",
          "bigint",
          "numeric(10,2)",
          "numeric",
          "varchar(30)",
          "varchar(50)",
          "text",
          "boolean",
          "timestamptz",
          "date",
          "uuid",
          "jsonb",
          "text[]",
          "double precision");

  private final Random random;
  private final List<EnumType> enums = new ArrayList<>();
  private final List<Sequence> sequences = new ArrayList<>();

  private RandomSchema(long seed) {
    random = new Random(seed);
  }

  /** The schema of a seed; always the same one. */
  public static MetaData of(long seed) {
    return new RandomSchema(seed).schema();
  }

  private MetaData schema() {
    List<String> labels = new ArrayList<>(List.of("low", "mid", "high", "it's"));
    labels.removeIf(label -> random.nextInt(4) == 0);
    if (chance(2) && !labels.isEmpty()) {
      enums.add(new EnumType(QualifiedName.of("mood"), labels, chance(3) ? "how it is" : null));
    }
    if (chance(2)) {
      enums.add(new EnumType(new QualifiedName("extra", "Size"), List.of("S", "M", "L"), null));
    }
    if (chance(2)) {
      sequences.add(
          new Sequence(
              QualifiedName.of("ticket"),
              chance(2) ? "bigint" : "integer",
              new SequenceOptions(
                  1 + random.nextInt(3), 1 + random.nextInt(2), null, null, 1, chance(2)),
              null,
              null));
    }
    List<Table> tables = new ArrayList<>();
    for (String name : TABLES) {
      if (random.nextInt(3) > 0) {
        String schema = name.equals("event") ? "extra" : null;
        tables.add(table(new QualifiedName(schema, name), tables));
      }
    }
    List<Table> connected = tables.stream().map(table -> withBackReference(table, tables)).toList();
    return new MetaData(
        List.of(new Namespace("extra", null)), List.of(), enums, sequences, connected, List.of());
  }

  private Table table(QualifiedName name, List<Table> earlier) {
    List<Column> columns = new ArrayList<>();
    columns.add(key(name));
    for (String column : COLUMNS) {
      if (random.nextInt(3) > 0) {
        columns.add(column(column));
      }
    }
    if (columns.stream().anyMatch(each -> each.name().equals("a") && isNumber(each)) && chance(3)) {
      columns.add(
          Column.of("twice", SqlTypes.NUMERIC)
              .withComputed(new Computed(chance(2) ? "a * 2::numeric" : "a + 1::numeric", true)));
    }
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(PrimaryKey.of(named("pk_" + name.name()), List.of("id")));
    constraints(name, columns, constraints);
    for (Table target : earlier) {
      if (chance(4)) {
        columns.add(Column.of(target.name().name() + "_id", type(target)));
        constraints.add(foreignKey(name, target.name().name() + "_id", target.name(), deferral()));
      }
    }
    return new Table(
        name, columns, constraints, indexes(name, columns), chance(4) ? "the " + name : null);
  }

  /** Makes circles of foreign keys. */
  private Table withBackReference(Table table, List<Table> tables) {
    Table target = tables.get(random.nextInt(tables.size()));
    if (!chance(3) || table.column(target.name().name() + "_id").isPresent()) {
      return table;
    }
    List<Column> columns = new ArrayList<>(table.columns());
    columns.add(Column.of("back", type(target)));
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    constraints.add(foreignKey(table.name(), "back", target.name(), Deferral.NOT_DEFERRABLE));
    return table.withColumns(columns).withConstraints(constraints);
  }

  private static SqlType<?> type(Table target) {
    return target.columns().get(0).type();
  }

  private ForeignKey foreignKey(
      QualifiedName table, String column, QualifiedName target, Deferral deferral) {
    List<ReferentialAction> actions =
        List.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE, ReferentialAction.SET_NULL);
    return new ForeignKey(
        named("fk_" + table.name() + "_" + column),
        List.of(column),
        target,
        List.of("id"),
        actions.get(random.nextInt(3)),
        List.of(),
        actions.get(random.nextInt(2)),
        MatchType.SIMPLE,
        deferral,
        true,
        null);
  }

  private Deferral deferral() {
    return List.of(Deferral.values()).get(random.nextInt(3));
  }

  /** Plain, serial or identity. */
  private Column key(QualifiedName table) {
    SqlType<?> type = chance(2) ? SqlTypes.BIGINT : SqlTypes.INTEGER;
    Column plain = Column.of("id", type).notNull();
    int kind = random.nextInt(3);
    if (kind == 0) {
      return plain;
    }
    if (kind == 1) {
      return plain.withIdentity(new Identity(chance(2), SequenceOptions.defaults()));
    }
    QualifiedName sequence = new QualifiedName(table.schema(), table.name() + "_id_seq");
    sequences.add(
        new Sequence(
            sequence,
            type.name(),
            SequenceOptions.defaults(),
            new Sequence.Owner(table, "id"),
            null));
    String schema = table.schema() == null ? "" : table.schema() + ".";
    String quoted = table.name().equals("Person") ? "\"" + sequence.name() + "\"" : sequence.name();
    return plain.withServerDefault("nextval('" + schema + quoted + "'::regclass)");
  }

  private Column column(String name) {
    SqlType<?> type = SqlTypes.named(TYPES.get(random.nextInt(TYPES.size())));
    String text = null;
    if (!enums.isEmpty() && chance(4)) {
      EnumType chosen = enums.get(random.nextInt(enums.size()));
      String written = chosen.name().schema() == null ? chosen.name().name() : "extra.\"Size\"";
      type = SqlTypes.named(chance(4) ? written + "[]" : written);
      text =
          chance(2) && !type.name().endsWith("[]")
              ? "'" + chosen.labels().get(0).replace("'", "''") + "'::" + written
              : null;
    } else if (chance(3)) {
      text = defaultOf(type.name());
    }
    return new Column(
        name, type, text == null || chance(2), text, null, null, null, chance(5) ? "note" : null);
  }

  private @Nullable String defaultOf(String type) {
    return switch (TypeFamily.of(type)) {
      case INTEGER, NUMERIC, FLOAT -> chance(2) ? "0" : "5";
      case TEXT -> chance(2) ? "'x'" : "'it''s'";
      case BOOLEAN -> "true";
      case MOMENT -> type.equals("date") ? "CURRENT_DATE" : "now()";
      case UUID -> "gen_random_uuid()";
      default -> null;
    };
  }

  private void constraints(
      QualifiedName table, List<Column> columns, List<Constraint> constraints) {
    Column first = columns.get(random.nextInt(columns.size()));
    if (chance(3) && !first.type().name().contains("json")) {
      constraints.add(
          new UniqueConstraint(
              named("uq_" + table.name() + "_" + random.nextInt(2)),
              List.of(first.name()),
              List.of(),
              false,
              Deferral.NOT_DEFERRABLE,
              null));
    }
    Column second = columns.get(random.nextInt(columns.size()));
    if (chance(3)) {
      constraints.add(
          CheckConstraint.of(named("ck_" + table.name()), quoted(second.name()) + " IS NOT NULL"));
    }
  }

  private List<Index> indexes(QualifiedName table, List<Column> columns) {
    List<Index> indexes = new ArrayList<>();
    for (Column column : columns) {
      if (chance(6) && !column.type().name().contains("json")) {
        IndexElement element =
            new IndexElement(column.name(), null, null, null, chance(2), chance(2));
        indexes.add(
            new Index(
                named("ix_" + table.name() + "_" + column.name()),
                false,
                "btree",
                List.of(element),
                List.of(),
                chance(2) ? quoted(column.name()) + " IS NOT NULL" : null,
                false,
                new TreeMap<>(),
                null,
                true));
      }
    }
    return indexes;
  }

  private static ConstraintName named(String text) {
    return ConstraintName.given(text);
  }

  private static String quoted(String name) {
    boolean folded = name.equals(name.toLowerCase(Locale.ROOT)) && !name.equals("select");
    return folded ? name : "\"" + name + "\"";
  }

  private static boolean isNumber(Column column) {
    TypeFamily family = TypeFamily.of(column.type().name());
    return family == TypeFamily.INTEGER || family == TypeFamily.NUMERIC;
  }

  private boolean chance(int of) {
    return random.nextInt(of) == 0;
  }
}
