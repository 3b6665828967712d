/**
 * Between operations and the text of a revision file, both ways: native changes where Liquibase
 * renders the same SQL as our compiler, else {@code sql} changes; and the SQL of native changes.
 * Read {@link org.aludel.migrations.render.ChangeSql} first. Knows no database.
 */
@NullMarked
package org.aludel.migrations.render;

import org.jspecify.annotations.NullMarked;
