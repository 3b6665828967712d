package org.aludel.migrations.script;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a change type or of a mapping nested in one, in the order in which we write
 * them.
 *
 * @param wrapper for lists, the only key of each item ({@code column}); null for a mapping
 * @param foreign whether values are carried to Liquibase unchecked
 */
record ChangeShape(
    String name,
    @Nullable String wrapper,
    boolean foreign,
    Map<String, ChangeAttribute> attributes) {
  ChangeShape {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  Collection<String> names() {
    return attributes.keySet();
  }
}
