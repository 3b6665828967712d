/**
 * What every dialect must do alike, as tests that an author of a dialect extends: {@link
 * org.aludel.dialect.suite.QuerySuite}, {@link org.aludel.dialect.suite.WriteSuite}, {@link
 * org.aludel.dialect.suite.TypeSuite}, {@link org.aludel.dialect.suite.SchemaSuite} and {@link
 * org.aludel.dialect.suite.SessionSuite}. They ask for results, never for the text of SQL.
 */
@NullMarked
package org.aludel.dialect.suite;

import org.jspecify.annotations.NullMarked;
