package org.aludel.orm.deferred;

import java.util.HashMap;
import java.util.Map;
import org.aludel.instrument.AccessorFields;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;

/** Which attribute in columns a method of an entity uses. Immutable and thread-safe. */
public final class AccessorSlots {
  /** The method may use any attribute. */
  public static final int ANY = -1;

  /** The method uses a field that is never deferred. */
  public static final int NONE = -2;

  private final AccessorFields fields;
  private final Map<String, Integer> slots = new HashMap<>();

  /** The methods of a class. */
  public AccessorSlots(Mapper<?> mapper) {
    this.fields = new AccessorFields(mapper.type());
    for (BasicProperty basic : mapper.basics()) {
      // What is embedded is read with all its parts, so that one of them stands for the field.
      int dot = basic.name().indexOf('.');
      slots.putIfAbsent(dot < 0 ? basic.name() : basic.name().substring(0, dot), basic.slot());
    }
    mapper.references().forEach(reference -> slots.put(reference.name(), reference.slot()));
  }

  /**
   * The slot, {@link #ANY} or {@link #NONE}.
   *
   * @param method name and descriptor
   */
  public int slot(String method) {
    String field = fields.field(method);
    return field == null ? ANY : slots.getOrDefault(field, NONE);
  }
}
