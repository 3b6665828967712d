/**
 * One class a command over all other packages of the migrations, returning records and printing
 * nothing. Read {@code Migrations} first: it is the API of programs and of the Maven goals alike.
 * Knows no Maven and no mapped classes.
 */
@NullMarked
package org.aludel.migrations.command;

import org.jspecify.annotations.NullMarked;
