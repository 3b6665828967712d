package org.aludel.migrations.extension;

import org.aludel.schema.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * What a comparator is asked about: an object of its kind on either side or on both.
 *
 * @param name for the kind {@code metadata} that of no object, with an empty name
 * @param database the database's object, or null where it has none
 * @param model the model's object, or null where it has none
 * @param from all of the database that is seen, renames done
 * @param to all of the model that is seen
 */
public record ComparedPair(
    ComparedName name,
    @Nullable Object database,
    @Nullable Object model,
    MetaData from,
    MetaData to) {}
