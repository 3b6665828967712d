/**
 * The project's own test kit: servers, databases, golden files, house rules. Read {@link
 * PostgresTest} and {@link TestDatabase} first, then {@link StatementRecorder}, {@link SchemaDump}
 * and {@link ArchitectureRules}. Knows JDBC and JUnit: nothing of the toolkit, which is tested by
 * it.
 */
@NullMarked
package org.aludel.testing;

import org.jspecify.annotations.NullMarked;
