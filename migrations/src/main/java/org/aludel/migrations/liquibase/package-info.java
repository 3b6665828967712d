/**
 * Internal: what plain Liquibase finds of ours on its class path, so that it runs the steps in Java
 * of our revision files. Nothing else loads these classes, and they are not loaded without it. Read
 * {@link org.aludel.migrations.liquibase.JavaStepChange}.
 */
@NullMarked
package org.aludel.migrations.liquibase;

import org.jspecify.annotations.NullMarked;
