/**
 * What users add: filters, answers about columns, comparators, rewriting of what was found, and
 * hooks after a file is written. Found by {@code ServiceLoader} as {@link
 * org.aludel.migrations.extension.Plugin} or given by hand. Read first: {@link
 * org.aludel.migrations.extension.Extensions}, {@link
 * org.aludel.migrations.extension.ComparedName}, {@link
 * org.aludel.migrations.extension.SchemaComparator}. Knows neither files nor databases.
 */
@NullMarked
package org.aludel.migrations.extension;

import org.jspecify.annotations.NullMarked;
