package org.aludel.orm.deferred;

import java.util.HashMap;
import java.util.Map;
import org.aludel.instrument.AccessorFields;
import org.aludel.orm.mapping.BasicProperty;
import org.aludel.orm.mapping.Mapper;

/** Which attribute in a column a method of an entity uses. Immutable and thread-safe. */
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
      slots.put(basic.name(), basic.slot());
    }
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
