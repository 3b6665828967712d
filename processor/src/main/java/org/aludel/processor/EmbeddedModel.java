package org.aludel.processor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An embedded attribute of an entity, as the writers need it.
 *
 * @param number distinct within the entity
 * @param parent the embedded attribute that it is a member of, or null
 * @param path from the entity, as in {@code home.position}
 * @param name of the field
 * @param declaredIn full name of the class that declares the field
 * @param type full name of its class
 * @param record whether the class is a record, which is made whole
 * @param id whether it is the id of the entity, or a part of it
 * @param members the names of its members in the order of declaration
 */
record EmbeddedModel(
    int number,
    @Nullable EmbeddedModel parent,
    String path,
    String name,
    String declaredIn,
    String type,
    boolean record,
    boolean id,
    List<String> members) {
  EmbeddedModel {
    members = List.copyOf(members);
  }

  /** The embedded attribute of the entity itself that this one is a part of, or this one. */
  EmbeddedModel top() {
    return parent == null ? this : parent.top();
  }

  /** Whether an attribute or another embedded one is a part of this one, however deep. */
  boolean contains(@Nullable EmbeddedModel other) {
    return other != null && (other.equals(this) || contains(other.parent()));
  }

  /** The name of its VarHandle. */
  String handle() {
    return "E" + number;
  }

  /** The name of the MethodHandle that makes an instance, and of the method that calls it. */
  String maker() {
    return "N" + number;
  }

  /** The name of the local that holds it. */
  String local() {
    return "e" + number;
  }

  /** The name of the method that writes it. */
  String writer() {
    return "embed" + number;
  }
}
