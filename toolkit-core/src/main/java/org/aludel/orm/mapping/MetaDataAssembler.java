package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.FieldModel;
import org.aludel.schema.EnumType;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;

/** Collects the schema of all managed classes. */
final class MetaDataAssembler {
  private final Faults faults;
  private final Collection<EntityDraft> drafts;

  MetaDataAssembler(Faults faults, Collection<EntityDraft> drafts) {
    this.faults = faults;
    this.drafts = drafts;
  }

  /** Tables sorted by name; sequences, enums and schemas that they use. */
  MetaData assemble(
      Collection<Mapper<?>> mappers, List<Table> associations, List<Sequence> sequences) {
    Map<QualifiedName, Mapper<?>> byTable = new TreeMap<>();
    for (Mapper<?> mapper : mappers) {
      Mapper<?> other = byTable.putIfAbsent(mapper.table().name(), mapper);
      if (other != null && other.root() != mapper.root()) {
        refuseSharedTable(mapper, other);
      }
    }
    List<Table> tables =
        Stream.concat(
                byTable.values().stream().filter(Mapper::managed).map(Mapper::table),
                associations.stream())
            .sorted(Comparator.comparing(Table::name))
            .toList();
    List<EnumType> enums = enums();
    return MetaData.ofTables(tables)
        .withSequences(sequences)
        .withEnums(enums)
        .withNamespaces(namespaces(tables, sequences, enums));
  }

  private void refuseSharedTable(Mapper<?> mapper, Mapper<?> other) {
    String place = Faults.place(mapper.type(), null);
    faults.add(
        place,
        MappingRules.fault(
            "table-twice", place, mapper.table().name(), Faults.place(other.type(), null)));
  }

  private List<EnumType> enums() {
    Map<QualifiedName, EnumType> enums = new TreeMap<>();
    for (EntityDraft draft : drafts) {
      if (!draft.isManaged()) {
        continue;
      }
      for (EntityDraft.Basic basic : draft.ownBasics()) {
        basic
            .field()
            .annotations()
            .find(Words.PG_ENUM)
            .ifPresent(said -> add(enums, draft, basic, said));
      }
    }
    return List.copyOf(enums.values());
  }

  private void add(
      Map<QualifiedName, EnumType> enums,
      EntityDraft draft,
      EntityDraft.Basic basic,
      AnnotationValues said) {
    FieldModel field = basic.field();
    QualifiedName name = EnumColumns.name(said, field.type(), draft.table());
    EnumType type = new EnumType(name, labels(field.type()), null);
    EnumType other = enums.putIfAbsent(name, type);
    if (other != null && !other.labels().equals(type.labels())) {
      faults.add(
          basic.place(),
          Faults.invalid(basic.place())
              .found(
                  "the enum type \""
                      + name
                      + "\" with other labels: "
                      + String.join(", ", other.labels()))
              .expected("one list of labels for each type: " + String.join(", ", type.labels()))
              .fix("give one of them another name: @PgEnum(name = \"...\")"));
    }
  }

  private static List<String> labels(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .toList();
  }

  private static List<Namespace> namespaces(
      List<Table> tables, List<Sequence> sequences, List<EnumType> enums) {
    List<QualifiedName> names = new ArrayList<>();
    tables.forEach(table -> names.add(table.name()));
    sequences.forEach(sequence -> names.add(sequence.name()));
    enums.forEach(type -> names.add(type.name()));
    TreeSet<String> schemas = new TreeSet<>();
    names.stream().map(QualifiedName::schema).filter(Objects::nonNull).forEach(schemas::add);
    return schemas.stream().map(schema -> new Namespace(schema, null)).toList();
  }
}
