package org.aludel.orm.unitofwork;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Generation;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.Column;
import org.aludel.schema.Index;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;

/**
 * The columns that a session writes for one class, numbered: first the basic attributes, then the
 * columns of references. Sets of columns are bit sets of these numbers. Immutable and thread-safe.
 */
final class TableLayout<E> {
  private final EntityModel<E> model;
  private final List<ColumnSource> sources = new ArrayList<>();
  private final List<TablePart<E>> parts = new ArrayList<>();
  private final List<UniqueKey> uniqueKeys = new ArrayList<>();
  private final BitSet uniqueColumns = new BitSet();
  private final BitSet insertable = new BitSet();
  private final BitSet serverMade = new BitSet();

  /** What most INSERTs write: nothing of what the server makes. Never changed. */
  private final BitSet withoutServerMade;

  private final BitSet computed = new BitSet();
  private final BitSet versions = new BitSet();
  private final List<BasicProperty> moments = new ArrayList<>();

  /**
   * Columns that no two rows of a table may share.
   *
   * @param name the same for the same columns in the layouts of other classes
   * @param numbers of the columns here
   */
  record UniqueKey(List<String> name, List<Integer> numbers) {}

  TableLayout(EntityModel<E> model) {
    this.model = model;
    for (BasicProperty basic : model.mapper().basics()) {
      add(new ColumnSource.Basic(basic));
      note(basic);
    }
    for (Relationship reference : model.foreignKeys()) {
      for (int index = 0; index < reference.localColumns().size(); index++) {
        int idIndex = EntityModel.idIndex(reference, index);
        add(new ColumnSource.Reference(reference, index, idIndex));
      }
    }
    Discriminator discriminator = model.mapper().discriminator();
    Object value = model.mapper().discriminatorValue();
    if (discriminator != null && value != null) {
      add(new ColumnSource.Constant(discriminator.column(), value));
    }
    addParts();
    addUniqueKeys();
    withoutServerMade = (BitSet) insertable.clone();
    withoutServerMade.andNot(serverMade);
  }

  private void addParts() {
    List<Table> tables = model.mapper().tables();
    if (tables.size() == 1) {
      parts.add(new TablePart<>(this, tables.get(0).name(), idColumns(), null, true));
      return;
    }
    List<Mapper<?>> lineage = model.mapper().lineage();
    List<BitSet> numbers = new ArrayList<>();
    lineage.forEach(each -> numbers.add(new BitSet()));
    for (int number = 0; number < sources.size(); number++) {
      numbers.get(level(lineage, sources.get(number))).set(number);
    }
    parts.add(new TablePart<>(this, tables.get(0).name(), idColumns(), numbers.get(0), true));
    for (int level = 1; level < lineage.size(); level++) {
      List<Column> key = lineage.get(level).keyColumns();
      for (int index = 0; index < key.size(); index++) {
        numbers.get(level).set(sources.size());
        add(new ColumnSource.Key(model.ids().get(index), key.get(index)));
      }
      QualifiedName table = lineage.get(level).table().name();
      parts.add(new TablePart<>(this, table, key, numbers.get(level), false));
    }
  }

  private List<Column> idColumns() {
    return model.ids().stream().map(BasicProperty::column).toList();
  }

  /** Which class of a lineage adds a column. */
  private static int level(List<Mapper<?>> lineage, ColumnSource source) {
    for (int level = 0; level < lineage.size(); level++) {
      boolean here =
          source instanceof ColumnSource.Reference reference
              ? reference.relationship().declaredBy() == lineage.get(level).type()
              : source instanceof ColumnSource.Constant
                  || source.slot() < lineage.get(level).basics().size();
      if (here) {
        return level;
      }
    }
    throw new IllegalStateException("no class declares " + source);
  }

  /** Its tables, that of the root first. */
  List<TablePart<E>> parts() {
    return parts;
  }

  EntityModel<E> model() {
    return model;
  }

  ColumnSource source(int number) {
    return sources.get(number);
  }

  /** The sources of a set, in the order of their numbers. */
  List<ColumnSource> sources(BitSet columns) {
    return columns.stream().mapToObj(sources::get).toList();
  }

  /** As {@link #sources(BitSet)} for numbers in any order. */
  List<ColumnSource> sources(List<Integer> numbers) {
    return numbers.stream().map(sources::get).toList();
  }

  /** The column sets that no two rows may share; the primary key among them. */
  List<UniqueKey> uniqueKeys() {
    return uniqueKeys;
  }

