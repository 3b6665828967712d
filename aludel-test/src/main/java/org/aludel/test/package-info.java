/**
 * What an application imports to test its own persistence: a database at head for each test class,
 * a transaction round each test, and assertions about the statements that were sent.
 *
 * <p>Read {@link org.aludel.test.OrmTest} first, then {@link org.aludel.test.StatementWatch} and
 * {@link org.aludel.test.SchemaAtHead}; inside, {@code OrmExtension} gives the parameters and
 * {@code OuterTransaction} is the one connection that all work of a test shares.
 */
@NullMarked
package org.aludel.test;

import org.jspecify.annotations.NullMarked;
