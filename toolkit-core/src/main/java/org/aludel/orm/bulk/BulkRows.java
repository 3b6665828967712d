package org.aludel.orm.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aludel.error.Problem;
import org.aludel.error.SessionCode;
import org.aludel.error.UsageException;
import org.aludel.instrument.EntityAccess;
import org.aludel.instrument.RecordValues;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Generation;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.jspecify.annotations.Nullable;

/**
 * What the application gives as rows: entities, records whose components, or maps whose keys, are
 * attributes. Rows that name the same attributes go together.
 */
final class BulkRows {
  private final EntityModel<?> model;
  private final Map<Class<?>, RecordValues> records = new HashMap<>();
  private final Map<List<String>, Group> groups = new LinkedHashMap<>();

  /**
   * Rows that name the same attributes.
   *
   * @param numbers of the rows among all, from 0
   */
  record Group(List<String> attributes, List<Integer> numbers, List<@Nullable Object[]> values) {
    int size() {
      return numbers.size();
    }

    Group part(int from, int to) {
      return new Group(attributes, numbers.subList(from, to), values.subList(from, to));
    }
  }

  /** One row. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(List<String> attributes, @Nullable Object[] values) {
    /** Whether it has a value of that attribute. */
    boolean names(String attribute) {
      int position = attributes.indexOf(attribute);
      return position >= 0 && values[position] != null;
    }

    /**
     * The row with a value of one more attribute, or of one that it names without a value.
     *
     * @param names with that attribute, by those without it
     */
    Row with(String attribute, Object value, Map<List<String>, List<String>> names) {
      int position = attributes.indexOf(attribute);
      @Nullable Object[] all =
          Arrays.copyOf(values, position < 0 ? values.length + 1 : values.length);
      all[position < 0 ? values.length : position] = value;
      return new Row(
          position < 0
              ? names.computeIfAbsent(attributes, few -> plus(few, attribute))
              : attributes,
          all);
    }

    private static List<String> plus(List<String> attributes, String attribute) {
      List<String> all = new ArrayList<>(attributes);
      all.add(attribute);
      return List.copyOf(all);
    }
  }

  BulkRows(EntityModel<?> model) {
    this.model = model;
  }

  List<Group> groups(List<?> rows) {
    return grouped(rows.stream().map(this::row).toList());
  }

  /** As {@link #groups(List)}, of rows that get the ids of a sequence. */
  List<Group> groups(List<?> rows, SequenceIds ids) {
    return grouped(ids.given(rows.stream().map(this::row).toList()));
  }

  private List<Group> grouped(List<Row> rows) {
    for (int number = 0; number < rows.size(); number++) {
      add(rows.get(number), number);
    }
    return List.copyOf(groups.values());
  }

  /** The attributes that a row names, and their values. */
  Row row(@Nullable Object row) {
    if (row == null) {
      throw new UsageException(
          Problem.of(
                  SessionCode.NULL,
                  "cannot write rows of \"" + model.mapper().type().getName() + "\"")
              .found("null in place of a row")
              .expected("objects of the class, records, or maps by the names of attributes"));
    } else if (row instanceof Record) {
      RecordValues known = records.computeIfAbsent(row.getClass(), RecordValues::of);
      return new Row(known.names(), known.values(row));
    } else if (row instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> sorted = new TreeMap<>();
      map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
      return new Row(List.copyOf(sorted.keySet()), sorted.values().toArray());
    } else if (isEntity(row)) {
      return entity(model, row);
    } else {
      throw new UsageException(
          Problem.of(
                  SessionCode.UNSUPPORTED,
                  "cannot write rows of \"" + model.mapper().type().getName() + "\"")
              .found("an object of class " + row.getClass().getName())
              .expected("objects of the class, records, or maps by the names of attributes"));
    }
  }

  /** Whether it is an object of the class; one of a subclass has another discriminator. */
  private boolean isEntity(Object row) {
    Class<?> type = model.mapper().type();
    return model.mapper().inheritance() == null ? type.isInstance(row) : row.getClass() == type;
  }

  private static boolean isWritten(BasicProperty basic, BitSet unread) {
    return basic.insertable()
        && basic.generation() != Generation.COMPUTED
        && !unread.get(basic.slot());
  }

  private static <E> Row entity(EntityModel<E> of, Object row) {
    E entity = of.mapper().type().cast(row);
    List<String> names = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    BitSet unread = EntityAccess.unloadedSlots(entity);
    for (BasicProperty basic : of.mapper().basics()) {
      Object value = of.access().get(entity, basic.slot());
      boolean made = basic.generation() != Generation.NONE;
      boolean unset = value == null || (value instanceof Number id && id.longValue() == 0);
      if (isWritten(basic, unread) && !(made && unset)) {
        names.add(basic.name());
        values.add(value);
      }
    }
    for (Relationship reference : of.references()) {
      if (reference.insertable() && !unread.get(reference.slot())) {
        names.add(reference.name());
        values.add(of.access().get(entity, reference.slot()));
      }
    }
    return new Row(names, values.toArray());
  }

  private void add(Row row, int number) {
    Group group =
        groups.computeIfAbsent(
            row.attributes(), key -> new Group(key, new ArrayList<>(), new ArrayList<>()));
    group.numbers().add(number);
    group.values().add(row.values());
  }
}