  /** The columns of all {@link #uniqueKeys()}. */
  BitSet uniqueColumns() {
    return uniqueColumns;
  }

  /** The numbers of the columns that an attribute is stored in and that pass for UPDATE. */
  BitSet updatable(BitSet slots) {
    BitSet columns = new BitSet();
    for (int number = 0; number < sources.size(); number++) {
      ColumnSource source = sources.get(number);
      if (slots.get(source.slot()) && source.updatable()) {
        columns.set(number);
      }
    }
    columns.andNot(computed);
    return columns;
  }

  /** The numbers of a reference's columns. */
  BitSet columnsOf(Relationship reference) {
    BitSet columns = new BitSet();
    for (int number = 0; number < sources.size(); number++) {
      if (sources.get(number).slot() == reference.slot()) {
        columns.set(number);
      }
    }
    return columns;
  }

  /**
   * What an INSERT of this object writes: all but what the server is to make. A set that others
   * share, and that nobody changes.
   */
  BitSet insertColumns(E entity) {
    BitSet given = null;
    for (int number = serverMade.nextSetBit(0);
        number >= 0;
        number = serverMade.nextSetBit(number + 1)) {
      if (insertable.get(number) && !leftToServer(entity, number)) {
        given = given == null ? (BitSet) withoutServerMade.clone() : given;
        given.set(number);
      }
    }
    return given == null ? withoutServerMade : given;
  }

  /** The basic attributes that an INSERT of these columns must read back. */
  BitSet returnedByInsert(BitSet columns) {
    BitSet returned = (BitSet) serverMade.clone();
    returned.andNot(columns);
    returned.or(computed);
    return returned;
  }

  /** The basic attributes that an UPDATE must read back. */
  BitSet returnedByUpdate() {
    return computed;
  }

  /** The column of the version, as a set of one or none. */
  BitSet versions() {
    return versions;
  }

  /** The attributes that the session puts the moment of a flush into. */
  List<BasicProperty> moments() {
    return moments;
  }

  private boolean leftToServer(E entity, int number) {
    BasicProperty property = ((ColumnSource.Basic) sources.get(number)).property();
    Object value = model.access().get(entity, property.slot());
    if (property.generation() == Generation.IDENTITY && property.javaType().isPrimitive()) {
      return value instanceof Number id && id.longValue() == 0;
    }
    return value == null;
  }

  private void note(BasicProperty basic) {
    if (basic.generation() == Generation.COMPUTED) {
      computed.set(basic.slot());
      insertable.clear(basic.slot());
    } else if (basic.generation().byServer()) {
      serverMade.set(basic.slot());
    }
    if (basic.equals(model.mapper().version())) {
      versions.set(basic.slot());
    }
    if (basic.generation() == Generation.CREATED || basic.generation() == Generation.UPDATED) {
      moments.add(basic);
    }
  }

  private void add(ColumnSource source) {
    if (source.insertable()) {
      insertable.set(sources.size());
    }
    sources.add(source);
  }

  private void addUniqueKeys() {
    for (int part = 0; part < parts.size(); part++) {
      Table table = model.mapper().tables().get(part);
      TablePart<E> here = parts.get(part);
      Set<List<String>> keys = new LinkedHashSet<>();
      table.constraints(PrimaryKey.class).forEach(key -> keys.add(key.columns()));
      table.constraints(UniqueConstraint.class).forEach(key -> keys.add(key.columns()));
      for (Index index : table.indexes()) {
        if (index.unique()) {
          keys.add(columnsOf(index));
        }
      }
      keys.forEach(key -> addUniqueKey(here, key));
    }
  }

  private void addUniqueKey(TablePart<E> part, List<String> key) {
    List<Integer> numbers = key.stream().map(column -> numberOf(part, column)).toList();
    if (!numbers.isEmpty() && !numbers.contains(-1)) {
      List<String> name = new ArrayList<>(key);
      name.add(0, part.table().toString());
      uniqueKeys.add(new UniqueKey(name, numbers));
      numbers.forEach(uniqueColumns::set);
    }
  }

  /** An element that is an expression is no column: its index is not known to collide. */
  private static List<String> columnsOf(Index index) {
    return index.elements().stream()
        .map(element -> element.column() == null ? "" : element.column())
        .toList();
  }

  private int numberOf(TablePart<E> part, String column) {
    int found = -1;
    BitSet all = new BitSet();
    all.set(0, sources.size());
    for (int number : part.only(all).stream().toArray()) {
      if (sources.get(number).column().name().equals(column) && found < 0) {
        found = number;
      }
    }
    return found;
  }
}
