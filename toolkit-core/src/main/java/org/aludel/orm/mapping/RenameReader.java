package org.aludel.orm.mapping;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.aludel.instrument.AnnotationValues;
import org.aludel.instrument.Annotations;
import org.aludel.instrument.EnumModel;
import org.aludel.instrument.FieldModel;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Rename;
import org.jspecify.annotations.Nullable;

/** Reads what {@code @RenamedFrom} says of managed classes, and what follows from it. */
final class RenameReader {
  private final Map<Class<?>, Mapper<?>> mappers;

  RenameReader(Map<Class<?>, Mapper<?>> mappers) {
    this.mappers = mappers;
  }

  /** Each rename once, in the order of the drafts; a table before what belongs to it. */
  List<Rename> read(Collection<EntityDraft> drafts) {
    Set<Rename> renames = new LinkedHashSet<>();
    for (EntityDraft draft : drafts) {
      if (!mapper(draft).managed()) {
        continue;
      }
      String from = from(draft.model().annotations());
      boolean owner = draft.root() == draft || !TableDraft.isShared(draft);
      if (from != null && owner) {
        renames.add(Rename.ofTable(draft.table(), from));
        addSequence(draft, from, renames);
      }
      for (EntityDraft.Draft attribute : draft.ownAttributes()) {
        String before = from(attribute.field().annotations());
        if (before != null) {
          renames.add(Rename.ofColumn(draft.table(), column(draft, attribute), before));
        }
      }
      draft.ownBasics().forEach(each -> addEnum(draft, each.field(), renames));
    }
    return List.copyOf(renames);
  }

  private static @Nullable String from(Annotations annotations) {
    return annotations.find(Words.RENAMED_FROM).map(said -> said.textOrNull("value")).orElse(null);
  }

  /** A sequence named after its table goes along, or ids would start again at 1. */
  private static void addSequence(EntityDraft draft, String from, Set<Rename> renames) {
    QualifiedName sequence = Generators.nameFor(draft.table());
    boolean used =
        draft.ids().stream()
            .map(id -> id.writes().sequence())
            .anyMatch(one -> one != null && one.name().equals(sequence));
    if (used) {
      QualifiedName before = new QualifiedName(sequence.schema(), from);
      renames.add(Rename.ofSequence(sequence, Generators.nameFor(before).name()));
    }
  }

  /** An enum type says of itself and of its labels what they were. */
  private static void addEnum(EntityDraft draft, FieldModel field, Set<Rename> renames) {
    Optional<AnnotationValues> said = field.annotations().find(Words.PG_ENUM);
    if (said.isEmpty()) {
      return;
    }
    QualifiedName name = EnumColumns.name(said.get(), field.type(), draft.table());
    EnumModel model = EnumModel.of(field.type());
    String before = from(model.annotations());
    if (before != null) {
      renames.add(Rename.ofEnum(name, before));
    }
    for (EnumModel.Constant constant : model.constants()) {
      String label = from(constant.annotations());
      if (label != null) {
        renames.add(Rename.ofEnumValue(name, constant.name(), label));
      }
    }
  }

  private String column(EntityDraft draft, EntityDraft.Draft attribute) {
    if (attribute instanceof EntityDraft.Basic basic) {
      return basic.column().name();
    }
    Relationship reference =
        mapper(draft).references().stream()
            .filter(one -> one.name().equals(attribute.field().name()))
            .findFirst()
            .orElseThrow();
    return reference.localColumns().get(0).name();
  }

  private Mapper<?> mapper(EntityDraft draft) {
    return Objects.requireNonNull(mappers.get(draft.type()));
  }
}
