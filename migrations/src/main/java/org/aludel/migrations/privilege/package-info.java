/**
 * Privileges on a relation and on its columns, which one statement changes together: {@link
 * org.aludel.migrations.privilege.ColumnPrivileges}. Knows no SQL text and no order of other
 * operations.
 */
@NullMarked
package org.aludel.migrations.privilege;

import org.jspecify.annotations.NullMarked;
