/**
 * Databases that live for the length of one command, on the server of the live one: {@link
 * org.aludel.migrations.scratch.ScratchServer} makes them, {@link
 * org.aludel.migrations.scratch.Normaliser} lets them spell a model, {@link
 * org.aludel.migrations.scratch.Proof} runs a plan in them. Writes nothing to the live database and
 * knows no files.
 */
@NullMarked
package org.aludel.migrations.scratch;

import org.jspecify.annotations.NullMarked;
