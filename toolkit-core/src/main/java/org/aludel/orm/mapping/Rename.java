package org.aludel.orm.mapping;

import org.aludel.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What {@code @RenamedFrom} says, in schema terms.
 *
 * @param table the table by its new name
 * @param column the column by its new name, or null when the table itself was renamed
 * @param from the old name of the column, or of the table in the same schema
 */
public record Rename(QualifiedName table, @Nullable String column, String from) {}
