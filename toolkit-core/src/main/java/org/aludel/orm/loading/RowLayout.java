package org.aludel.orm.loading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.aludel.instrument.EntityReader;
import org.aludel.instrument.RecordReader;
import org.aludel.instrument.SlotsReader;
import org.aludel.orm.deferred.ColumnChoice;
import org.aludel.orm.hierarchy.EntityView;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.orm.state.EntityModels;
import org.aludel.type.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * Where keys stand in the rows of a class. Immutable; one a class and factory.
 *
 * @param id the columns of the id
 * @param references those of each many-to-one that the rows have, in slot order
 * @param behind each of them and the class that it leads to
 * @param unread what the rows do not have; null for nothing
 */
record RowLayout(
    EntityReader.Key id,
    List<EntityReader.Key> references,
    List<Behind> behind,
    @Nullable Unread unread) {

  /** A reference whose key the rows have. */
  record Behind(Relationship reference, EntityModel<?> target) {}

  /**
   * What the rows of a class do not have.
   *
   * @param slots by the class of the object
   * @param raising those whose use is an error
   * @param places where the others are
   */
  record Unread(BitSet slots, BitSet raising, List<SlotsReader.Place> places) {
    private static Unread of(
        EntityModel<?> model, EntityView view, ColumnChoice choice, List<Behind> read) {
      BitSet slots = new BitSet();
      BitSet raising = new BitSet();
      List<SlotsReader.Place> places = new ArrayList<>();
      int[] positions = view.positions(model.mapper());
      for (BasicProperty basic : model.mapper().basics()) {
        int slot = basic.slot();
        boolean longId = model.access().hasLongId() && model.ids().contains(basic);
        if (choice.left().get(positions[slot])) {
          // What only a statement fills is in no table, so that nothing could read it later.
          slots.set(slot, !basic.isQueryExpression());
          raising.set(slot, choice.raising().get(positions[slot]));
        } else if (!longId) {
          ValueCodec<?> part = basic.name().contains(".") ? model.type(basic).codec() : null;
          places.add(new SlotsReader.Place(slot, choice.shifted(positions[slot]), part));
        }
      }
      model.references().forEach(reference -> slots.set(reference.slot()));
      read.forEach(one -> slots.clear(one.reference().slot()));
      return new Unread(slots, raising, List.copyOf(places));
    }
  }

  /** Where the components of a record are, of which no column is left out. */
  List<RecordReader.Part> parts(EntityModel<?> model) {
    List<RecordReader.Part> parts = new ArrayList<>();
    for (BasicProperty basic : model.mapper().basics()) {
      int slot = basic.slot();
      int offset = unread == null ? slot : unread.places().get(slot).offset();
      parts.add(new RecordReader.Part(offset, model.type(basic).codec()));
    }
    return parts;
  }

  /** As {@link #within(EntityModels, EntityModel, EntityView)} for some of the columns. */
  static RowLayout within(
      EntityModels models, EntityModel<?> model, EntityView view, ColumnChoice choice) {
    return within(models, model, view).chosen(model, view, choice);
  }

  /** As {@link #of(EntityModels, EntityModel)} for some of the columns. */
  static RowLayout of(EntityModels models, EntityModel<?> model, ColumnChoice choice) {
    return of(models, model).chosen(model, model.view(), choice);
  }

  private RowLayout chosen(EntityModel<?> model, EntityView view, ColumnChoice choice) {
    List<EntityReader.Key> keys = new ArrayList<>();
    List<Behind> read = new ArrayList<>();
    for (int index = 0; index < references.size(); index++) {
      EntityReader.Key key = references.get(index);
      if (key.offsets().stream().noneMatch(offset -> choice.left().get(offset))) {
        keys.add(shifted(key, choice));
        read.add(behind.get(index));
      }
    }
    return new RowLayout(
        shifted(id, choice),
        List.copyOf(keys),
        List.copyOf(read),
        Unread.of(model, view, choice, read));
  }

  private static EntityReader.Key shifted(EntityReader.Key key, ColumnChoice choice) {
    return new EntityReader.Key(key.offsets().stream().map(choice::shifted).toList(), key.codecs());
  }

  /** Where the keys of a class stand in the rows of one above it. */
  static RowLayout within(EntityModels models, EntityModel<?> model, EntityView view) {
    List<EntityReader.Key> references = new ArrayList<>();
    List<Behind> behind = new ArrayList<>();
    for (Relationship reference : model.references()) {
      EntityModel<?> target = models.of(reference.target());
      references.add(key(reference, target, view.position(reference)));
      behind.add(new Behind(reference, target));
    }
    List<Integer> ids = model.ids().stream().map(BasicProperty::slot).toList();
    return new RowLayout(
        new EntityReader.Key(ids, codecs(model)),
        List.copyOf(references),
        List.copyOf(behind),
        null);
  }

  static RowLayout of(EntityModels models, EntityModel<?> model) {
    List<EntityReader.Key> references = new ArrayList<>();
    List<Behind> behind = new ArrayList<>();
    int offset = model.mapper().basics().size();
    for (Relationship reference : model.references()) {
      EntityModel<?> target = models.of(reference.target());
      references.add(key(reference, target, offset));
      behind.add(new Behind(reference, target));
      offset += reference.localColumns().size();
    }
    List<Integer> offsets = model.ids().stream().map(BasicProperty::slot).toList();
    return new RowLayout(
        new EntityReader.Key(offsets, codecs(model)),
        List.copyOf(references),
        List.copyOf(behind),
        null);
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
