/** Migrations over SQLite: what each port of the other packages needs to know of it. */
@NullMarked
package org.aludel.migrations.sqlite;

import org.jspecify.annotations.NullMarked;
