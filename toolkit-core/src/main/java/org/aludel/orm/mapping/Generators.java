package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.FieldModel;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.SequenceOptions;

/** The sequence generators of all classes, by name, and the sequences that ids use. */
final class Generators {
  /** As {@code @SequenceGenerator} has it when it is not said. Source: Jakarta Persistence 3.2. */
  private static final int DEFAULT_ALLOCATION = 50;

  private final Faults faults;
  private final Map<String, Sequence> byName = new LinkedHashMap<>();
  private final Map<QualifiedName, Sequence> used = new LinkedHashMap<>();

  Generators(Faults faults) {
    this.faults = faults;
  }

  /** Collects what a class, its package and its attributes declare. */
  void collect(ClassModel model) {
    declared(model.packageAnnotations())
        .forEach(one -> add("package " + model.type().getPackageName(), "", one));
    String place = Faults.place(model.type(), null);
    declared(model.annotations()).forEach(one -> add(place, model.type().getSimpleName(), one));
    for (FieldModel field : model.fields()) {
      declared(field.annotations())
          .forEach(
              one ->
                  add(Faults.place(model.type(), field.name()), model.type().getSimpleName(), one));
    }
  }

  private static List<AnnotationValues> declared(Annotations annotations) {
    List<AnnotationValues> all = new ArrayList<>(annotations.findAll(Words.SEQUENCE_GENERATOR));
    annotations
        .findAll(Words.SEQUENCE_GENERATORS)
        .forEach(one -> all.addAll(one.nestedList("value")));
    return all;
  }

  private void add(String place, String byDefault, AnnotationValues generator) {
    String name = generator.text("name", "").isEmpty() ? byDefault : generator.text("name", "");
    int step = generator.number("allocationSize", DEFAULT_ALLOCATION);
    if (step < 1) {
      faults.add(
          place,
          Faults.invalid(place).found("allocationSize = " + step).expected("a number from 1"));
      return;
    }
    String sequence = generator.textOrNull("sequenceName");
    String schema = generator.textOrNull("schema");
    QualifiedName qualified =
        new QualifiedName(
            schema == null ? null : Delimited.exact(schema),
            sequence == null ? name : Delimited.exact(sequence));
    Sequence declared = sequence(qualified, generator.number("initialValue", 1), step);
    Sequence before = byName.putIfAbsent(name, declared);
    if (before != null && !before.equals(declared)) {
      faults.add(
          place,
          Faults.invalid(place)
              .found("a second generator named \"" + name + "\", unlike the first")
              .expected("one generator of that name"));
    }
  }

  private static Sequence sequence(QualifiedName name, int start, int step) {
    return new Sequence(
        name, "bigint", new SequenceOptions(start, step, null, null, 1, false), null, null);
  }

  /** The generator of that name, if any class declares it; notes that its sequence is used. */
  Optional<IdSequence> named(String name) {
    return Optional.ofNullable(byName.get(name)).map(this::use);
  }

  /** The sequence of an entity that names no generator: {@code <table>_seq} by 50. */
  IdSequence ofTable(QualifiedName table) {
    return use(sequence(nameFor(table), 1, DEFAULT_ALLOCATION));
  }

  /** The name of the sequence of a table whose entity names none. */
  static QualifiedName nameFor(QualifiedName table) {
    return new QualifiedName(table.schema(), table.name() + "_seq");
  }

  private IdSequence use(Sequence sequence) {
    used.putIfAbsent(sequence.name(), sequence);
    return new IdSequence(sequence.name(), (int) sequence.options().increment());
  }

  /** The names of all generators, for messages. */
  List<String> names() {
    return List.copyOf(byName.keySet());
  }

  /** The sequences that ids use, sorted by name. */
  List<Sequence> sequences() {
    return used.values().stream().sorted(java.util.Comparator.comparing(Sequence::name)).toList();
  }
}
