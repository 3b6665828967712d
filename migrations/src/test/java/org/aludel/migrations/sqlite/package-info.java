@NullMarked
package org.aludel.migrations.sqlite;

import org.jspecify.annotations.NullMarked;
