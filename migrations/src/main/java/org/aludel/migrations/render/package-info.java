/**
 * Between operations and the text of a revision file, both ways: {@link
 * org.aludel.migrations.render.RevisionRenderer} writes a native change where Liquibase renders
 * what our compiler does, else an {@code sql} change; {@link
 * org.aludel.migrations.render.NativeChanges} gives the SQL of native changes. Knows no database
 * and needs no Liquibase.
 */
@NullMarked
package org.aludel.migrations.render;

import org.jspecify.annotations.NullMarked;
