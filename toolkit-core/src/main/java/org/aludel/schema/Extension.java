package org.aludel.schema;

import org.jspecify.annotations.Nullable;

/**
 * An installed extension.
 *
 * @param schema where its objects are, or null for the default schema
 * @param version or null for the server's newest
 */
public record Extension(
    String name, @Nullable String schema, @Nullable String version, @Nullable String comment) {}
