/**
 * Rows for development and tests, from files and from the generator of the proof: read {@link
 * org.aludel.migrations.seed.Seed} and {@link org.aludel.migrations.seed.SeedResult} first. Knows
 * no revision; whether a database may get such rows is for the caller to know.
 */
@NullMarked
package org.aludel.migrations.seed;

import org.jspecify.annotations.NullMarked;
