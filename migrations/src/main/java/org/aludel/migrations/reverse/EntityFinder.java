package org.aludel.migrations.reverse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aludel.schema.CheckConstraint;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.Deferral;
import org.aludel.schema.EnumType;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.MatchType;
import org.aludel.schema.MetaData;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** Makes entities of the tables that can be mapped, each with what its class says of the table. */
final class EntityFinder {
  private static final Set<String> COUNTING = Set.of("smallint", "integer", "bigint");

  private final MetaData live;
  private final ClassNames names;
  private final Map<QualifiedName, Table> mapped = new TreeMap<>();
  private final Map<String, EnumType> enumsByTypeName;
  private final Map<QualifiedName, String> enumClasses = new TreeMap<>();

  EntityFinder(MetaData live, ClassNames names) {
    this.live = live;
    this.names = names;
    live.tables().stream()
        .filter(each -> Mappable.obstacle(each, live).isEmpty())
        .forEach(each -> mapped.put(each.name(), each));
    this.enumsByTypeName = Mappable.enums(live);
  }

  /**
   * @param inverse whether they have collections of those that refer to them
   */
  List<Entity> entities(boolean inverse) {
    mapped.keySet().forEach(names::table);
    List<Entity> entities = mapped.values().stream().map(this::entity).toList();
    InverseFinder inverses = new InverseFinder(entities);
    return inverse ? entities.stream().map(inverses::completed).toList() : entities;
  }

  /** The classes of those enum types that attributes have, by the names of the types. */
  Map<QualifiedName, String> enumClasses() {
    return enumClasses;
  }

  private Entity entity(Table table) {
    Set<String> taken = new HashSet<>();
    List<Attribute> attributes = new ArrayList<>();
    for (Column column : table.columns()) {
      attributes.add(attribute(table, column, taken));
    }
    return new Entity(names.table(table.name()), said(table, attributes), attributes, List.of());
  }

  private Attribute attribute(Table table, Column column, Set<String> taken) {
    ForeignKey reference = reference(table, column).orElse(null);
    Column bare =
        column.withCollation(null).withOptions(Column.Options.DEFAULT).withType(column.type());
    if (reference != null) {
      JavaType target = new JavaType(null, names.table(reference.target()), null, null);
      return new Attribute(
          free(JavaName.ofAttribute(withoutId(column.name())), column, taken),
          bare.withServerDefault(null),
          target,
          new Attribute.Facts(false, false, null, reference, null));
    }
    boolean id = isKey(table, column);
    Sequence sequence = id ? sequence(table, column) : null;
    boolean serverMade = !id && column.identity() != null;
    EnumType enumType = enumType(table, column, id);
    JavaType type = enumType == null ? JavaType.of(column.type()) : typeOf(enumType, column);
    Column said = serverMade ? bare.withIdentity(null) : bare;
    if (sequence != null) {
      said = said.withServerDefault(null);
    }
    return new Attribute(
        free(JavaName.ofAttribute(column.name()), column, taken),
        said,
        type,
        new Attribute.Facts(
            id, serverMade, sequence, null, type.converter() == null ? enumType : null));
  }

  private JavaType typeOf(EnumType type, Column column) {
    String name = enumClasses.computeIfAbsent(type.name(), names::enumType);
    return EnumSource.plain(type)
        ? new JavaType(null, name, null, null)
        : new JavaType(null, name, null, column.type().name(), EnumSource.converter(name));
  }

  private static String withoutId(String column) {
    return column.endsWith("_id") && column.length() > 3
        ? column.substring(0, column.length() - 3)
        : column;
  }

  /** The name itself, else that of the column, else with a number behind it. */
  private static String free(String wanted, Column column, Set<String> taken) {
    String name = wanted;
    if (clashes(name, taken)) {
      name = JavaName.ofAttribute(column.name());
    }
    for (int number = 2; clashes(name, taken); number++) {
      name = wanted + number;
    }
    taken.add(JavaName.capital(name));
    return name;
  }

  /** Accessors differ in the first letter's case alone, so names may not. */
  private static boolean clashes(String name, Set<String> taken) {
    return taken.contains(JavaName.capital(name));
  }

