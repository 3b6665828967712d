/**
 * Internal: hazards in the SQL of revision files, whoever wrote them. Read first: {@link
 * org.aludel.migrations.review.Review}, then {@code SqlStatements}. Reads words, not meaning: what
 * stands in a string or in a quoted body is not looked into.
 */
@NullMarked
package org.aludel.migrations.review;

import org.jspecify.annotations.NullMarked;
