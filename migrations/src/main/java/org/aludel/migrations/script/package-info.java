/**
 * Revision files: finding, reading, naming and writing them. Read {@link
 * org.aludel.migrations.script.ScriptDirectory} first, then {@link
 * org.aludel.migrations.script.RevisionFile}. A file is a Liquibase changelog with a {@code
 * revision:} mapping beside it; this package knows that format and no database.
 */
@NullMarked
package org.aludel.migrations.script;

import org.jspecify.annotations.NullMarked;
