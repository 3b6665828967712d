package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/** A schema: {@code CREATE SCHEMA}. The default schema of a database is not listed. */
public record Namespace(String name, @Nullable String comment) {}
