package org.aludel.orm.mapping;

import java.util.List;
import org.aludel.orm.inheritance.ColumnMoment;
import org.aludel.orm.inheritance.Discriminator;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.schema.Table;
import org.jspecify.annotations.Nullable;

/**
 * Where a class stands in its hierarchy, as far as it is known when its mapper is made.
 *
 * @param strategy null for a class that is alone
 * @param above the mapper of the entity that it extends, or null
 * @param discriminator null where the tables alone tell the classes apart
 * @param value of the discriminator; null for a class without objects
 * @param tables of one object, that of the root first
 * @param moment when the columns are read that it adds; null for as the class above
 */
record Lineage(
    @Nullable InheritanceStrategy strategy,
    @Nullable Mapper<?> above,
    @Nullable Discriminator discriminator,
    @Nullable Object value,
    List<Table> tables,
    @Nullable ColumnMoment moment) {
  Lineage {
    tables = List.copyOf(tables);
  }
}
