package org.aludel.migrations.extension;

import org.jspecify.annotations.Nullable;

/**
 * An object as one comparison sees it, once however many sides have it.
 *
 * @param object a {@code Table}, {@code Column}, {@code Index} or another value of {@code
 *     org.aludel.schema}; that of the model where both sides have one
 * @param reflected whether the object is the database's, which is so where the model has none
 * @param counterpart the database's object beside the model's, or null
 */
public record ComparedObject(
    ComparedName name, Object object, boolean reflected, @Nullable Object counterpart) {}