  private static boolean isKey(Table table, Column column) {
    return table.primaryKey().filter(key -> key.columns().contains(column.name())).isPresent();
  }

  /** A key is not converted, so one with labels that are no names stays a text. */
  private @Nullable EnumType enumType(Table table, Column column, boolean id) {
    EnumType type = enumsByTypeName.get(column.type().name());
    if (type == null || (id && !EnumSource.plain(type))) {
      return null;
    }
    return type.name().schema() != null || table.name().schema() == null ? type : null;
  }

  /** The sequence that the default of a key takes its numbers from, if a generator can say it. */
  private @Nullable Sequence sequence(Table table, Column key) {
    String value = key.serverDefault();
    if (value == null || !value.startsWith("nextval(") || !COUNTING.contains(key.type().name())) {
      return null;
    }
    Sequence.Owner owner = new Sequence.Owner(table.name(), key.name());
    return live.sequences().stream()
        .filter(each -> owner.equals(each.owner()))
        .filter(each -> each.options().increment() > 0)
        .filter(each -> Math.max(each.options().start(), each.options().increment()) < 1 << 30)
        .filter(each -> each.options().start() > 0)
        .findFirst()
        .map(EntityFinder::asGenerated)
        .orElse(null);
  }

  private static Sequence asGenerated(Sequence found) {
    SequenceOptions options = found.options();
    return new Sequence(
        found.name(),
        "bigint",
        new SequenceOptions(options.start(), options.increment(), null, null, 1, false),
        null,
        null);
  }

  /** The foreign key that an attribute of the target's class says wholly. */
  private Optional<ForeignKey> reference(Table table, Column column) {
    if (isKey(table, column) || column.identity() != null || column.computed() != null) {
      return Optional.empty();
    }
    return table.foreignKeys().stream()
        .filter(key -> key.columns().equals(List.of(column.name())))
        .filter(key -> key.onDeleteColumns().isEmpty() && key.match() == MatchType.SIMPLE)
        .filter(key -> key.validated() && key.comment() == null)
        .filter(key -> refersToId(key, column))
        .findFirst();
  }

  private boolean refersToId(ForeignKey key, Column column) {
    Table target = mapped.get(key.target());
    if (target == null || !isKey(target, target.column(key.targetColumns().get(0)).orElseThrow())) {
      return false;
    }
    return target
        .column(key.targetColumns().get(0))
        .filter(id -> id.type().name().equals(column.type().name()))
        .isPresent();
  }

  private static Table said(Table table, List<Attribute> attributes) {
    List<ForeignKey> references = new ArrayList<>();
    for (Attribute attribute : attributes) {
      ForeignKey reference = attribute.facts().reference();
      if (reference != null) {
        references.add(reference);
      }
    }
    List<Constraint> constraints =
        table.constraints().stream().filter(each -> says(each, references)).toList();
    List<Index> indexes = table.indexes().stream().filter(EntityFinder::says).toList();
    return new Table(
            table.name(),
            attributes.stream().map(Attribute::column).toList(),
            constraints,
            indexes,
            table.comment())
        .withOptions(keptOptions(table));
  }

  private static boolean says(Constraint constraint, List<ForeignKey> references) {
    if (constraint instanceof UniqueConstraint unique) {
      return unique.include().isEmpty()
          && !unique.nullsNotDistinct()
          && unique.deferral() == Deferral.NOT_DEFERRABLE
          && unique.comment() == null;
    }
    if (constraint instanceof CheckConstraint check) {
      return !check.noInherit() && check.validated() && check.comment() == null;
    }
    return constraint instanceof PrimaryKey
        || (constraint instanceof ForeignKey key && references.contains(key));
  }

  private static boolean says(Index index) {
    return index.valid() && !index.attached() && index.statisticsTargets().isEmpty();
  }

  /** The key's index has another name in a model of classes, so these are the database's own. */
  private static Table.Options keptOptions(Table table) {
    String key = table.primaryKey().map(each -> each.name().text()).orElse("");
    boolean named =
        key.equals(table.options().clusterIndex())
            || String.valueOf(table.options().replicaIdentity()).contains(key);
    return named ? table.options() : Table.Options.DEFAULT;
  }
}
