package org.aludel.processor;

import java.util.List;

/**
 * What the elements of a collection consist of, each an object of an embeddable class.
 *
 * @param element the element itself, which stands for what the members are embedded in
 * @param parts the attributes in columns
 * @param embeddeds the element and what is embedded in it, those around others first
 */
record ElementModel(
    EmbeddedModel element, List<AttributeModel> parts, List<EmbeddedModel> embeddeds) {
  ElementModel {
    parts = List.copyOf(parts);
    embeddeds = List.copyOf(embeddeds);
  }

  /** The name of an attribute from the element on. */
  String path(AttributeModel part) {
    return part.path().substring(element.path().length() + 1);
  }

  /** Whether an element stays what it is as long as its columns do. */
  boolean immutable() {
    return embeddeds.stream().allMatch(EmbeddedModel::record);
  }

  /** The entity that writers of embedded attributes are to see. */
  EntityModel within(EntityModel entity) {
    return new EntityModel(
        entity.type(),
        entity.packageName(),
        parts,
        embeddeds,
        false,
        0,
        null,
        null,
        entity.schema(),
        entity.table());
  }
}
