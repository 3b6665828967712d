package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aludel.instrument.EntityReader;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.type.ValueCodec;

/**
 * Where keys stand in the rows of a class. Immutable; one a class and factory.
 *
 * @param id the columns of the id
 * @param references those of each many-to-one, in slot order
 * @param targets the class behind each of them
 */
record RowLayout(
    EntityReader.Key id, List<EntityReader.Key> references, List<EntityModel<?>> targets) {

  /** Where the keys of a class stand in the rows of one above it. */
  static RowLayout within(EntityModels models, EntityModel<?> model, EntityView view) {
    Map<Relationship, Integer> offsets = new HashMap<>();
    view.levels().forEach(level -> offsets.putAll(level.references()));
    List<EntityReader.Key> references = new ArrayList<>();
    List<EntityModel<?>> targets = new ArrayList<>();
    for (Relationship reference : model.references()) {
      EntityModel<?> target = models.of(reference.target());
      references.add(key(reference, target, Objects.requireNonNull(offsets.get(reference))));
      targets.add(target);
    }
    List<Integer> ids = model.ids().stream().map(BasicProperty::slot).toList();
    return new RowLayout(
        new EntityReader.Key(ids, codecs(model)), List.copyOf(references), List.copyOf(targets));
  }

  static RowLayout of(EntityModels models, EntityModel<?> model) {
    List<EntityReader.Key> references = new ArrayList<>();
    List<EntityModel<?>> targets = new ArrayList<>();
    int offset = model.mapper().basics().size();
    for (Relationship reference : model.references()) {
      EntityModel<?> target = models.of(reference.target());
      references.add(key(reference, target, offset));
      targets.add(target);
      offset += reference.localColumns().size();
    }
    List<Integer> offsets = model.ids().stream().map(BasicProperty::slot).toList();
    return new RowLayout(
        new EntityReader.Key(offsets, codecs(model)),
        List.copyOf(references),
        List.copyOf(targets));
  }

  /** A reference's key, whose columns begin so far behind the first. */
  static EntityReader.Key key(Relationship reference, EntityModel<?> target, int offset) {
    Integer[] offsets = new Integer[target.ids().size()];
    for (int column = 0; column < reference.localColumns().size(); column++) {
      offsets[EntityModel.idIndex(reference, column)] = offset + column;
    }
    return new EntityReader.Key(List.of(offsets), codecs(target));
  }

  private static List<ValueCodec<?>> codecs(EntityModel<?> model) {
    return model.ids().stream().<ValueCodec<?>>map(id -> model.type(id).codec()).toList();
  }
}
