/**
 * What a database refuses, told apart by SQLSTATE: one class for each thing that a caller may want
 * to catch by itself. Read {@link org.aludel.error.DatabaseException} first, then {@link
 * org.aludel.error.database.UniqueViolation}. Knows no database: dialects choose the class.
 */
@NullMarked
package org.aludel.error.database;

import org.jspecify.annotations.NullMarked;
