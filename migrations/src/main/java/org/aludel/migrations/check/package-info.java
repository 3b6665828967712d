/**
 * What a running application knows of its revisions: the index that travels in {@code
 * META-INF/aludel/heads}, and the check of the session that compares it with the database. Read
 * {@link org.aludel.migrations.check.RevisionIndex} first. Knows no command and runs no revision
 * itself.
 */
@NullMarked
package org.aludel.migrations.check;

import org.jspecify.annotations.NullMarked;
