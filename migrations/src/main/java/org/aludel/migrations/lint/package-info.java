/**
 * What running an operation does to a live system: {@link org.aludel.migrations.lint.Lint} asks
 * each {@link org.aludel.migrations.lint.LintRule}. One rule a class; each is explained in {@code
 * docs/safe-migrations.md}. Nothing here changes a plan.
 */
@NullMarked
package org.aludel.migrations.lint;

import org.jspecify.annotations.NullMarked;
