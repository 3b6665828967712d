/**
 * Revisions that people write: empty ones, merges, and branches moved behind another head. Read
 * {@link org.aludel.migrations.authoring.RevisionAuthor} first. Works on files alone and knows no
 * database.
 */
@NullMarked
package org.aludel.migrations.authoring;

import org.jspecify.annotations.NullMarked;
