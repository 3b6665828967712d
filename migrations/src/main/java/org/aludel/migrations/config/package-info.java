/** Settings of migrations, merged once from defaults, file and properties. */
@NullMarked
package org.aludel.migrations.config;

import org.jspecify.annotations.NullMarked;
