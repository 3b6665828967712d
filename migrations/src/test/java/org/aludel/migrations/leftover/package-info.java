/** Tests of org.aludel.migrations.leftover. */
@org.jspecify.annotations.NullMarked
package org.aludel.migrations.leftover;
