/**
 * A whole history run in scratch databases, revision by revision and with rows in the tables: read
 * {@link org.aludel.migrations.replay.HistoryProof} and its result first. Knows neither the live
 * database nor the model.
 */
@NullMarked
package org.aludel.migrations.replay;

import org.jspecify.annotations.NullMarked;
