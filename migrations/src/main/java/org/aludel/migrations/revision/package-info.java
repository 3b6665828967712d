/**
 * Revisions and their graph: what a revision is, which ones are heads, what an upgrade or a
 * downgrade runs and in which order. Read {@link org.aludel.migrations.revision.Revision} first,
 * then {@link org.aludel.migrations.revision.RevisionMap}. Pure: knows no files, no YAML and no
 * database.
 */
@NullMarked
package org.aludel.migrations.revision;

import org.jspecify.annotations.NullMarked;
