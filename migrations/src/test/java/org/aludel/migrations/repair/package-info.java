/** Tests of org.aludel.migrations.repair. */
@org.jspecify.annotations.NullMarked
package org.aludel.migrations.repair;
