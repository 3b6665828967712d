package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aludel.orm.element.ElementForm;
import org.aludel.schema.Column;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * A collection of values or of an embeddable class, which are rows of a table of their own without
 * an identity. Immutable.
 *
 * @param declaredBy the topmost entity that has the attribute
 * @param name the attribute
 * @param slot its number in the generated access
 * @param javaType the field's class: List, Set, Collection or Map
 * @param table whose rows are the elements
 * @param ownerColumns its columns with the key of the owner, in the order of the owner's id
 * @param key the position in a list or the key of a map; null where there is neither
 * @param form how an element stands in the other columns
 * @param load when elements are read where no statement says otherwise
 */
public record ElementCollection(
    Class<?> declaredBy,
    String name,
    int slot,
    Class<?> javaType,
    Table table,
    List<Column> ownerColumns,
    @Nullable Column key,
    ElementForm form,
    LoadStrategy load) {
  public ElementCollection {
    ownerColumns = List.copyOf(ownerColumns);
  }

  /** Whether elements stand under keys of the application's. */
  public boolean isMap() {
    return javaType == Map.class;
  }

  /** Whether an element occurs once. */
  public boolean isSet() {
    return javaType == Set.class;
  }

  /** Whether a column says where in a list an element stands. */
  public boolean isOrdered() {
    return key != null && !isMap();
  }

  /** The columns of a row behind those of the owner: the key, if there is one, then the element. */
  public List<Column> elementColumns() {
    List<Column> columns = new ArrayList<>();
    if (key != null) {
      columns.add(key);
    }
    columns.addAll(form.columns());
    return List.copyOf(columns);
  }

  /** As messages name it. */
  @Override
  public String toString() {
    return declaredBy.getName() + "." + name;
  }
}
